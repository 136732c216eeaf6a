"""What may be passed on of a group's answers, as lines to read: worded where exports are worded, laid out here."""

from collections.abc import Iterator

from trustcheck.app.carrying.export_lines import lines_of_group
from trustcheck.app.carrying.export_model import GroupCheck
from trustcheck.app.carrying.line import ExportLine
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_BELOW = ("theme", "question", "gap")
"""Kinds of lines that go on below the line before."""


def publishable_lines(check: GroupCheck) -> Iterator[str]:
    """A line for each value, below its theme and pillar, with why it is not shown where it is not."""
    about = check.questionnaire
    yield _("{id} {version}, {form} form").format(id=about.id, version=about.version, form=check.setup.form.value)
    titles = {"unseen": _("What people could not see"), "suggestion": _("What to try")}
    before = "form"
    for line in lines_of_group(check):
        if line.what not in ("form", before, *_BELOW):
            yield ""
            yield from (titles[each] for each in titles if each == line.what)
        if line.what != "form":
            yield _indent(line, about) + _told(line)
        before = line.what


def _indent(line: ExportLine, about: Questionnaire) -> str:
    if line.what == "question":
        return "    "
    return "  " if line.what == "theme" or (line.what == "gap" and line.id in about.theme_by_id) else ""


def _told(line: ExportLine) -> str:
    if line.what == "people":
        number = ngettext("{view}: {n} person", "{view}: {n} people", line.n or 0)
        return number.format(view=people_first(Perspective(line.view)), n=line.n) + f"; {line.text}"
    if not line.words:
        return line.text
    name = line.words.rstrip(".")
    if line.view:
        name = _("{words}, {view}").format(words=name, view=people(Perspective(line.view)))
    return f"{name}: " + "; ".join(each for each in _said(line) if each)


def _said(line: ExportLine) -> Iterator[str]:
    """The number first, then what it amounts to. How far views lie apart is in the words of a gap."""
    if line.what != "gap":
        if line.points is not None:
            yield ", ".join(each for each in (_("{points} of 100").format(points=line.points), line.answer) if each)
        if line.low is not None and line.high is not None:
            yield _("{low} to {high}").format(low=line.low, high=line.high)
        if line.n is not None:
            yield f"n = {line.n}"
    yield line.text
