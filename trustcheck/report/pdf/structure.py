"""The structure tree of a tagged PDF: headings, paragraphs, tables and figures in the order in which they are read.

What is written follows ISO 32000-1, 14.7. ReportLab only gives the objects their numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

MarkedContent = tuple[int, int]
"""A page counted from 0, and the number of a piece of marked content on it."""


@dataclass(eq=False, slots=True)
class Attached:
    """Something on a page that is not drawn by it: a field to fill in."""

    name: str
    """By which the document knows the object."""
    page: int
    """Counted from 0."""
    number: int = -1
    """Under which the object finds its element; known once the tree is written."""


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. Its kids are elements, marked pieces of pages, and what is attached to pages."""

    role: str
    kids: "list[Element | MarkedContent | Attached]" = field(default_factory=list)
    alt: str = ""
    attributes: str = ""
    """A PDF dictionary, ready to write: a header cell's scope, a figure's placement."""

    def add(self, role: str, alt: str = "", attributes: str = "") -> "Element":
        kid = Element(role, alt=alt, attributes=attributes)
        self.kids.append(kid)
        return kid


class Written(PDFObject):  # type: ignore[misc]
    """An object whose bytes are known already."""

    def __init__(self) -> None:
        self.content = b""

    def format(self, document: Any) -> bytes:  # noqa: ARG002 - ReportLab's signature
        return self.content


class StructureTree:
    """Writes a tree into a ReportLab document, in one walk: every node gets its number before its kids are written."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbers: dict[int, int] = {}
        self._attached: list[int] = []
        self._pages = 0

    def written(self, top: Element, marks: Sequence[Sequence[Element]]) -> Written:
        """The root object. ``marks`` names, page by page, the element of each piece of marked content."""
        root, parents = Written(), Written()
        self._pages = len(marks)
        number = self._numbered(root, "structure")
        first = self._node(top, number)
        rows = (
            f"{page} [{' '.join(f'{self._numbers[id(each)]} 0 R' for each in elements)}]"
            for page, elements in enumerate(marks)
        )
        owners = (f"{at} {element} 0 R" for at, element in enumerate(self._attached, len(marks)))
        parents.content = f"<</Nums [{' '.join((*rows, *owners))}]>>".encode()
        root.content = (
            f"<</Type /StructTreeRoot /K [{first} 0 R] /ParentTree {self._numbered(parents, 'parents')} 0 R"
            f" /ParentTreeNextKey {len(marks) + len(self._attached)}>>"
        ).encode()
        return root

    def _node(self, element: Element, parent: int) -> int:
        node = Written()
        number = self._numbers[id(element)] = self._numbered(node, f"element {len(self._numbers)}")
        page = next((each[0] for each in element.kids if isinstance(each, tuple)), None)
        kids = [self._kid(each, number, page) for each in element.kids]
        entries = [
            f"/S /{element.role} /P {parent} 0 R",
            f"/K [{' '.join(kids)}]" if len(kids) != 1 else f"/K {kids[0]}",
        ]
        if page is not None:
            entries.append(f"/Pg {self._page(page)} 0 R")
        if element.alt:
            entries.append(f"/Alt {text_string(element.alt)}")
        if element.attributes:
            entries.append(f"/A {element.attributes}")
        node.content = f"<<{' '.join(entries)}>>".encode("ascii")
        return number

    def _kid(self, kid: Element | MarkedContent | Attached, parent: int, own: int | None) -> str:
        """A kid's reference, or the number of a mark: on the element's own page the number alone says enough."""
        if isinstance(kid, Element):
            return f"{self._node(kid, parent)} 0 R"
        if isinstance(kid, Attached):
            kid.number = self._pages + len(self._attached)
            self._attached.append(parent)
            return f"<</Type /OBJR /Obj {self._number_of(kid.name)} 0 R /Pg {self._page(kid.page)} 0 R>>"
        page, mark = kid
        return str(mark) if page == own else f"<</Type /MCR /Pg {self._page(page)} 0 R /MCID {mark}>>"

    def _numbered(self, node: Written, name: str) -> int:
        self._document.Reference(node, name)
        return self._number_of(name)

    def _page(self, page: int) -> int:
        return self._number_of(f"Page{page + 1}")

    def _number_of(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])


def text_string(text: str) -> str:
    """A text as PDF writes it where it is not drawn: as it is, or as UTF-16 in hexadecimal digits."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
