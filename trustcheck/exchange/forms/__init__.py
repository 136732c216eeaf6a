"""PDF forms that came back, read in a process of their own, and sealed replies: hostile until looked through."""
