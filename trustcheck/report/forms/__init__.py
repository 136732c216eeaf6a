"""Forms on paper and forms to fill in on a screen."""
