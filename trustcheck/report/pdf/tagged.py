"""A canvas that writes a tagged PDF: structure tree, language, title, bookmarks, and no clock anywhere.

ReportLab has no call for tags, so this leans on its internals (``_code``, ``_doc``, ``addPage``); the version is
pinned and a test reads the tree back. What is written follows ISO 32000-1, 14.7 and 14.8. It claims no more than that:
no PDF/UA and no PDF/A.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import md5
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from trustcheck.report.pdf.structure import Element, StructureTree

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
