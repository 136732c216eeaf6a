"""A font of boxes: each character that no font has is drawn as a box and stays searchable as itself.

It is a PDF Type 3 font (ISO 32000-1, 9.6.5) with one drawing for every code and a map from codes to characters. It
offers what ReportLab's documents ask of a font that grows while it is used.
"""

from typing import Any, ClassVar

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

from trustcheck.report.pdf.character_map import character_map

_CODES = 255
_BOX = "620 0 60 -40 560 700 d1 60 -40 500 740 re 105 5 410 650 re f*"


class BoxFont:
    """One per document. ``splitString`` hands out codes, ``addObjects`` writes the font when the document is saved."""

    WIDTH: ClassVar[int] = 620
    fontName = "missing"  # noqa: N815 - ReportLab's name

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._name = ""

    def width(self, text: str) -> float:
        """For a size of one point."""
        return self.WIDTH * len(text) / 1000

    def splitString(self, text: str, doc: Any) -> list[tuple[int, bytes]]:  # noqa: ARG002, N802 - as ReportLab calls it
        """The text as (subset, codes): 255 characters to a subset, code 0 unused."""
        parts: list[tuple[int, bytes]] = []
        for each in text:
            subset, code = divmod(self._codes.setdefault(each, len(self._codes)), _CODES)
            coded = bytes((code + 1,))
            if parts and parts[-1][0] == subset:
                parts[-1] = (subset, parts[-1][1] + coded)
            else:
                parts.append((subset, coded))
        return parts

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - ReportLab's name
        if not self._name:
            self._name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = "/" + self._name
            doc.delayedFonts.append(self)
        return f"/{self._name}+{subset}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        characters = list(self._codes)
        fonts = doc.idToObject["BasicFonts"].dict
        for start in range(0, len(characters), _CODES):
            name = self.getSubsetInternalName(start // _CODES, doc)[1:]
            fonts[name] = self._subset(characters[start : start + _CODES], doc)
            doc.Reference(fonts[name], name)

    def _subset(self, characters: list[str], doc: Any) -> PDFDictionary:
        said = character_map("Boxes", enumerate(characters, 1), 1)
        drawing, unicodes = PDFStream(content=_BOX), PDFStream(content=said)
        differences = PDFArray([1, *[PDFName("box")] * len(characters)])
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type3"),
                "FontBBox": PDFArray([0, -40, self.WIDTH, 700]),
                "FontMatrix": PDFArray([0.001, 0, 0, 0.001, 0, 0]),
                "CharProcs": PDFDictionary({"box": doc.Reference(drawing)}),
                "Encoding": PDFDictionary({"Type": PDFName("Encoding"), "Differences": differences}),
                "FirstChar": 1,
                "LastChar": len(characters),
                "Widths": PDFArray([self.WIDTH] * len(characters)),
                "Resources": PDFDictionary({}),
                "ToUnicode": doc.Reference(unicodes),
            }
        )
