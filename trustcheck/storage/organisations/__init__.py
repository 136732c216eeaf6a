"""Organisations as rows: kept, listed, handed over, taken in."""
