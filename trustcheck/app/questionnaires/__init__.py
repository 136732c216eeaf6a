"""Questionnaires beyond one check: one's own and where they are kept, how much one asks, two versions side by side."""
