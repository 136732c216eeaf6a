"""All questionnaires: listed, read in full, compared, and one's own among them."""
