"""One way to ask for each interface, all answering in the same terms."""
