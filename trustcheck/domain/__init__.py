"""Meaning: questions, answers, numbers, what may be told. No file, no clock, no chance."""
