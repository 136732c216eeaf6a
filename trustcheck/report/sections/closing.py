"""Own notes, the one promise, and every question with its answer."""

from gettext import gettext as _

from trustcheck.app.ports import ReportOptions
from trustcheck.app.results import ItemResult, PersonalResult
from trustcheck.charts.answers import answer_strip
from trustcheck.charts.scene import Scene
from trustcheck.report.parts import Beside, Cell, Lines, Pairs, Panel, Part, Section, Table, Words
from trustcheck.report.wording import day, is_pulse

_STRIP = 150.0
_STRIP_TYPE = 8.4


def notes(result: PersonalResult, options: ReportOptions) -> Section:
    promise = result.round.promise
    title = _("Your notes, and one promise") if promise is None else _("One promise, and your notes")
    parts: list[Part] = [_promise(result)]
    written = _written(result) if options.with_notes else []
    if written:
        parts += [Words(_("What you noted while answering"), "accent", gap=13), *written]
    parts += [Words(_("For your own notes"), "accent", gap=13), Lines()]
    return Section("notes", _("What happens next"), title, tuple(parts), _("Notes and one promise"), share=0.36)


def _promise(result: PersonalResult) -> Part:
    promise = result.round.promise
    if promise is None:
        ask = Words(_("One promise is more than five. What will you do, until when, and how would you see it?"))
        labels = (_("I will"), _("I look again on"), _("The sign that it works"))
        return Panel((ask, *(_to_fill(label) for label in labels)), "card")
    pairs = [(_("I will"), promise.text)]
    if promise.look_again_on:
        pairs.append((_("I look again on"), day(promise.look_again_on)))
    if promise.sign.strip():
        pairs.append((_("The sign that it works"), promise.sign))
    return Panel((Pairs(tuple(pairs), 124, gap=0),), "card")


def _to_fill(label: str) -> Part:
    return Beside(((Words(label, "label", gap=0),), (Lines(1, 1, 0, 17),)), (0.27, 0.73), 8, gap=9)


def _written(result: PersonalResult) -> list[Part]:
    noted = [item for theme in result.themes for item in theme.items if item.note.strip()]
    parts: list[Part] = []
    for item in noted:
        parts.append(Words(_("{sentence} {answer}.").format(sentence=item.wording, answer=item.words), "quiet", gap=6))
        parts.append(Words(item.note, "compact", gap=0))
    return parts


def all_questions(result: PersonalResult) -> Section:
    groups = [(theme.theme.name, [item for item in theme.items if _was_asked(result, item)]) for theme in result.themes]
    rows: list[tuple[Cell, ...]] = []
    breaks = []
    for name, items in groups:
        if items:
            breaks.append(len(rows))
        rows += [(item.wording, _strip(result, item), name) for item in items]
    columns = (_("Question"), _("Answer"), _("Theme"))
    table = Table(columns, tuple(rows), (0.56, 0.27, 0.17), tuple(breaks), tight=True)
    introduction = Words(_("As you read and answered them, sorted by theme."), "quiet", gap=0)
    title = _("Every question and its answer")
    return Section("questions", _("All answers"), title, (introduction, table), title)


def _was_asked(result: PersonalResult, item: ItemResult) -> bool:
    return not is_pulse(result) or item.item.id in result.questionnaire.pulse


def _strip(result: PersonalResult, item: ItemResult) -> Scene:
    point = item.answer.point if item.answer else None
    return answer_strip(result.questionnaire.scale, point, item.words, _STRIP, size=_STRIP_TYPE)
