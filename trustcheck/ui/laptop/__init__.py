"""A laptop that goes round: the PIN, promises, one person's turn, thanks."""
