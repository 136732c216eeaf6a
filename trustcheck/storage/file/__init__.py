"""One data file and its log: driver, PRAGMAs, key, lock, opening, writing. Nothing here knows what a check is."""
