"""Text to lines: what people wrote is made printable, then broken to a width, in time that grows with its length."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trustcheck.report.pdf.breaks import clusters, unbroken
from trustcheck.report.pdf.directions import runs_to_the_left
from trustcheck.report.pdf.typography import Piece, Style, Typography, Word

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \n]+")
_UNBREAKING, _HOLDS_TOGETHER = "\u00a0", "\u00a0\u2007\u202f"
_NARROWER = (0.92, 0.84, 0.76, 0.68, 0.6)
_LEFT_OVER = 0.3
"""The share of the width that the last line of a title takes."""
_JOINERS = "\u200c\u200d"
_REPLACEMENT = "\ufffd"
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@dataclass(frozen=True, slots=True)
class TextLine:
    pieces: tuple[Piece, ...]
    width: float
    """In points, without the blank at its end."""
    to_the_left: bool = False
    """Whether it is read from the right."""
    indent: float = 0.0
    """What stands free before it, in points: lines read from the right begin there where there are several."""


def printable(text: str) -> str:
    """Line ends made one kind, tabs blanks, every blank a plain one or one at which no line ends, marks composed;
    controls and invisible format characters left out."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        each if each in _JOINERS and _joins(composed[at - 1 : at]) else _kept(each) for at, each in enumerate(composed)
    )


def _joins(before: str) -> bool:
    """Whether a script writes with signs that say whether letters join: Persian and Hindi do, ours do not."""
    return before >= "\u0600"


def _kept(character: str) -> str:
    if character == "\n" or " " <= character <= "~":
        return character
    category = unicodedata.category(character)
    if category == "Cs":
        return _REPLACEMENT
    if category == "Zs":
        # French holds its punctuation with a narrow one, which not every face has.
        return _UNBREAKING if character in _HOLDS_TOGETHER else " "
    hidden = category in ("Cc", "Cf") or any(ord(character) in group for group in _SELECTORS)
    return "" if hidden else character


def one_line(text: str) -> str:
    """Printable, with line ends as blanks: for titles, footers and chart labels."""
    return _BLANKS.sub(" ", printable(text)).strip(" ")


def broken(text: str, style: Style, width: float, type_: Typography, lead: str = "") -> tuple[TextLine, ...]:
    """Break a text to ``width`` points; ``lead`` is set before it in the strong face. An empty text has one line."""
    parts = [(one_line(lead), _variant(style.face, "strong")), (text, style.face)]
    return _in_faces(parts, style, width, type_)


def balanced(text: str, style: Style, width: float, type_: Typography) -> tuple[TextLine, ...]:
    """Broken in as many lines as it needs anyway, so that the last is no left-over word where that can be: a title."""
    lines = broken(text, style, width, type_)
    for share in _NARROWER:
        narrower = broken(text, style, share * width, type_)
        if len(narrower) > len(lines) or lines[-1].width > _LEFT_OVER * width:
            break
        lines = narrower
    return lines


def with_italics(text: str, italics: str, style: Style, width: float, type_: Typography) -> tuple[TextLine, ...]:
    """A text, and behind it another in italics."""
    return _in_faces([(text, style.face), (italics, _variant(style.face, "italic"))], style, width, type_)


def _in_faces(parts: list[tuple[str, str]], style: Style, width: float, type_: Typography) -> tuple[TextLine, ...]:
    filler = _Filler(type_, style, width)
    for text, face in parts:
        for number, paragraph in enumerate(printable(text).split("\n")):
            if number:
                filler.end_paragraph()
            filler.add_words(paragraph, face)
    return tuple(filler.finished())


