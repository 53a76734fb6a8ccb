"""AuthorisedQuery → Plan: what is read, joined, counted once, combined and computed. No SQL yet."""
