"""What the audit keeps of a question, and the chain that its records form. Nothing here writes a file."""
