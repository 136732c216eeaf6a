"""A column that is as high as its neighbours in the cards beside it, so that what follows stands level in all."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from PySide6.QtWidgets import QVBoxLayout


class LevelColumn(QVBoxLayout):
    """One part of a card. Alone it is a plain column; :func:`level` tells it which ones it stands beside."""

    def __init__(self) -> None:
        super().__init__()
        # Asked for the same few widths over and over again until something in the column changes.
        self._own: dict[int, int] = {}
        self._beside: tuple[LevelColumn, ...] = ()
        self._stand_level: Callable[[], bool] = lambda: False
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)

    def stand_beside(self, others: Sequence["LevelColumn"], stand_level: Callable[[], bool]) -> None:
        """``stand_level`` says whether the cards stand side by side just now, and not one below the other."""
        self._beside, self._stand_level = tuple(others), stand_level
        self.invalidate()

    def own_height(self, width: int) -> int:
        """What it would need alone."""
        height = self._own.get(width)
        if height is None:
            height = self._own[width] = super().heightForWidth(width)
        return height

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self.own_height(width)
        if self._stand_level():
            height = max(height, *(each.own_height(width) for each in self._beside))
        return height

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def invalidate(self) -> None:
        self._own.clear()
        super().invalidate()


def level(cards: Sequence[Sequence[LevelColumn]], stand_level: Callable[[], bool]) -> None:
    """Have the first parts of all cards be of one height, the second ones, and so on."""
    for beside in zip_longest(*cards):
        parts = [each for each in beside if each is not None]
        for each in parts:
            each.stand_beside(parts, stand_level)
