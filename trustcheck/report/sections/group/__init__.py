"""Sections of a group's report."""
