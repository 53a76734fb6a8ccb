"""Checklists: what is said of each step, by whom, and what may be seen of it."""
