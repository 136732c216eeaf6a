"""Questionnaires: all there are, one of them read in full, two versions beside each other, and one's own."""
