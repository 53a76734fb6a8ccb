"""The GraphQL interface: Cube's shape over the visible model, and a catalogue."""
