"""A written policy: what its sentences do, counted by rules that can be read, and what it shows of facts. No scores."""
