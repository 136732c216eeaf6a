"""What a report consists of: the vocabulary of its parts, and charts of its own. No paper."""
