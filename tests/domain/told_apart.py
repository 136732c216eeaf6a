"""Whether two results of a group can be told apart."""

from collections.abc import Sequence

import numpy as np


def tells(shown: Sequence[Sequence[float]], wanted: Sequence[float]) -> bool:
    """Whether a sum of cells follows from the sums that are shown: it lies in their span."""
    known = np.array(shown, dtype=float).reshape(-1, len(wanted))
    rank = np.linalg.matrix_rank(known) if len(known) else 0
    return bool(np.linalg.matrix_rank(np.vstack([known, wanted])) == rank)
