"""PDF forms that came back: read in a process of their own, hostile until looked through."""
