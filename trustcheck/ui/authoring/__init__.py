"""Writing a questionnaire: its parts one at a time, fields with hints, and the desk that keeps what is written."""
