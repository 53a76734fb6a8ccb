"""The command line as an interface like the others: options → Query, Result → text."""
