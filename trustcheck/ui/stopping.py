"""Long work that a person may ask to stop: whether it could still stop, the work itself says in the end."""

from collections.abc import Callable
from threading import Event

import shiboken6
from PySide6.QtCore import QObject

from trustcheck.app.ports import Cancelled, Progress, Refused
from trustcheck.ui.background import Value, Work, run


def run_to_its_end(
    work: Work[Value],
    then: Callable[[Value], None],
    otherwise: Callable[[Refused], None],
    stopped: Callable[[], None],
    progress: Progress | None = None,
    *,
    owner: QObject,
) -> Callable[[], None]:
    """Do ``work`` behind the window; what is returned asks it to stop.

    Then either ``stopped`` is called and nothing was done, or it was too late and ``then`` is called as ever.
    """
    stopping = Event()

    def watched(report: Progress) -> Value:
        def step(done: int, of: int) -> None:
            if stopping.is_set():
                raise Cancelled
            report(done, of)

        return work(step)

    task = run(watched, then, otherwise, progress, owner=owner)
    task.ended.connect(lambda: stopped() if task.is_cancelled and shiboken6.isValid(owner) else None)
    return stopping.set
