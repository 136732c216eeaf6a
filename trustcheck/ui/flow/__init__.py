"""The checks of one open data file: which desk is at work, and where each leads."""
