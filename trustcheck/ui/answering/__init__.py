"""Questions and answers: the page, its cards, the look back."""
