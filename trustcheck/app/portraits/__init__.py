"""How a result comes about: worked out from answers, or read as it came. Its words are from ``app.presenting``."""
