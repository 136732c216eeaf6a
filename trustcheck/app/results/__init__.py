"""What may be seen of one person's or a group's check, as values. ``app.portraits`` makes them."""
