"""Editions made, verified and compared."""
