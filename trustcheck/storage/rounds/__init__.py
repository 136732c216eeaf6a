"""One person's checks as rows, and what both kinds share: summaries, seals, tidying, the questionnaire's text."""
