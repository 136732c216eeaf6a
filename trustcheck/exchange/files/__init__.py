"""Files written whole or not at all, and which files are somebody's answers."""
