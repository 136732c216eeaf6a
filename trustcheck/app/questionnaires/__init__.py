"""Questionnaires of one's own: kept, listed, read, compared. What is in one is ``domain.questionnaire``'s."""
