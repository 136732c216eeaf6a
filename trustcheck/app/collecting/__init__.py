"""A check for several people from its set-up on, and every way in which sheets come into it."""
