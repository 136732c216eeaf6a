"""Fonts of this computer for what ours lack: chosen by what they say they can draw, those made to be read first."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import name

import uharfbuzz as hb

_TYPES = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES = 10_000
_WELL_READ = {
    "ARABIC": ("notosansarabic", "segoeui", "geezapro", "arial", "tahoma", "dejavusans"),
    "HEBREW": ("notosanshebrew", "segoeui", "arialhebrew", "arial", "dejavusans"),
    "DEVANAGARI": ("notosansdevanagari", "nirmala", "kohinoordevanagari", "mangal", "lohitdevanagari"),
    "THAI": ("notosansthai", "leelawui", "thonburi", "tahoma", "loma"),
    "HANGUL": ("notosanscjk", "notosanskr", "malgun", "applesdgothicneo", "nanumgothic"),
    "HIRAGANA": ("notosanscjk", "notosansjp", "yugoth", "hiragino", "meiryo", "msgothic", "ipag", "takao"),
    "KATAKANA": ("notosanscjk", "notosansjp", "yugoth", "hiragino", "meiryo", "msgothic", "ipag", "takao"),
    "CJK": ("notosanscjk", "notosanssc", "msyh", "pingfang", "hiragino", "simsun", "wqy", "droidsansfallback"),
}
"""Beginnings of file names, without capitals and signs, the best first: on Linux, Windows and macOS."""
_ANOTHER_DRESS = ("italic", "oblique", "light", "thin", "black", "condensed", "mono", "medium", "semi", "extra", "bold")
_USAGE, _RESTRICTED, _BITMAPS_ONLY = 0x000F, 0x0002, 0x0200
"""What a font says of being embedded (OpenType, OS/2, fsType)."""


@dataclass(frozen=True, slots=True)
class FoundFont:
    path: str
    face: hb.Face
    can_draw: hb.Set

    @property
    def name(self) -> str:
        """Of its file: no face of ours is called so."""
        return Path(self.path).name

    def draws(self, text: str) -> bool:
        """Every sign; what only joins signs needs no drawing."""
        return all(ord(each) in self.can_draw or each in "\u200c\u200d\ufe0e\ufe0f" for each in text)


class FontShelf:
    """Looked through when the first sign is missing, not before."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._fonts: tuple[FoundFont, ...] | None = None
        self._chosen: dict[str, FoundFont] = {}

    def having(self, cluster: str) -> FoundFont | None:
        """A font for a sign with its marks: the one that its script is drawn with, else the best to read."""
        script = name(cluster[0], "").partition(" ")[0]
        if (chosen := self._chosen.get(script)) is not None and chosen.draws(cluster):
            return chosen
        liked = (f"notosans{script.lower()}", *_WELL_READ.get(script, ()))
        drawing = [font for font in self._all() if font.draws(cluster)]
        if not drawing:
            return None
        best = min(drawing, key=lambda font: _rank(font.path, liked))
        return self._chosen.setdefault(script, best) if script not in self._chosen else best

    def bold(self, font: FoundFont) -> FoundFont:
        """The strong one of the same family, where there is one."""
        path = Path(font.path)
        family = _plain(path.stem).removesuffix("regular")
        strong = (f"{family}bold", f"{family}bd", f"{family}b")
        here = (each for each in self._all() if Path(each.path).parent == path.parent)
        return next((each for each in here if _plain(Path(each.path).stem) in strong), font)

    def _all(self) -> tuple[FoundFont, ...]:
        if self._fonts is None:
            self._fonts = tuple(_opened(self._folders))
        return self._fonts


def _opened(folders: Sequence[Path]) -> Iterator[FoundFont]:
    paths = {path for folder in folders for path in _files(folder)}
    for path in sorted(paths)[:_MOST_FILES]:
        try:
            face = hb.Face(hb.Blob.from_file_path(path))
            if _can_be_embedded(face):
                yield FoundFont(path, face, face.unicodes)
        # A file that cannot be read is no font for anybody.
        except (OSError, hb.HarfBuzzError, ValueError):
            continue


def _files(folder: Path) -> Iterator[str]:
    for at, _folders, names in os.walk(folder):
        yield from (str(Path(at, each)) for each in names if each.lower().endswith(_TYPES))


def _can_be_embedded(face: hb.Face) -> bool:
    """It has outlines, no pictures alone, and whoever made it lets it be put into files."""
    tags = set(face.table_tags)
    if not tags & {"glyf", "CFF ", "CFF2"}:
        return False
    table = bytes(face.reference_table("OS/2").data) if "OS/2" in tags else b""
    allowed = int.from_bytes(table[8:10], "big") if len(table) >= 10 else 0
    return not allowed & _BITMAPS_ONLY and allowed & _USAGE != _RESTRICTED


def _rank(path: str, liked: Sequence[str]) -> tuple[int, bool, bool, str]:
    plain = _plain(Path(path).stem)
    place = next((at for at, each in enumerate(liked) if plain.startswith(each)), len(liked))
    return place, any(each in plain for each in _ANOTHER_DRESS), "sans" not in plain, path


def _plain(stem: str) -> str:
    return "".join(each for each in stem.lower() if each.isalnum())
