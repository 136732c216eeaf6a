"""The one promise, what was noted while answering, and room for own notes."""

from collections.abc import Iterator

from trustcheck.app.ports import ReportOptions
from trustcheck.app.presenting.promises import promise_labels, promise_pairs
from trustcheck.app.presenting.retests import again_pairs
from trustcheck.app.results.personal import PersonalResult
from trustcheck.report.document.parts import Beside, Pairs, Panel, Part, RuledLines, Section, Words
from trustcheck.report.sections.personal.answers import said_of_them
from trustcheck.words import gettext as _

_LINES = (4, 2, 0)
"""For a pen: as many as keep the section on the page where it begins."""


def notes(result: PersonalResult, options: ReportOptions) -> Section:
    """The promise, lines for a pen right below it, and what was noted: lines never stand alone on a page."""
    promised = result.round.promises
    title = _("One promise, and your notes") if len(promised) == 1 else _("Your promises, and your notes")
    title = title if promised else _("Your notes, and one promise")
    parts, *tighter = (tuple(_parts(result, options, lines)) for lines in _LINES)
    eyebrow, name = _("What happens next"), _("Notes and one promise")
    return Section("notes", eyebrow, title, parts, name, share=0.36, tighter=tuple(tighter))


def _parts(result: PersonalResult, options: ReportOptions, lines: int) -> Iterator[Part]:
    yield promise_panel(result)
    if lines:
        yield Words(_("For your own notes"), "accent", gap=13)
        yield RuledLines(lines, lines)
    yield from said_of_them(result)
    noted = written(result) if options.with_notes else []
    if noted:
        yield Words(_("What you noted while answering"), "accent", gap=16)
        yield from noted


def promise_panel(result: PersonalResult) -> Panel:
    """What was promised, or lines to promise on."""
    if not result.round.promises:
        ask = Words(_("One promise is more than five. What will you do, until when, and how would you see it?"))
        return Panel((ask, *(_to_fill(label) for label in promise_labels(together=False))), "card")
    kept = (
        (*promise_pairs(each, together=False), *again_pairs(result.retests, each)) for each in result.round.promises
    )
    return Panel(tuple(Pairs(each, 150, gap=9 if at else 0) for at, each in enumerate(kept)), "card")


def _to_fill(label: str) -> Part:
    return Beside(((Words(label, "label", gap=0),), (RuledLines(1, 1, 0, 17),)), (0.27, 0.73), 8, gap=9)


def written(result: PersonalResult) -> list[Part]:
    """What was noted, each note below its question and answer."""
    noted = [item for theme in result.themes for item in theme.items if item.note.strip()]
    parts: list[Part] = []
    for item in noted:
        parts.append(
            Words(
                _("{sentence} {answer}.").format(sentence=item.wording, answer=item.words), "quiet", gap=6, sticks=True
            )
        )
        parts.append(Words(item.note, "compact", gap=0))
    return parts
