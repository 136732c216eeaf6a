"""What follows from numbers, by rules that can be read: story, priorities, reasons, suggestions, facts."""
