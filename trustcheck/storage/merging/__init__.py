"""Two states of one data file: set beside each other, shown, and brought together."""
