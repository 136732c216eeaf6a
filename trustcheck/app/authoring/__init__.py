"""Writing a questionnaire: each step makes another one, and none is a file. Files stand behind a port."""
