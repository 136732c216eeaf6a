"""A written policy looked at beside a check: its text and its rules come through a port, what follows is a value."""
