"""Answering one sheet, alone or at a laptop that goes round: each answer, the way through, the look back, the seal."""
