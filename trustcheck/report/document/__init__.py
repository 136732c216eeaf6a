"""What a report consists of: the vocabulary of its parts and the order of its editions. No paper."""
