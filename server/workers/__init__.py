"""Several processes that answer as one server: who starts and ends them, and what they know of each other."""
