"""Deleting something from the open data file, and asking its copies whether they still hold it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from trustcheck.app.ports import Progress, Refused
from trustcheck.ui.background import run
from trustcheck.ui.opening import OpenFile


def delete_check(
    file: OpenFile, round_id: int, then: Callable[[], None], otherwise: Callable[[Refused], None], owner: QObject
) -> None:
    """Delete a check behind the window, say how many copies still hold it, and go on with ``then``."""
    store = file.store

    def work(_progress: Progress) -> int:
        store.delete_round(round_id)
        return store.copies_holding(round_id=round_id)

    def deleted(copies: int) -> None:
        file.left_in_copies(copies, lambda: store.forget_in_copies(round_id=round_id))
        then()

    run(work, deleted, otherwise, owner=owner)
