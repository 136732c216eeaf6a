"""The sheet being drawn on: named inks, lines of text and simple shapes, with y counted downwards from the top."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from trustcheck import assets
from trustcheck.report.document.parts import Dress, Pixels
from trustcheck.report.pdf.lines import TextLine, broken
from trustcheck.report.pdf.runs import Run, runs
from trustcheck.report.pdf.tagged import Element, TaggedCanvas, text_string
from trustcheck.report.pdf.typography import FILES, MISSING, Piece, Style, Typography

Size = tuple[float, float]
_ESCAPED = {ord(each): f"\\{each}" for each in "\\()"} | {10: "\\n", 13: "\\r"}

_PLAIN = Dress()
_KAPPA = 0.5523
"""Where the handles of four curves stand that make a circle of radius 1."""


def paper_inks() -> dict[str, str]:
    """The inks of ``resources/themes/paper.toml`` by name, as ``#RRGGBB``."""
    return assets.inks("paper")


def _dressed(inks: dict[str, str], dress: Dress) -> dict[str, str]:
    """``accent_line`` is the accent of lines and marks, ``accent`` that of words, which must be readable."""
    line = dress.accent or inks["accent"]
    return inks | {"accent_line": line, "accent": inks["accent"] if dress.lines_only else line}


def _numbers(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


class PaperCanvas:
    """Draws on a :class:`TaggedCanvas`. Lengths in points."""

    def __init__(self, canvas: TaggedCanvas, type_: Typography, size: Size, dress: Dress = _PLAIN) -> None:
        self.canvas, self.type = canvas, type_
        self.width, self.height = size
        self._inks = {name: _numbers(colour) for name, colour in _dressed(paper_inks(), dress).items()}

    def marked(self, element: Element | None) -> AbstractContextManager[None]:
        return self.canvas.marked(element)

    def _write(self, code: str) -> None:
        self.canvas.write(code)

    def text(self, x: float, top: float, lines: Sequence[TextLine], style: Style) -> None:
        """Lines one below the other, the first in a row of ``style.leading`` that starts at ``top``."""
        self._write(f"BT {self._inks[style.ink]} rg")
        baseline = self.height - top - style.leading / 2 - 0.34 * style.size
        for number, line in enumerate(lines):
            left = x - line.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[style.align]
            left += line.indent if style.align == "start" else 0.0
            place = f"{baseline - number * style.leading:.2f} Tm"
            if all(face in FILES or face == MISSING for face, _ in line.pieces):
                self._write(f"1 0 0 1 {left:.2f} {place}")
                for piece in line.pieces:
                    self._show(piece, style.size)
            else:
                self._show_in_directions(line, left, place, style.size)
        self._write("ET")

    def _show_in_directions(self, line: TextLine, left: float, place: str, size: float) -> None:
        """Written in the order in which it is read, each run where it stands."""
        for run in runs(line.pieces, self.type, to_the_left=line.to_the_left):
            self._write(f"1 0 0 1 {left + run.at * size:.2f} {place}")
            if run.face in FILES or run.face == MISSING:
                self._show((run.face, run.shown), size)
            else:
                self._write(self._shaped(run, size))

    def _shaped(self, run: Run, size: float) -> str:
        """Readers are told what it says where the glyphs do not say it one by one; they put in order themselves what
        runs to the left, and would turn round what they are told of it."""
        font, left = self.type.font(run.face), run.to_the_left
        drawn = str(font.operators(run.text, size, self.canvas.document, to_the_left=left))
        if left or font.says(run.text):
            return drawn
        return f"/Span <</ActualText {text_string(run.text)}>> BDC {drawn} EMC"

    def label(self, x: float, baseline: float, line: TextLine, style: Style) -> None:
        """One line with its baseline at ``baseline`` below the top."""
        self.text(x, baseline - style.leading / 2 - 0.34 * style.size, (line,), style)

    def _show(self, piece: Piece, size: float) -> None:
        face, text = piece
        font, document = self.type.font(face), self.canvas.document
        if face == MISSING:
            self._write(f"/Span <</ActualText {text_string(text)}>> BDC")
        for subset, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            self._write(f"{name} {size:.4g} Tf ({codes.decode('latin-1').translate(_ESCAPED)}) Tj")
        if face == MISSING:
            self._write("EMC")

    def words(self, x: float, top: float, text: str, style: Style) -> None:
        """A short text on one line, however long: footers and numbers."""
        self.text(x, top, broken(text, style, 10_000, self.type)[:1], style)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        ink: str,
        width: float = 0.75,
        *,
        dashed: bool = False,
    ) -> None:
        dash = "[2 2] 0 d" if dashed else "[] 0 d"
        (x1, y1), (x2, y2) = start, end
        self._write(
            f"{self._inks[ink]} RG {width:.4g} w {dash}"
            f" {x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l S"
        )

    def polygon(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        path = " l ".join(f"{x:.2f} {self.height - y:.2f}" for x, y in points)
        head, _, rest = path.partition(" l ")
        self._write(f"{self._inks[ink]} rg {head} m {rest} l h f")

    def stroke(self, points: Sequence[tuple[float, float]], ink: str, width: float) -> None:
        path = " l ".join(f"{x:.2f} {self.height - y:.2f}" for x, y in points)
        head, _, rest = path.partition(" l ")
        self._write(f"{self._inks[ink]} RG {width:.4g} w [] 0 d 1 J 1 j {head} m {rest} l S 0 J 0 j")

    def circle(self, x: float, y: float, radius: float, ink: str, edge: str = "", width: float = 1.0) -> None:
        self._painted(ink, edge, width)
        y, r, k = self.height - y, radius, _KAPPA * radius
        self._write(
            f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c"
            f" {x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c"
            f" {x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c"
            f" {x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h {'B' if edge else 'f'}"
        )

    def box(
        self, x: float, y: float, size: Size, ink: str, *, round_: float = 0.0, edge: str = "", edge_width: float = 1.0
    ) -> None:
        self._painted(ink, edge, edge_width)
        width, height = size
        if round_:
            radius = min(round_, width / 2, height / 2)
            self.canvas.roundRect(x, self.height - y - height, width, height, radius, stroke=bool(edge), fill=1)
        else:
            self.canvas.rect(x, self.height - y - height, width, height, stroke=bool(edge), fill=1)

    def picture(self, x: float, top: float, size: Size, pixels: Pixels) -> None:
        width, height = size
        name = self.canvas.picture(pixels.width, pixels.height, pixels.data)
        self._write(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {self.height - top - height:.2f} cm /{name} Do Q")

    def frame(self, x: float, y: float, size: Size, ink: str, *, round_: float = 0.0) -> None:
        """A dashed outline with nothing in it."""
        self._write(f"{self._inks[ink]} RG 0.75 w [3 2.5] 0 d")
        self.canvas.roundRect(x, self.height - y - size[1], *size, round_, stroke=1, fill=0)

    def _painted(self, ink: str, edge: str, width: float) -> None:
        stroked = f" {self._inks[edge]} RG {width:.4g} w [] 0 d" if edge else ""
        self._write(f"{self._inks[ink]} rg{stroked}")
