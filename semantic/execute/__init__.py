"""Statement → cells. The only place that touches a database."""
