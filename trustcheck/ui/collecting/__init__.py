"""An open check of several people: its ways in, forms, tables, typing in."""
