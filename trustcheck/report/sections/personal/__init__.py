"""Sections of one person's report."""
