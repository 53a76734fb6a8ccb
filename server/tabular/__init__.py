"""What several interfaces write alike: CSV, Arrow, and cells as text."""
