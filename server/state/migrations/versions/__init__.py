"""The steps, read by Alembic as files; never changed once released."""
