"""One data file, its log and its copies: driver, PRAGMAs, key, lock, opening, upgrading, writing. No checks."""
