"""Whether a window can be opened, found out before Qt is loaded: Qt itself would end the process without a sentence."""

import sys
from collections.abc import Mapping
from pathlib import Path

from trustcheck.app.refusals import Refused
from trustcheck.words import gettext as _

DEBIAN_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)
"""What Qt needs on Debian and Ubuntu beyond its own wheel; the README has the same line."""

_NEEDS_A_DISPLAY = ("xcb", "wayland")


class NoWindow(Refused):
    """No window can be opened here; the commands work all the same."""


def require_display(environment: Mapping[str, str]) -> None:
    """Return where a window can be opened. Raises :class:`NoWindow`."""
    if sys.platform in ("win32", "darwin", "cygwin"):
        return
    asked = [name.split(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if any(name not in _NEEDS_A_DISPLAY for name in asked):
        return
    wanted = asked or list(_NEEDS_A_DISPLAY)
    reachable = [name for name in wanted if REACHES[name](environment)]
    if not reachable:
        raise NoWindow(
            _(
                "TrustCheck cannot open a window here, because no display answers; "
                "trustcheck sample FOLDER shows without one what it does."
            )
        )
    missing = [missing_library(name) for name in reachable]
    if all(missing):
        raise libraries_missing(missing[0])


def libraries_missing(detail: str) -> NoWindow:
    """The refusal for a computer that lacks libraries Qt needs; ``detail`` names the first one."""
    return NoWindow(
        _("TrustCheck cannot open a window here, because a library is missing ({detail}).").format(detail=detail),
        _("Everything without a window works, trustcheck sample FOLDER for one."),
        _("On Debian and Ubuntu this brings it: sudo apt-get install {packages}").format(packages=DEBIAN_PACKAGES),
    )


def _reaches_x(environment: Mapping[str, str]) -> bool:
    """Whether the X server lets us in, asked by the library Qt asks with; plain presence of a name proves nothing."""
    if not environment.get("DISPLAY"):
        return False
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        # Qt's own message about the missing library comes from missing_library.
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(environment["DISPLAY"].encode(), None)
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)


def _reaches_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    place = Path(environment.get("XDG_RUNTIME_DIR", "")) / name
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.settimeout(2)
        try:
            door.connect(str(place))
        except (OSError, ValueError):
            return False
    return True


REACHES = {"xcb": _reaches_x, "wayland": _reaches_wayland}


def missing_library(platform: str) -> str:
    """The first library that Qt's plugin for a platform lacks; empty where the plugin loads or was not found."""
    import ctypes
    import importlib.util

    found = importlib.util.find_spec("PySide6")
    for package in (found.submodule_search_locations or ()) if found else ():
        plugin = Path(package) / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"
        if plugin.is_file():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as lacking:
                return str(lacking).split(":")[0]
    return ""
