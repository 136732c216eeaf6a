"""Pages into the bytes of a tagged PDF: fonts, inks, structure tree. The only place that draws."""
