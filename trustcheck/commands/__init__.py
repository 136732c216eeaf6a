"""What is typed after ``trustcheck``: a module for each command."""
