"""The interfaces: each parses to a Query and encodes a Result; none decides anything about numbers or access."""
