"""TrustCheck: an organisation looks at its own trust, in its people and in openness."""

__version__ = "1.0.0"
