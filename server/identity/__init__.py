"""Who asks: a password, a personal token or an issuer's token, always to one `Principal`."""
