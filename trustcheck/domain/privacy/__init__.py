"""What may be told: hiding, releases, and what an insider could work out. Nothing else decides this."""
