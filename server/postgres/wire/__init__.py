"""Messages of PostgreSQL's protocol 3.0, read and written without any input or output."""
