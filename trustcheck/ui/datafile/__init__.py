"""Desks and pages of a data file: copies, passphrase, locking, putting back, merging, export and import."""
