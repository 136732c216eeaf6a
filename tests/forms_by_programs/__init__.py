"""Fills a form with every program there is and reads it back: ``python -m tests.forms_by_programs``, no part of CI."""
