"""What a report or a form says, its pages, and the bytes of its PDF."""
