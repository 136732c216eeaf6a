"""Data files: what is kept on this computer, and how it is kept whole and private."""
