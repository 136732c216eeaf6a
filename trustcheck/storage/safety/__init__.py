"""Copies of an open file, putting one back, protecting, leftovers: data files kept whole and private."""
