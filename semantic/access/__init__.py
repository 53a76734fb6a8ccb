"""Who asks, what they were granted, and what may be answered: decided once, here, for every interface."""
