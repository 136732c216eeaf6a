"""Where a field stands on its page, for programs that are used with a mouse."""

from collections.abc import Iterable
from pathlib import Path

import pikepdf

from tests.forms_by_programs.steps import Step

Place = tuple[int, float, float]
"""The page, counted from 0, and points from its upper left corner to the middle of the field."""


def with_places(steps: Iterable[Step], form: Path) -> list[tuple[str, str, str, int, float, float]]:
    known = _places(form)
    return [(deed, name, value, *known[name, value if deed == "choose" else ""]) for deed, name, value in steps]


def _places(form: Path) -> dict[tuple[str, str], Place]:
    found = {}
    with pikepdf.open(form) as file:
        for at, page in enumerate(file.pages):
            height = float(page.mediabox[3])
            for widget in page.get("/Annots", []):
                left, bottom, right, top = (float(each) for each in widget.Rect)
                state = next((each[1:] for each in widget.AP.N if each != "/Off"), "") if "/Parent" in widget else ""
                name = str(widget.Parent.T if "/Parent" in widget else widget.T)
                found[name, state] = (at, (left + right) / 2, height - (bottom + top) / 2)
    return found
