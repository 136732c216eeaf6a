"""One perspective of a group's check in numbers, as far as it may be told, and both beside each other."""
