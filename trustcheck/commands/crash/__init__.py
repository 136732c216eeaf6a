"""What is left behind by a window that did not end by itself: told, kept private, kept small."""
