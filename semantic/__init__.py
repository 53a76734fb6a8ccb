"""From a question and a principal to a governed answer. Nothing here knows a network."""
