"""Use cases, and the ports that the rooms above must fit. No toolkit, no file."""
