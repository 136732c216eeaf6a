"""How a Word document looks: the styles of its words, tables and frames, by name, for whoever goes on writing in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from trustcheck.report.document.parts import PanelLook, Tone
from trustcheck.report.maker import language_tag

TONES: dict[Tone, tuple[float, str]] = {
    "body": (10.5, "ink"),
    "compact": (10.0, "ink"),
    "quiet": (10.0, "ink2"),
    "small": (9.0, "ink2"),
    "label": (9.0, "ink2"),
    "accent": (10.5, "accent"),
}
LINES, _CARD, _STRIP, _MARK = "Trust table", "Trust card", "Trust strip", "Trust mark"
_AROUND = ("top", "left", "bottom", "right")
_FRAMES = (
    (LINES, ("top", "bottom", "insideH"), "line"),
    (_CARD, _AROUND, "line"),
    (_STRIP, (), "line"),
    (_MARK, ("left",), "line_strong"),
)
PANELS: dict[PanelLook, str] = {"card": _CARD, "strip": _STRIP, "mark": _MARK, "note": _CARD}


def add_styles(document: WordDocument, inks: Mapping[str, str]) -> None:
    """Headings, paragraphs and tables of a report, in named ``inks``; Word's own names where it has one."""
    styles = document.styles
    for name, size, face, ink in (
        ("Normal", 10.5, "Calibri", "ink"),
        ("Title", 32, "Georgia", "ink"),
        ("Heading 1", 20, "Georgia", "ink"),
        ("Heading 2", 13, "Calibri", "ink"),
        ("Heading 3", 11, "Calibri", "ink"),
        ("Footer", 8.5, "Calibri", "ink2"),
        ("List Bullet", 10.5, "Calibri", "ink"),
    ):
        style = styles[name]
        style.font.name, style.font.size = face, Pt(size)
        style.font.color.rgb = _colour(inks, ink)
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn(script), face)
    border = styles["Title"].element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    for name, sides, ink in _FRAMES:
        made = styles.add_style(name, WD_STYLE_TYPE.TABLE)
        made.base_style = styles["Normal Table"]
        about = OxmlElement("w:tblPr")
        about.append(_framed(sides, inks[ink]))
        made.element.append(about)
        if name == _STRIP:
            filled = OxmlElement("w:tcPr")
            filled.append(with_values("w:shd", val="clear", color="auto", fill=inks["sunk"].removeprefix("#")))
            made.element.append(filled)
    for tone, (size, ink) in TONES.items():
        style = styles.add_style(style_of(tone), WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.color.rgb = Pt(size), _colour(inks, ink)
        style.font.bold = tone == "label"
    spoken = styles.element.find(f".//{qn('w:lang')}")
    if spoken is not None:
        spoken.set(qn("w:val"), language_tag())


def style_of(tone: Tone) -> str:
    return f"Trust {tone}"


def _colour(inks: Mapping[str, str], ink: str) -> RGBColor:
    return RGBColor.from_string(inks[ink].removeprefix("#"))


def with_values(name: str, **values: str) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _framed(sides: Sequence[str], colour: str) -> Any:
    listed = OxmlElement("w:tblBorders")
    for side in sides:
        listed.append(with_values(f"w:{side}", val="single", sz="6", space="0", color=colour.removeprefix("#")))
    return listed
