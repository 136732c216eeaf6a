"""``trustcheck check``: loads every file the program was delivered with, and names the first one that is broken."""

import struct
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# Reads a TrueType file far enough to know that screen and paper can use it. Layout: OpenType, "Organization".


_TRUETYPE = 0x00010000
_DIRECTORY = struct.Struct(">4sLLL")
_NEEDED = {b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name"}


def read_font(path: Path) -> frozenset[bytes]:
    """The tags of a font's tables. Raises ``ValueError`` for a damaged file, or one the report cannot embed."""
    content = path.read_bytes()
    if len(content) < 12 or struct.unpack_from(">L", content)[0] != _TRUETYPE:
        raise ValueError(_("it is not a TrueType font"))
    tables = _tables(content)
    if missing := _NEEDED - tables.keys():
        raise ValueError(_("tables are missing: {names}").format(names=b" ".join(sorted(missing)).decode("ascii")))
    if b"fvar" in tables:
        # ReportLab takes a variable font without a word and prints its default weight only.
        raise ValueError(_("it is a variable font"))
    for tag, (checksum, table) in tables.items():
        # The head table holds the sum of the whole file, so its own sum differs.
        if tag != b"head" and _sum(table) != checksum:
            raise ValueError(_("table {name} is damaged").format(name=tag.decode("latin-1")))
    return frozenset(tables)


def _tables(content: bytes) -> dict[bytes, tuple[int, bytes]]:
    """Each table's stored checksum and its bytes, by tag."""
    (count,) = struct.unpack_from(">H", content, 4)
    if 12 + count * _DIRECTORY.size > len(content):
        raise ValueError(_("it is cut short"))
    tables = {}
    for index in range(count):
        tag, checksum, offset, length = _DIRECTORY.unpack_from(content, 12 + index * _DIRECTORY.size)
        if offset + length > len(content):
            raise ValueError(_("it is cut short"))
        tables[tag] = (checksum, content[offset : offset + length])
    return tables


def _sum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


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
    yield "locales", _load_each(root / "locales", "*/LC_MESSAGES/trustcheck.mo", _load_catalogue)


def _load_questionnaires(application: Application) -> int:
    ids = application.catalog.shipped()
    if not ids:
        raise _broken(assets.root() / "questionnaires", _("there is no questionnaire"))
    asked = [(each, language) for each in ids for language in ("", *application.catalog.translations(each))]
    for each, language in asked:
        application.catalog.questionnaire(each, language)
    return len(asked)


def _load_samples(application: Application, root: Path) -> int:
    from trustcheck.exchange.samples import WORDS, read_sample, read_team_sample

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


def _load_catalogue(path: Path) -> object:
    found = assets.catalogue(path.parents[2], path.parents[1].name)
    if found is None:
        raise ValueError(_("this is no catalogue"))
    return found


def _load_toml(path: Path) -> object:
    return tomllib.loads(path.read_text("utf-8"))


def _load_svg(path: Path) -> object:
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file, not somebody's
    if not root.tag.endswith("svg"):
        raise ValueError(_("it is not an SVG picture"))
    return root


def _load_words(path: Path) -> object:
    from trustcheck.app.answering.sealing import LEAST_WORDS, words_in

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
