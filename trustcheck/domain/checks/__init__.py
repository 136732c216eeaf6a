"""A check from its set-up to its promises, by one person or by several: values only, and whose view a sheet is."""
