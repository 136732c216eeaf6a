"""The window: a folder for each thing that people do, with its pages, its cards and their words."""
