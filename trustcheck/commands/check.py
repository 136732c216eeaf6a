"""``trustcheck check``: loads every file the program was delivered with, and names the first one that is broken."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.app.ports import Refused
from trustcheck.commands.font_file import read_font
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

Loader = Callable[[Path], object]


def run(application: Application) -> int:
    """Print the folder that is read and what it holds. Raises :class:`~trustcheck.app.ports.Refused`."""
    root = assets.root()
    print(_("Reading {folder}").format(folder=root))
    for folder, count in _loaded(application, root):
        print(f"  {folder}: " + ngettext("{n} file", "{n} files", count).format(n=count))
    print(_("Everything that was delivered with TrustCheck {version} loads.").format(version=application.version))
    return 0


def _loaded(application: Application, root: Path) -> Iterator[tuple[str, int]]:
    """Load folder by folder; yields each with the number of files that were loaded."""
    yield "questionnaires", _load_questionnaires(application)
    yield "samples", _load_samples(application, root)
    yield "themes", _load_each(root / "themes", "*.toml", _load_toml)
    yield "icons", _load_each(root / "icons", "*.svg", _load_svg)
    yield "fonts", _load_each(root / "fonts", "*.ttf", read_font)
    yield "words", _load_each(root / "words", "*.txt", _load_words)


def _load_questionnaires(application: Application) -> int:
    ids = application.catalog.shipped()
    if not ids:
        raise _broken(assets.root() / "questionnaires", _("there is no questionnaire"))
    for each in ids:
        application.catalog.questionnaire(each)
    return len(ids)


def _load_samples(application: Application, root: Path) -> int:
    from trustcheck.exchange.sample_folder import read_sample
    from trustcheck.exchange.team_sample_folder import WORDS, read_team_sample

    questionnaire = application.catalog.questionnaire(application.catalog.shipped()[0])
    folders = sorted(folder for folder in (root / "samples").iterdir() if folder.is_dir())
    for folder in folders:
        read = read_team_sample if (folder / WORDS).exists() else read_sample
        read(folder, questionnaire)
    return len(folders)


def _load_each(folder: Path, pattern: str, load: Loader) -> int:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise _broken(folder, _("there is nothing in it"))
    for path in paths:
        try:
            load(path)
        except (OSError, ValueError, SyntaxError) as reason:
            raise _broken(path, str(reason)) from reason
    return len(paths)


def _load_toml(path: Path) -> object:
    return tomllib.loads(path.read_text("utf-8"))


def _load_svg(path: Path) -> object:
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file, not somebody's
    if not root.tag.endswith("svg"):
        raise ValueError(_("it is not an SVG picture"))
    return root


def _load_words(path: Path) -> object:
    from trustcheck.app.return_phrase import LEAST_WORDS, words_in

    words = words_in(path.read_text("utf-8"))
    if len(set(words)) < max(LEAST_WORDS, len(words)):
        raise ValueError(_("it holds too few words, or one of them twice"))
    return words


def _broken(path: Path, reason: str) -> Refused:
    return Refused(
        _("{path} cannot be used: {reason}.").format(path=path, reason=reason),
        _("Your own data files are not touched by this."),
        _("Install the program again."),
    )
