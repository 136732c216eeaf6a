"""Where the files of ``resources/`` are: in a checkout, in a wheel, and in a frozen bundle."""

import struct
import sys
from collections.abc import Mapping
from gettext import GNUTranslations
from pathlib import Path

from trustcheck.words import ENGLISH
from trustcheck.words import gettext as _

_CATALOGUE = Path("LC_MESSAGES", "trustcheck.mo")
"""In the folder of its language."""
PACKAGE = Path(__file__).resolve().parent


class ResourceMissing(FileNotFoundError):
    """A file that belongs to the program is not where the program looks for it. ``str()`` is one clear sentence."""


def root() -> Path:
    """The resources folder. Raises :class:`ResourceMissing` where there is none."""
    tried = places()
    for place in tried:
        if place.is_dir():
            return place
    raise ResourceMissing(
        _("The files that belong to TrustCheck are missing ({places}). Install the program again.").format(
            places=", ".join(str(place) for place in tried)
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


def inks(theme: str) -> dict[str, str]:
    """Of ``light``, ``dark`` or ``paper``: each ink by its name, as ``#RRGGBB``."""
    import tomllib

    read = tomllib.loads(path("themes", f"{theme}.toml").read_text("utf-8"))
    return {name: str(colour) for name, colour in read["inks"].items()}


def languages(folder: Path) -> tuple[str, ...]:
    """Which languages have a catalogue in ``folder``, as their own folders are called: ``de``, ``pt_BR``."""
    return tuple(sorted(each.parts[-3] for each in folder.glob(f"*/{_CATALOGUE.as_posix()}")))


def spoken_languages() -> tuple[str, ...]:
    """Those the program can speak, as their catalogues are called: English, which needs none, and every other."""
    return (ENGLISH, *(each for each in languages(path("locales")) if each != ENGLISH))


def catalogue(folder: Path, language: str) -> GNUTranslations | None:
    """The words of a language; ``None`` where its file cannot be read: English is spoken all the same."""
    try:
        with folder.joinpath(language, _CATALOGUE).open("rb") as file:
            return GNUTranslations(file)
    # What the standard library says of bytes that are no catalogue depends on where it notices.
    except (OSError, ValueError, LookupError, struct.error):
        return None


def font_folders(platform: str, environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Where this computer keeps fonts, the person's own first. ``platform`` is as ``sys.platform`` says it."""
    if platform == "win32":
        own = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local", "Microsoft", "Windows", "Fonts")
        return own, Path(environment.get("WINDIR") or r"C:\Windows", "Fonts")
    if platform == "darwin":
        return home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    own = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share", "fonts")
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return own, home / ".fonts", *(Path(each, "fonts") for each in shared.split(":") if each)


def places() -> tuple[Path, ...]:
    """A frozen bundle first, then a wheel, then a checkout: beside a wheel a stranger's ``resources`` may lie."""
    bundle = getattr(sys, "_MEIPASS", None)
    frozen = (Path(bundle) / "trustcheck" / "_resources", Path(bundle) / "resources") if bundle else ()
    return (*frozen, PACKAGE / "_resources", PACKAGE.parent / "resources")
