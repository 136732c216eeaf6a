"""Checks that several people answer as rows: set-up, sheets, closing."""
