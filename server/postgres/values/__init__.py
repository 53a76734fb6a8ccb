"""Single values from PostgreSQL's text and binary forms."""
