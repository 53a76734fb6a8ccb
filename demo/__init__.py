"""The demo database: Danish open data as published, and a synthetic social administration."""
