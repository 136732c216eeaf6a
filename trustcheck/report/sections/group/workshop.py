"""The talk about a result: a timed agenda made from it, and how to keep it safe."""

from collections.abc import Iterator, Sequence

from trustcheck.app.presenting.agenda import AgendaStep, agenda
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.personal_steps import promise_pairs
from trustcheck.domain.checks.round import Promise
from trustcheck.report.document.parts import Bullets, Heading, Pairs, Part, RuledLines, Section, Table, Words
from trustcheck.report.sections.group.closing import notes
from trustcheck.report.sections.group.wanted import SectionInput
from trustcheck.words import gettext as _

_LINES = (6, 2, 0)
"""For a pen, as far as there is room; none where notes follow, which belong on the same page."""


def workshop(wanted: SectionInput) -> Section | None:
    """Left out where nothing may be shown: there is nothing to talk about yet."""
    if not views_of(wanted.result):
        return None
    steps = agenda(wanted.result, wanted.options.minutes)
    title = _("{minutes} minutes together").format(minutes=steps[-1].end)
    introduction = _("Made from these answers: the theme, the order and the prompts come from what this report shows.")
    followed = notes(wanted) is not None
    decided = tuple(_promised(wanted.result.promise))
    forms = _LINES[-1:] if followed or decided else _LINES
    usual, *tighter = ((*_parts(introduction, steps, lines), *decided) for lines in forms)
    name = _("Workshop")
    return Section("workshop", name, title, usual, name, share=0.3, tighter=tuple(tighter), whole=True)


def _parts(introduction: str, steps: Sequence[AgendaStep], lines: int) -> Iterator[Part]:
    yield Words(introduction, "quiet", gap=3)
    columns = (_("Minute"), _("What"), _("Prompt"))
    yield Table(columns, tuple(_row(step) for step in steps), (0.13, 0.27, 0.6), tight=True, gap=6)
    yield Heading(_("So that it stays safe"))
    yield Bullets(_ground_rules(), "quiet")
    if lines:
        yield Heading(_("What we decided"))
        yield RuledLines(lines, lines)


def _promised(promise: Promise | None) -> Iterator[Part]:
    """What was decided, where somebody wrote it down."""
    if promise is None:
        return
    yield Heading(_("What we decided"))
    yield Pairs(promise_pairs(promise, together=True), 140, "small", gap=3)


def _row(step: AgendaStep) -> tuple[str, str, str]:
    return _("{start} to {end}").format(start=step.start, end=step.end), step.title, step.prompt


def _ground_rules() -> tuple[str, ...]:
    return (
        _("Nobody is asked how they answered, and nobody guesses aloud who did."),
        _("Talk about where people differ before you talk about what is low."),
        _("Those with the most say in the room speak last."),
        _("Silence is an answer too. Nobody has to tell a story."),
    )
