"""Every question with its answer: on the first page of the short form, an annex of the full one."""

from collections.abc import Iterator
from dataclasses import replace

from trustcheck.app.presenting.aloud import aloud_sentence
from trustcheck.app.presenting.appendix import Told
from trustcheck.app.presenting.last_time import still_proposed
from trustcheck.app.presenting.shown import shown_answers, shown_answers_heading, shown_answers_words
from trustcheck.app.results.personal import ItemResult, PersonalResult, ThemeResult
from trustcheck.charts.answers import answer_strip
from trustcheck.charts.scene import Scene
from trustcheck.charts.shown_facts import shown_facts
from trustcheck.report.document.parts import Bullets, Figure, Heading, Part, Section, Table, TableCell, Words, is_pulse
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import in_a_row

# An appendix for those who add up: how every number of the report was worked out.


def every_sum(told: Told) -> Section:
    """A heading and its lines for each number, and last what holds for all of them."""
    sums, rules = told
    name = _("The sum of every number")
    lead = _("Every number of this report, added up from what it rests on. What holds for several stands at the end.")
    parts: list[Part] = [Words(lead, "quiet", gap=3)]
    for each in sums:
        if each.lines:
            parts += [Heading(each.heading, 4), Bullets(each.lines, "small")]
    if rules:
        parts += [Heading(_("What holds for several of them"), 4), Bullets(rules, "small")]
    return Section("sums", _("For those who add up"), name, tuple(parts), name)


_SHARES, _TYPE = (0.53, 0.275, 0.195), 8.4
"""Columns and the type of the strips in the short form's twelve rows."""
_ANNEX_SHARES, _ANNEX_TYPE = (0.58, 0.235, 0.185), 7.4
"""In the annex, so that forty questions keep to one page."""
_GUTTERS = 18.0
_SHOWN_TYPE = 9.5


def all_questions(result: PersonalResult, width: float) -> Section | None:
    """``None`` where no question was answered: a list of nothing says nothing."""
    if result.count.skipped == result.count.asked:
        return None
    title = _("Every question and its answer, by theme")
    parts = (replace(questions_table(result, width), gap=5), *skipped(result), *said_beside(result, width))
    return Section("questions", _("All answers"), title, parts, title)


def said_of_them(result: PersonalResult) -> list[Part]:
    """What of last time is not confirmed, and how many answers somebody would not say aloud, where there is any."""
    told = still_proposed(result), aloud_sentence(result.round.marks, result.questionnaire.asked(result.form))
    return [Words(said, gap=8) for said in told if said]


def said_beside(result: PersonalResult, width: float) -> list[Part]:
    """How many of their answers can be shown, where somebody said so."""
    parts: list[Part] = []
    rows = shown_answers(result)
    scene = shown_facts(rows, width, size=_SHOWN_TYPE) if rows else None
    if scene is not None:
        head = Words(shown_answers_heading(), "accent", gap=9)
        parts += [head, Words(shown_answers_words(rows), "quiet", gap=3), Figure(scene, gap=3)]
    return parts


def questions_table(result: PersonalResult, width: float) -> Table:
    """Question, answer and theme; a stronger line where a theme ends. Only what the form asks and was answered."""
    annex = not is_pulse(result)
    shares, size = (_ANNEX_SHARES, _ANNEX_TYPE) if annex else (_SHARES, _TYPE)
    room = (width - _GUTTERS) * shares[1]
    rows: list[tuple[TableCell, ...]] = []
    breaks: list[int] = []
    for theme in result.themes:
        items = [item for item in _asked(result, theme) if item.answer is not None]
        if items:
            breaks.append(len(rows))
        rows += [(item.wording, _strip(result, item, room, size), theme.theme.name) for item in items]
    columns = (_("Question"), _("Answer"), _("Theme"))
    return Table(columns, tuple(rows), shares, tuple(breaks), tight=True, small=annex)


def skipped(result: PersonalResult) -> Iterator[Part]:
    """The questions without an answer, in one line instead of a row each."""
    left = [(theme, sum(1 for item in _asked(result, theme) if item.answer is None)) for theme in result.themes]
    count = sum(number for _theme, number in left)
    if not count:
        return
    named = [f"{theme.theme.name} ({number})" for theme, number in left if number]
    words = ngettext("{number} question was skipped: {themes}.", "{number} questions were skipped: {themes}.", count)
    yield Words(capitalised(words.format(number=in_words(count), themes=in_a_row(named))), "quiet", gap=7)


def _asked(result: PersonalResult, theme: ThemeResult) -> list[ItemResult]:
    asked = frozenset(result.questionnaire.asked(result.form))
    return [item for item in theme.items if item.item.id in asked]


def question_row(result: PersonalResult, item: ItemResult, room: float) -> tuple[TableCell, TableCell]:
    """A question beside the themes, and its answer in ``room`` points."""
    return item.wording, _strip(result, item, room - _GUTTERS, _TYPE)


def _strip(result: PersonalResult, item: ItemResult, width: float, size: float) -> Scene:
    point = item.answer.point if item.answer else None
    return answer_strip(result.questionnaire.scale, point, item.words, width, size=size)
