"""The parts of a form that can be filled in: written as ISO 32000-1, 12.7 says, with their pictures in the file.

Nothing depends on a reader making pictures of its own: every state of every button is drawn here. No script, no
action, nothing that is sent by itself.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference

from trustcheck.report.pdf.tagged import Attached, Element, TaggedCanvas, Written, text_string
from trustcheck.report.pdf.typed_font import NAME, typed_font

# A tagged canvas whose pages can carry fields.


class FormCanvas(TaggedCanvas):
    def annotate(self, reference: Any) -> None:
        """Put an object that the document knows onto the current page."""
        self._annotationrefs.append(reference)


FieldBox = tuple[float, float, float, float]
"""Left, bottom, right and top on the page, in points from its lower left corner."""

_PRINTED = 4
_HIDDEN_AND_LOCKED = 2 | 128
_READ_ONLY = 1
_RADIO = 1 << 15
_MULTILINE = 1 << 12
_TYPED, _NUMBERS = "Typed", "Helv"
"""The names of two fonts for what is typed: of notes, in any letters, and of numbers. Programs that cannot write with
the first can with the second, and a person sees which question a note is to."""
_HELVETICA = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
_EDGE = "0.35 0.38 0.4"
_CROSS = "0.04 0.37 0.39"


class _Widget(PDFObject):  # type: ignore[misc]
    """A field's place on its page. Page and element have their numbers when the file is put together, not before."""

    def __init__(self, page: int, entries: str, attached: Attached | None) -> None:
        self._page, self._entries, self._attached = page, entries, attached

    def format(self, document: Any) -> bytes:
        page, _generation = document.idToObjectNumberAndVersion[f"Page{self._page + 1}"]
        parent = f" /StructParent {self._attached.number}" if self._attached else ""
        return f"<</Type /Annot /Subtype /Widget /P {page} 0 R{parent} {self._entries}>>".encode("ascii")


