"""What the toolkit says of itself when it is in trouble: which part of it, and how bad, never its words.

Its words may quote a path, or what somebody wrote, and a desktop keeps what a program prints. Warnings are therefore
not printed either; the tests hear every one of them.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_BAD = {QtMsgType.QtCriticalMsg: "critical", QtMsgType.QtFatalMsg: "fatal"}
_CATEGORY = re.compile(r"[a-z0-9.]{1,60}")


@contextmanager
def heard(tell: Callable[[str], None], before_the_end: Callable[[], object]) -> Iterator[None]:
    """While inside, ``tell`` hears of what is bad; ``before_the_end`` is called where Qt ends the program next."""

    def hear(kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
        if kind in _BAD:
            category = context.category or ""
            tell(f"Qt {category if _CATEGORY.fullmatch(category) else 'default'}: {_BAD[kind]}")
        if kind is QtMsgType.QtFatalMsg:
            with suppress(Exception):
                before_the_end()

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
