"""What a surface claims of each number, and where two surfaces word one of them differently.

A claim is a number and its bands, of a theme, a pillar or everything together, in one view. It is read from the
sentences themselves, so that a surface which words something on its own is heard.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trustcheck.app.carrying.export_lines import ExportLine
from trustcheck.domain.questionnaire.model import Questionnaire

_BAND = "(?:Rare|Patchy|Usual|Consistent)"
_BANDS = f"{_BAND}(?: to {_BAND})?"
_VIEW = "leaders|staff"
OWN = ""
"""The view of one person's own check."""
Key = tuple[str, str]
"""A name and a view."""


@dataclass
class Claims:
    numbers: dict[Key, set[int]] = field(default_factory=dict)
    bands: dict[Key, set[str]] = field(default_factory=dict)

    def add(self, name: str, view: str, number: int, bands: str = "") -> None:
        self.numbers.setdefault((name, view), set()).add(number)
        if bands:
            self.bands.setdefault((name, view), set()).add(bands)


class Reader:
    """Reads claims. ``speaks`` is the view that is meant where a sentence names none."""

    def __init__(self, asked: Questionnaire, speaks: str = OWN) -> None:
        self._speaks = speaks
        known = {each.name: each.name for each in asked.themes}
        known |= {name: each.address for each in asked.pillars for name in (each.name, each.address)}
        self._known = known | dict.fromkeys(("Everything together", "Overall"), "Everything together")
        name = f"(?P<name>{'|'.join(sorted(map(re.escape, self._known), key=len, reverse=True))})"
        number, view = r"(?P<number>\d+)\b", f"(?P<view>{_VIEW})"
        self._patterns = [
            re.compile(each)
            for each in (
                rf"{name}(?:, {view})?: {number} of 100(?:, (?P<bands>{_BANDS}))?",
                rf"{name} \((?:{view} )?{number}",
                rf"{name} \(leaders \d+, (?P<view>staff) {number}\)",
                rf"{name} (?:stands )?at {number}",
                rf"{name}: answers {number}",
                rf"{name}:? {view} {number}",
                rf"{name}: leaders [^.;]*; (?P<view>staff) {number}",
                rf"{name} leaders \d+, (?P<view>staff) {number}",
            )
        ]
        self._line = re.compile(rf"^ +{name} +{number} ?(?P<bands>{_BANDS})?")

    def of_texts(self, texts: Iterable[str]) -> Claims:
        claims = Claims()
        for text in texts:
            for pattern in self._patterns:
                for found in pattern.finditer(text):
                    self._add(claims, found.groupdict(), self._speaks)
        return claims

    def of_export(self, lines: Iterable[ExportLine]) -> Claims:
        claims = Claims()
        for line in lines:
            if line.what in ("theme", "pillar", "overall") and line.points is not None:
                claims.add(self._known[line.words], self._view(line.view), line.points, line.answer)
        return claims

    def of_table(self, lines: Iterable[str]) -> Claims:
        claims, view = Claims(), self._speaks
        for line in lines:
            heading = re.match(r"(leader|staff): ", line)
            if heading is not None:
                view = self._view(heading[1])
            elif not line.startswith(" "):
                # Whatever follows another heading is no score of a view.
                view = self._speaks if line.startswith("Row ") else "?"
            elif (found := self._line.match(line)) is not None and view != "?":
                self._add(claims, found.groupdict(), view)
        return claims

    def rest_of(self, text: str) -> str:
        """What stays of a text once every claim is taken out."""
        for pattern in self._patterns:
            text = pattern.sub("", text)
        return text

    def _view(self, view: str) -> str:
        return OWN if self._speaks == OWN else {"leader": "leaders"}.get(view, view)

    def _add(self, claims: Claims, found: Mapping[str, str | None], view: str) -> None:
        name = self._known[found["name"] or ""]
        claims.add(name, found.get("view") or view, int(found["number"] or 0), found.get("bands") or "")


def worded_elsewhere(window: Claims, others: Mapping[str, Claims]) -> list[str]:
    """Each number and band of the window that another surface lacks or says otherwise, in words; empty if all agree."""
    told = []
    for key, numbers in window.numbers.items():
        if len(numbers) > 1:
            told.append(f"window: {key} is {sorted(numbers)}")
        for where, claims in others.items():
            if claims.numbers.get(key, set()) != numbers:
                told.append(f"{where}: {key} is {claims.numbers.get(key)} and not {numbers}")
    surfaces = {"window": window, **others}
    for key in window.bands:
        said = {bands for claims in surfaces.values() for bands in claims.bands.get(key, ())}
        if len(said) > 1:
            told.append(f"bands of {key} are {sorted(said)}")
    return told


def sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.?!\u201d]) +(?=[A-Z\u201c\d])", text) if each]


def is_about_a_number(sentence: str) -> bool:
    return re.search(rf"\d|\b{_BAND}\b", sentence) is not None
