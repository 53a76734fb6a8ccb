"""What clients ask of PostgreSQL's own catalogue, answered by execution from the model that the asker may see."""
