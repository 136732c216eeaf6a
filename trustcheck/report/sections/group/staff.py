"""The staff's edition: what we asked and heard, what we will do, what not, when they hear again, what was promised."""

from collections.abc import Iterator
from dataclasses import replace

from trustcheck.app.collecting.set_up import refused_in_full
from trustcheck.app.presenting.group_banners import kept
from trustcheck.app.presenting.group_findings import heard
from trustcheck.app.presenting.group_sayings import held, is_pulse, took_part
from trustcheck.app.presenting.group_seen import hidden_view, views_of
from trustcheck.app.presenting.group_themes import pillar_row
from trustcheck.app.presenting.promises import in_a_line, promise_labels
from trustcheck.app.presenting.retests import again_pairs
from trustcheck.app.presenting.what_was_asked import disclosure, what_we_asked
from trustcheck.app.results.group import GroupResult
from trustcheck.charts.group_profile import group_profile
from trustcheck.charts.scene import Scene
from trustcheck.domain.checks.promises import next_look
from trustcheck.report.document.parts import Beside, Bullets, Figure, Heading, Part, RuledLines, Section, Tone, Words
from trustcheck.report.pdf.logo import logo
from trustcheck.report.sections.group.front import about_marks, key, profile_scene
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.words import gettext as _
from trustcheck.words.days import day
from trustcheck.words.sentences import leading

_GUTTER = 24.0
_FORMS = ((8.6, True), (8.0, True), (7.4, True), (7.4, False))
"""The chart's type, and whether all is headed: the first with which everything stays on one page."""


def staff_pages(wanted: SectionInput) -> Section:
    place = wanted.result.summary.organisation.name
    title = _("What you told us, and what we will do")
    parts, *tighter = (tuple(_parts(wanted, size, headed)) for size, headed in _FORMS)
    return Section("staff", place or _("Trust check"), title, parts, title, tighter=tuple(tighter))


def _parts(wanted: SectionInput, size: float, headed: bool) -> Iterator[Part]:
    result = wanted.result
    yield from _beginning(wanted, headed)
    yield Heading(_("What we heard"))
    yield from _heard(wanted, size, "compact" if headed else "small")
    columns = (
        (Heading(_("What we will do")), *_promise(result)),
        (Heading(_("What we will not do, and why")), *_written(wanted.options.will_not, 3)),
    )
    yield Beside(columns, (1.0, 1.0), 26, gap=12)
    columns = (
        (Heading(_("When you hear from us again")), *_again(result)),
        (Heading(_("What you were promised")), Words(kept(result), "small", gap=2)),
    )
    yield Beside(columns, (1.0, 1.0), 26, gap=9)
    yield Words(_after(result), "small", gap=8)


def _beginning(wanted: SectionInput, headed: bool) -> Iterator[Part]:
    """What was asked, with the logo at its side where there is one."""
    head = (Heading(_("What we asked")),) if headed else ()
    asked = (*head, Words(_asked(wanted.result), "compact", gap=2))
    picture = logo(wanted.options.logo, wanted.result.summary.organisation.name)
    if picture is None:
        yield from asked
    else:
        yield Beside((asked, (picture,)), (1.0, 150.0 / (wanted.width - _GUTTER - 150.0)), _GUTTER, gap=10)


def _asked(result: GroupResult) -> str:
    asked = result.questionnaire
    said = what_we_asked(asked, len(asked.asked(result.setup.form)), held=held(result), people=took_part(result))
    hidden = [hidden_view(result, each.perspective) for each in result.took if each.perspective not in views_of(result)]
    return " ".join((said, *hidden))


def _heard(wanted: SectionInput, size: float, tone: Tone) -> Iterator[Part]:
    result = wanted.result
    if result.own_words:
        yield Words(result.own_words, "body", _("In our own words:"), gap=3)
    if views_of(result):
        yield Figure(key(result, wanted.width, size), gap=0)
        yield Figure(_chart(result, wanted.width, size), gap=0)
        yield Words(about_marks(result), "small", gap=2)
    said = tuple(heard(result))
    if said:
        yield Bullets(said, tone)


def _chart(result: GroupResult, width: float, size: float) -> Scene:
    """Every theme; of the short form the pillars, by the names they have for everybody."""
    if not is_pulse(result):
        return profile_scene(result, width, size)
    rows = [replace(pillar_row(result, each), name=each.pillar.name) for each in result.pillars]
    return group_profile(rows, width, size=size, cuts=result.questionnaire.cuts)


def _promise(result: GroupResult) -> Iterator[Part]:
    """What was promised, in the words it was promised in; or lines for a pen."""
    if not result.promises:
        yield RuledLines(3, 3, gap=0, step=19)
    for promise in result.promises:
        yield Words(in_a_line(promise.text, promise.who, None), "compact", gap=3)
        if promise.sign.strip():
            yield Words(promise.sign, "quiet", leading(promise_labels(together=True)[1]), gap=3)
        for _label, said in again_pairs(result.retests, promise):
            yield Words(said, "quiet", gap=3)


def _written(text: str, lines: int) -> Iterator[Part]:
    if text.strip():
        yield Words(text, "compact", gap=3)
    else:
        yield RuledLines(lines, lines, gap=0, step=19)


def _again(result: GroupResult) -> Iterator[Part]:
    when = next_look(result.promises)
    if when is not None:
        yield Words(
            _("On {day} we look again, and tell you what became of it.").format(day=day(when)), "compact", gap=3
        )
    else:
        yield Beside(((Words(_("On which day"), "label", gap=2),), (RuledLines(1, 1, 0, 17),)), (0.2, 0.8), 8, gap=2)


def _after(result: GroupResult) -> str:
    routes = result.setup.routes.strip()
    concern = ""
    if routes:
        said = _("For a concern that a questionnaire cannot take up: {routes}. ")
        concern = said.format(routes=routes.rstrip("."))
    return f"{concern}{disclosure(result.questionnaire)} {refused_in_full()}"
