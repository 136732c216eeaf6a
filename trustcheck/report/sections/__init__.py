"""What each section of a report says, for one person and for a group. No paper."""
