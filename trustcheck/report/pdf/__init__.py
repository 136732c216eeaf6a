"""What draws: fonts, lines of text, inks, structure tree, the bytes of a tagged PDF. Nothing else does."""
