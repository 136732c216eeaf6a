"""Forms on paper, forms to fill in on a screen, and the page that is answered in a browser."""
