"""Copies, verifying, restoring, rescuing, protecting: data files kept whole and private."""
