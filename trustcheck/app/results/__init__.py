"""From answers to what may be seen of one person's or a group's check. Words are made in ``app.presenting``."""
