"""Reads a finished report back: its words, its outline, its structure tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pypdf import PdfReader


def squeezed(text: str) -> str:
    return " ".join(text.split())


def words_of(pdf: bytes) -> str:
    """All the text, with any run of blanks and line ends as one blank."""
    return squeezed("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def pages_of(pdf: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def bookmarks_of(pdf: bytes) -> list[str]:
    def flat(entries: list[Any]) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry.title

    return list(flat(PdfReader(BytesIO(pdf)).outline))


@dataclass(frozen=True)
class Node:
    role: str
    alt: str
    scope: str
    parent: str
    kids: tuple["Node", ...]
    pages: frozenset[int]
    """The numbers of the pages on which it has marked content of its own or of its kids."""

    def all(self, role: str = "") -> Iterator["Node"]:
        if role in ("", self.role):
            yield self
        for kid in self.kids:
            yield from kid.all(role)


def tree_of(pdf: bytes) -> Node:
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        return _node(file.Root.StructTreeRoot.K[0], "StructTreeRoot", pages)


def _node(element: Any, parent: str, pages: dict[Any, int]) -> Node:
    role = str(element.S)[1:]
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    elements = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    marks = [kid for kid in kids if not isinstance(kid, pikepdf.Dictionary) or "/MCID" in kid]
    below = tuple(_node(kid, role, pages) for kid in elements)
    scope = str(element.A.Scope)[1:] if "/A" in element and "/Scope" in element.A else ""
    on = [mark.Pg if isinstance(mark, pikepdf.Dictionary) else element.Pg for mark in marks]
    seen = frozenset(pages[page.objgen] for page in on).union(*(kid.pages for kid in below))
    return Node(role, str(element.get("/Alt", "")), scope, parent, below, seen)


def marked_numbers(pdf: bytes) -> list[tuple[list[int], int]]:
    """For each page the MCIDs in its content in order, and how many the parent tree knows."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as file:
        numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
        for page in file.pages:
            ids, open_marks = [], 0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and "/MCID" in operands[1]:
                    ids.append(int(operands[1].MCID))
                    assert open_marks == 0, "elements are never nested inside a page's content"
                if str(operator) in ("BDC", "BMC"):
                    open_marks += 1
                if str(operator) == "EMC":
                    open_marks -= 1
                if str(operator) in ("Tj", "S", "f", "B"):
                    assert open_marks >= 1, "nothing is drawn outside an element or an artifact"
            assert open_marks == 0
            found.append((ids, len(numbers[2 * int(page.obj.StructParents) + 1])))
    return found


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Each font's name, and whether its drawings travel in the file."""
    with pikepdf.open(BytesIO(pdf)) as file:
        found = {}
        for page in file.pages:
            for name, font in page.Resources.Font.items():
                if font.Subtype == "/Type3":
                    found[f"boxes {name}"] = "/CharProcs" in font
                else:
                    found[str(font.BaseFont)] = "/FontFile2" in font.FontDescriptor
        return found
