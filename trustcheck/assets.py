"""Where the files of ``resources/`` are: in a checkout, in a wheel, and in a frozen bundle."""

import sys
from pathlib import Path

from trustcheck.words import gettext as _

_PACKAGE = Path(__file__).resolve().parent


class ResourceMissing(FileNotFoundError):
    """A file that belongs to the program is not where the program looks for it. ``str()`` is one clear sentence."""


def root() -> Path:
    """The resources folder. Raises :class:`ResourceMissing` where there is none."""
    places = _places()
    for place in places:
        if place.is_dir():
            return place
    raise ResourceMissing(
        _("The files that belong to TrustCheck are missing ({places}). Install the program again.").format(
            places=", ".join(str(place) for place in places)
        )
    )


def path(*parts: str) -> Path:
    """A file or folder of the program, such as ``path("icons", "house.svg")``. Raises :class:`ResourceMissing`."""
    wanted = root().joinpath(*parts)
    if not wanted.exists():
        raise ResourceMissing(
            _("A file that belongs to TrustCheck is missing: {path}. Install the program again.").format(path=wanted)
        )
    return wanted


def _places() -> tuple[Path, ...]:
    """A frozen bundle first, then a wheel, then a checkout: beside a wheel a stranger's ``resources`` may lie."""
    bundle = getattr(sys, "_MEIPASS", None)
    frozen = (Path(bundle) / "trustcheck" / "_resources", Path(bundle) / "resources") if bundle else ()
    return (*frozen, _PACKAGE / "_resources", _PACKAGE.parent / "resources")
