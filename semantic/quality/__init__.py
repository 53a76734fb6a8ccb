"""The status report on the quality of the data, as who asks may see it."""
