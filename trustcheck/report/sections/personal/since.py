"""Since last time, of one person: what was promised, both checks side by side, and single answers as memories."""

from collections.abc import Iterator

from trustcheck.app.presenting.aloud import aloud_since
from trustcheck.app.presenting.change import about, headline, how_sure, row
from trustcheck.app.presenting.promises import became
from trustcheck.app.results.comparison import PersonalComparison
from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.then_now import then_now, then_now_key
from trustcheck.report.document.parts import Figure, Heading, Panel, Part, Section, Table, Words
from trustcheck.words import gettext as _

_TYPE = 9.4


def since(result: PersonalResult, width: float) -> Section | None:
    found = result.since
    if found is None:
        return None
    name = _("Since last time")
    return Section("since", name, headline(found), tuple(_parts(found, width)), name)


def _parts(found: PersonalComparison, width: float) -> Iterator[Part]:
    yield Words(about(found), "quiet", gap=4)
    if found.promises:
        yield Panel(
            tuple(Words(became(each, found.then_on), "compact", gap=2) for each in found.promises), "mark", gap=8
        )
    if not found.shared:
        return
    yield Figure(then_now_key(found.then_on, found.now_on, width, _TYPE), gap=8)
    yield Figure(then_now([row(each) for each in found.scores], width, size=_TYPE), gap=2)
    yield Panel(tuple(Words(each, "small", gap=2) for each in how_sure(found)), "strip", gap=8)
    if said := aloud_since(found.aloud):
        yield Words(said, gap=8)
    yield Heading(_("Answers that are others now"), 4)
    if not found.answers:
        yield Words(_("Every shared question has the same answer."), "quiet")
        return
    rows = tuple((each.wording, each.then, each.now) for each in found.answers)
    yield Table((_("Question"), _("Then"), _("Now")), rows, (0.6, 0.2, 0.2), tight=True, small=True, even=True)
