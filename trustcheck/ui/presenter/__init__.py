"""A session about a closed check: the wall, and the page of whoever leads it. Both show what ``app.workshop`` says."""
