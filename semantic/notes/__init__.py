"""Notes on a nøgletal of a unit and a period: seen by whom the figure is seen, written by whose role says so."""
