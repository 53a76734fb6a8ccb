"""An edition: the definitions and the data of a day, kept so that they answer alike ever after."""
