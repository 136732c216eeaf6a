"""The slides of a session as a presentation that can be edited: what stands on the wall, and nothing that may not."""
