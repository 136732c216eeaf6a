"""A canvas that writes a tagged PDF: structure tree, language, title, bookmarks, and no clock anywhere.

ReportLab has no call for tags, so this leans on its internals (``_code``, ``_doc``, ``addPage``); the version is
pinned and a test reads the tree back. What is written follows ISO 32000-1, 14.7 and 14.8. It claims no more than that:
no PDF/UA and no PDF/A.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import md5
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

# The structure tree of a tagged PDF: headings, paragraphs, tables and figures in the order in which they are read.
#
# What is written follows ISO 32000-1, 14.7. ReportLab only gives the objects their numbers.


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


PRODUCER = "TrustCheck"


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """Title, day and program. No author: who made a report is nobody's business but the reader's."""

    def __init__(self, title: str, day: date) -> None:
        super().__init__()
        self.title, self._day = title, f"D:{day:%Y%m%d}000000Z"

    def format(self, document: Any) -> bytes:
        text = pdfdoc.PDFString
        entries = {"Title": text(self.title), "Producer": text(PRODUCER), "Creator": text(PRODUCER)}
        entries |= {"CreationDate": text(self._day), "ModDate": text(self._day)}
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Everything drawn between ``marked(element)`` belongs to that element; everything else must be an artifact."""

    def __init__(self, size: tuple[float, float], title: str, language: str, day: date) -> None:
        super().__init__(BytesIO(), pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.root = Element("Document")
        self._language, self._pages, self._marks = language, [], []  # type: ignore[var-annotated]
        self._on_page: list[Element] = []
        self._depth = self._bookmarks = 0
        self._doc.info = _Info(title, day)
        self._doc.signature = md5(f"{PRODUCER} {title} {day.isoformat()}".encode(), usedforsecurity=False)
        self._doc.addPage = self._add_page

    def _make_preamble(self) -> None:
        """Without a first font: ReportLab would leave an unembedded Helvetica in the file."""
        self._preamble = "1 0 0 1 0 0 cm"

    def _add_page(self, page: Any) -> None:
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages), pdfdoc.PDFName("S")
        # As bytes: ReportLab would write the codes of text beyond 127 as two bytes each.
        content = page.stream.encode("latin-1")
        page.Contents = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
        self._doc.signature.update(content)
        self._pages.append(page)
        self._marks.append(self._on_page)
        self._on_page = []
        pdfdoc.PDFDocument.addPage(self._doc, page)

    @property
    def document(self) -> Any:
        """What fonts ask for when they hand out codes."""
        return self._doc

    def write(self, code: str) -> None:
        """Add drawing operators to the current page."""
        self._code.append(code)

    @contextmanager
    def marked(self, element: Element | None) -> Iterator[None]:
        """Draw as part of ``element``, or as an artifact (``None``). Inside another mark it does nothing."""
        if self._depth == 0 and element is None:
            self._code.append("/Artifact BMC")
        elif self._depth == 0 and element is not None:
            number = len(self._on_page)
            self._on_page.append(element)
            element.kids.append((len(self._pages), number))
            self._code.append(f"/{element.role} <</MCID {number}>> BDC")
        self._depth += 1
        yield
        self._depth -= 1
        if self._depth == 0:
            self._code.append("EMC")

    def picture(self, width: int, height: int, data: bytes) -> str:
        """Put pixels (RGB, compressed with zlib) into the file once; the name by which the current page draws them."""
        name = f"picture{md5(data, usedforsecurity=False).hexdigest()}"
        registered = str(self._doc.getXObjectName(name))
        if registered not in self._doc.idToObject:
            entries = {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceRGB", "Filter": "FlateDecode"}
            named = {key: pdfdoc.PDFName(value) for key, value in entries.items()}
            size = {"Width": width, "Height": height, "BitsPerComponent": 8}
            whole = pdfdoc.PDFDictionary(named | size)
            self._doc.Reference(pdfdoc.PDFStream(dictionary=whole, content=data, filters=[]), registered)
        self._formsinuse.append(name)
        return registered

    def shrink(self, scale: float, x: float, y: float) -> None:
        """Make all that was drawn on this page so far smaller, with its lower left corner at (x, y)."""
        self._code.insert(0, f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm")
        self._code.append("Q")

    def bookmark(self, title: str, level: int) -> None:
        """An entry of the file's outline that leads to the current page."""
        self._bookmarks += 1
        key = f"place {self._bookmarks}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level)

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def finished(self) -> bytes:
        """The whole file. The canvas is spent afterwards."""
        catalog = self._doc.Catalog
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = self._metadata()
        catalog.StructTreeRoot = StructureTree(self._doc).written(self.root, self._marks)
        self.showOutline()
        return bytes(self.getpdfdata())

    def _metadata(self) -> Any:
        content = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><dc:title><rdf:Alt>'
            f'<rdf:li xml:lang="x-default">{escape(self._doc.info.title)}</rdf:li></rdf:Alt></dc:title>'
            f"<pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>"
            '<?xpacket end="r"?>'
        )
        kind = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
        return pdfdoc.PDFStream(dictionary=kind, content=content.encode(), filters=[])
