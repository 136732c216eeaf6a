"""Keeping a window out of pictures and recordings of the screen, where the system does that when it is asked."""

import sys
from typing import Any

from PySide6.QtWidgets import QWidget

_SEEN_BY_ALL = 0x00
_LEFT_OUT = 0x11
"""``WDA_NONE`` and ``WDA_EXCLUDEFROMCAPTURE`` of Windows 10 and later; an older one refuses the second."""


def stay_out_of_captures(window: QWidget, *, out: bool) -> bool:
    """Ask Windows to leave ``window`` out of captures, or to take it in again; whether it says that it does.

    The other systems are asked nothing: what macOS offers is ignored by its newer captures, and neither X11 nor Wayland
    offers anything.
    """
    if _platform() != "win32":
        return False
    return bool(_user32().SetWindowDisplayAffinity(int(window.winId()), _LEFT_OUT if out else _SEEN_BY_ALL))


def _platform() -> str:
    return sys.platform


def _user32() -> Any:
    import ctypes

    if sys.platform != "win32":
        raise OSError("only Windows has this library")
    return ctypes.WinDLL("user32")
