"""How the state's tables came to be, one step after the other."""
