"""The one promise, what was noted while answering, and room for own notes."""

from trustcheck.app.day_words import day
from trustcheck.app.ports import ReportOptions
from trustcheck.app.results import PersonalResult
from trustcheck.report.parts import Beside, Lines, Pairs, Panel, Part, Section, Words
from trustcheck.words import gettext as _


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
