"""What each section of a report says, for one person and for a group, and their order in each edition. No paper."""
