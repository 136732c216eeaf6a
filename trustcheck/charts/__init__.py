"""A chart as a flat list of shapes with named inks, a sentence and a table."""
