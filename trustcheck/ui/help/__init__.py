"""Help, settings, and about the program."""
