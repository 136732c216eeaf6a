"""What a closed check shows, the facts, promises, and its report."""
