"""One person's checks as rows, and what both kinds of check share: summaries, seals, the questionnaire's text."""