def spaced(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The same with a blank at the end: what is read aloud next does not run into its last word."""
    last = lines[-1]
    face = last.pieces[-1][0] if last.pieces else "sans"
    return (*lines[:-1], replace(last, pieces=(*last.pieces, (face, " "))))


def cut(text: str, style: Style, width: float, type_: Typography, most: int) -> tuple[TextLine, ...]:
    """At most ``most`` lines; what does not fit ends in an ellipsis."""
    lines = broken(one_line(text), style, width, type_)
    if len(lines) <= most:
        return lines
    kept = "".join(part for _, part in lines[most - 1].pieces)
    room = width - type_.width_of("…", style.face) * style.size
    while kept and type_.word(kept, style.face).width * style.size > room:
        kept = kept[:-1]
    last = type_.word(kept.rstrip() + "…", style.face)
    return (*lines[: most - 1], replace(lines[most - 1], pieces=last.pieces, width=last.width * style.size))


def _variant(face: str, variant: str) -> str:
    return f"{face.partition('-')[0]}-{variant}"


class _Filler:
    """Takes words one by one and gives lines back."""

    def __init__(self, type_: Typography, style: Style, width: float) -> None:
        self._type, self._size, self._room = type_, style.size, width
        self._lines: list[TextLine] = []
        self._begun = 0
        """The first line of the paragraph that is being filled."""
        self._to_the_left: bool | None = None
        self._pieces: list[Piece] = []
        self._at = 0.0

    def add_words(self, text: str, face: str) -> None:
        """More of the current paragraph; its first words say from where it is read."""
        if self._to_the_left is None and text:
            self._to_the_left = runs_to_the_left(text)
        space = self._type.space(face) * self._size
        for each in text.split(" "):
            for number, part in enumerate(unbroken(each)):
                if part:
                    self._add_word(part, face, 0.0 if number else space)

    def _add_word(self, text: str, face: str, space: float) -> None:
        word = self._type.word(text, face)
        width = word.width * self._size
        if width > self._room:
            self._add_long(word, face, space)
        else:
            self._add(word.pieces, width, face, space)

    def _add(self, pieces: tuple[Piece, ...], width: float, face: str, space: float) -> None:
        if self._pieces:
            if space:
                self._append((face, " "))
            if self._at + space + width > self._room + 0.01:
                self._end_line()
            else:
                self._at += space
        for piece in pieces:
            self._append(piece)
        self._at += width

    def _add_long(self, word: Word, face: str, space: float) -> None:
        """A run wider than the line is cut where the line is full, without a hyphen that nobody wrote."""
        for part, pieces in enumerate(self._cut(word)):
            if part:
                self._end_line()
            width = sum(self._type.width_of(text, by) for by, text in pieces) * self._size
            self._add(pieces, width, face, space)

    def _cut(self, word: Word) -> Iterator[tuple[Piece, ...]]:
        taken: list[Piece] = []
        at = 0.0
        for face, text in word.pieces:
            start = end = 0
            for sign in clusters(text):
                width = self._type.width_of(sign, face) * self._size
                if at + width > self._room and (taken or end > start):
                    yield (*taken, (face, text[start:end])) if end > start else tuple(taken)
                    taken, start, at = [], end, 0.0
                at += width
                end += len(sign)
            taken.append((face, text[start:]))
        yield tuple(taken)

    def _append(self, piece: Piece) -> None:
        if self._pieces and self._pieces[-1][0] == piece[0]:
            self._pieces[-1] = (piece[0], self._pieces[-1][1] + piece[1])
        else:
            self._pieces.append(piece)

    def _end_line(self) -> None:
        self._lines.append(TextLine(tuple(self._pieces), self._at, bool(self._to_the_left)))
        self._pieces, self._at = [], 0.0

    def end_paragraph(self) -> None:
        self._end_line()
        paragraph = self._lines[self._begun :]
        if self._to_the_left and len(paragraph) > 1:
            self._lines[self._begun :] = [replace(line, indent=self._room - line.width) for line in paragraph]
        self._begun, self._to_the_left = len(self._lines), None

    def finished(self) -> list[TextLine]:
        if self._pieces or not self._lines:
            self.end_paragraph()
        return self._lines
