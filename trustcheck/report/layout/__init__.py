"""Parts onto pages: blocks, rows, what stays together, and an outline printed to its end."""
