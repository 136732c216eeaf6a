"""Qt notes the folders its dialogs were used in, in a file of its own for all programs. One may name a client."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from PySide6.QtCore import QSettings

Kind = TypeVar("Kind", bound=type)

_FILE, _GROUP, _NOTED = "QtProject", "FileDialog", ("history", "lastVisited")


def leaving_no_trace(dialogs: Kind) -> Kind:
    """Let every public method of a class leave Qt's notes as they were before it asked."""
    for name, method in list(vars(dialogs).items()):
        if callable(method) and not name.startswith("_"):
            setattr(dialogs, name, _without_trace(method))
    return dialogs


def _without_trace(asks: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(asks)
    def asked(*words: Any, **more: Any) -> Any:
        noted = QSettings(QSettings.Scope.UserScope, _FILE)
        noted.beginGroup(_GROUP)
        before = {each: noted.value(each) for each in _NOTED}
        try:
            return asks(*words, **more)
        finally:
            for each, value in before.items():
                if value is None:
                    noted.remove(each)
                else:
                    noted.setValue(each, value)
            noted.sync()

    return asked
