"""Questionnaires from YAML, strictly: every mistake with file, line and key."""
