"""A result in words, rows and sums, for window, paper, exports and commands alike: they lay it out."""
