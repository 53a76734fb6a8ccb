"""What the server itself keeps: who may log in, by what, with which roles and attributes. SQLite, or PostgreSQL."""
