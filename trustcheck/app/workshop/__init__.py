"""A session about a closed check: slides for the wall, the plan with its clock, what is decided. From results only."""
