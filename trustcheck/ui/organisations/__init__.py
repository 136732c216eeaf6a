"""Organisations: the list, one of them, handing over and taking in."""
