"""The program that reads one policy from a PDF or DOCX, within limits, or ends. Says its text as one line of JSON."""

import json
import logging
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from trustcheck.domain.policy.reading import MOST_LETTERS
from trustcheck.exchange.work_limits import WorkWatch, limit_memory

SECONDS = 20.0
"""Of work, for one policy."""
MOST_PAGES = 200
MOST_UNPACKED = 64 * 1024 * 1024
_MOST_PARTS = 5_000
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class NoPolicy(Exception):
    """The file holds no text that could be read; ``why`` is one of ``damaged``, ``locked``, ``pictures``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def serve(kind: str) -> None:
    logging.disable(logging.CRITICAL)
    limit_memory()
    watch = WorkWatch(SECONDS)
    content = sys.stdin.buffer.read()
    watch.begin()
    said: dict[str, Any]
    try:
        said = {"text": text_of(kind, content)}
    except NoPolicy as refused:
        said = {"why": refused.why}
    sys.stdout.write(f"{json.dumps(said)}\n")


def text_of(kind: str, content: bytes) -> str:
    """Raises :class:`NoPolicy`; whatever else a library says of a broken file is ``damaged``."""
    try:
        text = "".join(_docx(content) if kind == "docx" else _pdf(content))[:MOST_LETTERS]
    except (NoPolicy, MemoryError):
        raise
    except Exception as problem:
        raise NoPolicy("damaged") from problem
    if not text.strip():
        raise NoPolicy("pictures")
    return text


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PasswordType, PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise NoPolicy("locked")
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES:
            return
        yield f"{page.extract_text()}\n"


def _docx(content: bytes) -> Iterator[str]:
    """Paragraphs wherever they stand: in tables, text boxes, and in what was inserted while changes were tracked."""
    from docx import Document
    from docx.oxml.ns import qn

    _look_through(content)
    body = Document(BytesIO(content)).element.body
    words, breaks, paragraph = qn("w:t"), {qn("w:br"), qn("w:cr"), qn("w:tab")}, qn("w:p")
    again = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    for each in body.iter(paragraph):
        # A text box stands there twice, the second time for readers of long ago.
        if any(above.tag == again for above in each.iterancestors()):
            continue
        own = (node for node in each.iter() if next(node.iterancestors(paragraph), each) is each)
        said = "".join(node.text or "" if node.tag == words else " " if node.tag in breaks else "" for node in own)
        if said.strip() and not _is_heading(each):
            yield f"- {said}\n" if _is_point(each) else f"\n{said}\n"


def _is_heading(paragraph: Any) -> bool:
    style = (paragraph.style or "").lower()
    return style.startswith(("heading", "title", "berschrift", "titre", "titel", "ttulo"))


def _is_point(paragraph: Any) -> bool:
    """Of a list: by a number or a dot of its own, or by a style that has one."""
    from docx.oxml.ns import qn

    return (paragraph.style or "").lower().startswith("list") or paragraph.find(f".//{qn('w:numPr')}") is not None


def _look_through(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
        known = all(each.compress_type in _PACKED for each in parts)
        if not known or len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
            raise NoPolicy("damaged")
