"""Notes beside the leaders' pages for whoever leads the talk: likely reactions, and questions to ask."""

from collections.abc import Iterator, Mapping, Sequence

from trustcheck.app.presenting.agenda import AgendaStep, agenda
from trustcheck.app.presenting.facilitating import COVER, Reactions, ground_rules, reactions, reactions_to_priority
from trustcheck.app.presenting.group_sayings import as_read
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.promises import promise_labels, promise_pairs, who_label
from trustcheck.app.presenting.retests import again_pairs
from trustcheck.app.report_options import section_names
from trustcheck.app.results.group import GroupResult
from trustcheck.app.workshop.slides import decided_words
from trustcheck.report.document.parts import Beside, Bullets, Heading, Pairs, Part, RuledLines, Section, Table, Words
from trustcheck.report.sections.group.closing import notes
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.words import gettext as _
from trustcheck.words.sentences import in_a_row

# The talk about a result: a timed agenda made from it, and how to keep it safe.


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
    decided = tuple(_decided(wanted.result))
    forms = _LINES[-1:] if followed or decided else _LINES
    usual, *tighter = ((*_parts(introduction, steps, lines), *decided) for lines in forms)
    name = _("Workshop")
    return Section("workshop", name, title, usual, name, share=0.3, tighter=tuple(tighter), whole=True)


def _parts(introduction: str, steps: Sequence[AgendaStep], lines: int) -> Iterator[Part]:
    yield Words(introduction, "quiet", gap=3)
    columns = (_("Minute"), _("What"), _("Prompt"))
    yield Table(columns, tuple(_row(step) for step in steps), (0.13, 0.27, 0.6), tight=True, gap=6)
    yield Heading(_("So that it stays safe"))
    yield Bullets(ground_rules(), "quiet")
    if lines:
        yield Heading(_("What we decided"))
        yield _to_promise(lines)


def _to_promise(lines: int) -> Part:
    """Lines for a pen in the columns of a promise, so that each can be typed in on its page afterwards."""
    columns = ((promise_labels(together=True)[0], 0.58), (who_label(), 0.22), (_("Until"), 0.2))
    return Beside(
        tuple((Words(label, "label", gap=0), RuledLines(lines, lines, gap=0)) for label, _share in columns),
        tuple(share for _label, share in columns),
        14,
        gap=4,
    )


def _decided(result: GroupResult) -> Iterator[Part]:
    """What was decided, where somebody wrote it down: in the organisation's own words."""
    decisions = result.workshop.decisions
    if decisions or result.promises:
        yield Heading(_("What we decided"))
    if decisions:
        yield Bullets(tuple(decided_words(each) for each in decisions), "small")
    for promise in result.promises:
        said = (*promise_pairs(promise, together=True), *again_pairs(result.retests, promise))
        yield Pairs(said, 140, "small", gap=3)


def _row(step: AgendaStep) -> tuple[str, str, str]:
    return _("{start} to {end}").format(start=step.start, end=step.end), step.title, step.prompt


ThemeNotes = Mapping[str, tuple[Part, ...]]


def notes_beside(result: GroupResult) -> ThemeNotes:
    """Parts for the page on which a section begins, by the section's id; ``cover`` for the first page."""
    names = {COVER: "", **section_names()}
    notes = {each: tuple(_laid_out(names[each], said)) for each, said in reactions().items()}
    notes["themes"] += tuple(_together(result))
    for place, proposal in enumerate(result.proposals[:3], 1):
        theme = result.theme(proposal.theme_id)
        said = reactions_to_priority(result, theme, place)
        notes[f"priority-{place}"] = tuple(_laid_out(theme.theme.name, said))
    return notes


def _laid_out(name: str, said: Reactions) -> Iterator[Part]:
    yield Words(said.opening, "compact", _("{name}.").format(name=name) if name else "", gap=14)
    if said.expect:
        yield Words(_("You may hear"), "accent", gap=9)
        yield Bullets(said.expect, "quiet")
    if said.asks:
        yield Words(_("You could ask"), "accent", gap=9)
        yield Bullets(said.asks, "quiet")


def _together(result: GroupResult) -> Iterator[Part]:
    """What the views say together, each saying once with all the themes it is said of."""
    groups: dict[str, list[str]] = {}
    for theme in result.themes:
        if text := result.together.get(theme.theme.id, "").strip():
            groups.setdefault(text, []).append(theme.theme.name)
    for text, names in groups.items():
        yield Words(as_read(result, text), "quiet", _("{themes}.").format(themes=in_a_row(names)), gap=7)
