"""Parts onto pages: blocks, lines, rows, what stays together."""
