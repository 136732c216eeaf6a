"""The open data file: opening, saving, copies, passphrase, locking, export and import."""