class FormFields:
    """The fields of one file. Made with its canvas; fields are added to the current page; then :meth:`finish`."""

    def __init__(self, canvas: FormCanvas, size: float) -> None:
        self._canvas, self._size = canvas, size
        self._fields: list[str] = []
        self._drawn: dict[str, str] = {}
        self._count = 0
        self._fonts = f"/{_TYPED} {self._typed_font()} /{_NUMBERS} {self._written(_HELVETICA, 'number font')}"

    def choice(self, name: str, asks: str, options: Sequence[tuple[str, str, FieldBox, Element]]) -> None:
        """Buttons of which one can be chosen. ``options`` are (state, words, place, element)."""
        group = Written()
        number = self._registered(group, f"field {name}")
        kids = [self._button(number, asks, option) for option in options]
        group.content = (
            f"<</FT /Btn /Ff {_RADIO} /T {text_string(name)} /TU {text_string(asks)} /V /Off /Kids [{' '.join(kids)}]>>"
        ).encode("ascii")
        self._fields.append(number)

    def text(self, name: str, asks: str, box: FieldBox, element: Element, limit: int, *, lines: bool = False) -> None:
        """An empty line to write in, or a box of several; at most ``limit`` characters. Its frame is the page's."""
        empty = self._own_picture(box[2] - box[0], box[3] - box[1])
        entries = (
            f"/FT /Tx /Ff {_MULTILINE if lines else 0} /T {text_string(name)} /TU {text_string(asks)} /MaxLen {limit}"
            f" /V () /DA {self._typed_in(_TYPED if lines else _NUMBERS)} /AP <</N {empty}>>"
        )
        self._fields.append(self._placed(entries, box, element))

    def hidden(self, name: str, value: str) -> None:
        """A field nobody sees or changes. It stands on the current page and takes no room."""
        entries = (
            f"/F {_HIDDEN_AND_LOCKED} /Rect [0 0 0 0] /FT /Tx /Ff {_READ_ONLY} /T {text_string(name)}"
            f" /V {text_string(value)} /DA {self._typed_in()} /AP <</N {self._picture(1, 1, '')}>>"
        )
        self._fields.append(self._on_page(entries, None, self._next_name()))

    def finish(self) -> None:
        """Hang the form into the file. ``NeedAppearances`` stays off: the pictures are there."""
        form = Written()
        form.content = (
            f"<</Fields [{' '.join(self._fields)}] /DA {self._typed_in()} /DR <</Font <<{self._fonts}>>>>>>"
        ).encode("ascii")
        self._canvas.document.Catalog.AcroForm = form

    def _typed_in(self, font: str = _NUMBERS) -> str:
        return text_string(f"/{font} {self._size:g} Tf 0 g")

    def _typed_font(self) -> str:
        """Programs draw with it what a person types."""
        font = typed_font()
        packed = "/Filter /FlateDecode"
        program = self._stream(f"{packed} /Length1 {font.program_length}", font.program, "typed glyphs")
        unicodes = self._stream(packed, font.to_unicode(), "typed characters")
        glyphs = self._stream(packed, font.glyphs, "typed glyphs by code")
        descriptor = self._written(
            f"<</Type /FontDescriptor {font.descriptor} /FontFile2 {program}>>", "typed descriptor"
        )
        below = self._written(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{NAME} /CIDToGIDMap {glyphs} /DW 600 /W {font.widths}"
            f" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor}>>",
            "typed font by codes",
        )
        return self._written(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{NAME} /Encoding /Identity-H /DescendantFonts [{below}]"
            f" /ToUnicode {unicodes}>>",
            "typed font",
        )

    def _stream(self, entries: str, content: bytes, name: str) -> str:
        written = Written()
        written.content = f"<<{entries} /Length {len(content)}>>\nstream\n".encode("ascii") + content + b"\nendstream"
        return self._registered(written, name)

    def _button(self, parent: str, asks: str, option: tuple[str, str, FieldBox, Element]) -> str:
        state, words, box, element = option
        size = box[2] - box[0]
        empty = self._picture(size, size, _frame(size, size))
        chosen = self._picture(size, size, f"{_frame(size, size)}\n{_cross(size)}")
        entries = (
            f"/Parent {parent} /TU {text_string(f'{asks} {words}')} /AS /Off /H /N"
            f" /MK <</CA (8) /BC [{_EDGE}] /BG [1 1 1]>> /AP <</N <</{state} {chosen} /Off {empty}>>>>"
        )
        return self._placed(entries, box, element)

    def _placed(self, entries: str, box: FieldBox, element: Element) -> str:
        """On the current page, and in its place among what is read aloud."""
        attached = Attached(self._next_name(), self._canvas.page_count)
        element.kids.append(attached)
        rectangle = " ".join(f"{each:.2f}" for each in box)
        return self._on_page(f"/F {_PRINTED} /Rect [{rectangle}] {entries}", attached, attached.name)

    def _on_page(self, entries: str, attached: Attached | None, name: str) -> str:
        number = self._registered(_Widget(self._canvas.page_count, entries, attached), name)
        self._canvas.annotate(PDFObjectReference(name))
        return number

    def _next_name(self) -> str:
        self._count += 1
        return f"widget {self._count}"

    def _picture(self, width: float, height: float, code: str) -> str:
        """A drawing in its own coordinates; equal ones stand in the file once."""
        content = _stream(width, height, code)
        if content not in self._drawn:
            self._drawn[content] = self._written(content, f"picture {len(self._drawn)}")
        return self._drawn[content]

    def _own_picture(self, width: float, height: float) -> str:
        """Never shared: programs write what a person typed into it."""
        self._count += 1
        return self._written(_stream(width, height, "/Tx BMC EMC"), f"typed {self._count}")

    def _written(self, content: str, name: str) -> str:
        written = Written()
        written.content = content.encode("ascii")
        return self._registered(written, name)

    def _registered(self, thing: PDFObject, name: str) -> str:
        self._canvas.document.Reference(thing, name)
        return f"{self._canvas.document.idToObjectNumberAndVersion[name][0]} 0 R"


def _stream(width: float, height: float, code: str) -> str:
    return (
        f"<</Type /XObject /Subtype /Form /BBox [0 0 {width:.2f} {height:.2f}] /Resources <<>>"
        f" /Length {len(code)}>>\nstream\n{code}\nendstream"
    )


def _frame(width: float, height: float) -> str:
    return f"1 g {_EDGE} RG 0.9 w 0.45 0.45 {width - 0.9:.2f} {height - 0.9:.2f} re B"


def _cross(size: float) -> str:
    near, far = 0.24 * size, 0.76 * size
    return (
        f"{_CROSS} RG {0.14 * size:.2f} w 1 J {near:.2f} {near:.2f} m {far:.2f} {far:.2f} l S"
        f" {near:.2f} {far:.2f} m {far:.2f} {near:.2f} l S"
    )
