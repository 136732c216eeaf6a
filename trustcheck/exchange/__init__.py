"""Files from outside, hostile until looked through, and files for outside."""
