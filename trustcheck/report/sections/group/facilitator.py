"""Notes beside the leaders' pages for whoever leads the talk: likely reactions, and questions to ask."""

from collections.abc import Iterator, Mapping, Sequence

from trustcheck.app.presenting.agenda import AgendaStep, agenda, prompt_for
from trustcheck.app.presenting.group_sayings import as_read
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.suggestions import promise_pairs
from trustcheck.app.report_options import section_names
from trustcheck.app.results.group import GroupResult, ThemeView
from trustcheck.domain.checks.round import Promise
from trustcheck.report.document.parts import Bullets, Heading, Pairs, Part, RuledLines, Section, Table, Words
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


COVER = "cover"
ThemeNotes = Mapping[str, tuple[Part, ...]]


def notes_beside(result: GroupResult) -> ThemeNotes:
    """Parts for the page on which a section begins, by the section's id; ``cover`` for the first page."""
    names = {COVER: "", **section_names()}
    notes = {each: tuple(_reactions(names[each], *said)) for each, said in _said().items()}
    notes["themes"] += tuple(_together(result))
    for place, proposal in enumerate(result.proposals[:3], 1):
        notes[f"priority-{place}"] = tuple(_priority(result, result.theme(proposal.theme_id), place))
    return notes


def _reactions(name: str, opening: str, expect: tuple[str, ...], asks: tuple[str, ...]) -> Iterator[Part]:
    yield Words(opening, "compact", _("{name}.").format(name=name) if name else "", gap=14)
    if expect:
        yield Words(_("You may hear"), "accent", gap=9)
        yield Bullets(expect, "quiet")
    if asks:
        yield Words(_("You could ask"), "accent", gap=9)
        yield Bullets(asks, "quiet")


def _together(result: GroupResult) -> Iterator[Part]:
    """What the views say together, each saying once with all the themes it is said of."""
    groups: dict[str, list[str]] = {}
    for theme in result.themes:
        if text := result.together.get(theme.theme.id, "").strip():
            groups.setdefault(text, []).append(theme.theme.name)
    for text, names in groups.items():
        yield Words(as_read(result, text), "quiet", _("{themes}.").format(themes=in_a_row(names)), gap=7)


def _priority(result: GroupResult, theme: ThemeView, place: int) -> Iterator[Part]:
    opening = (
        _("This is the page to spend time on. Ask for examples before opinions, and let whoever leads speak last.")
        if place == 1
        else _("Keep this for another day unless the group wants it. One theme talked through is worth three named.")
    )
    proposal = result.proposals[place - 1]
    asks = [prompt_for(result, theme), result.together.get(theme.theme.id, "")]
    asks += [each.ask for each in proposal.suggestions[:2]]
    kept = tuple(dict.fromkeys(as_read(result, each) for each in asks if each.strip()))
    yield from _reactions(
        theme.theme.name, opening, (_("“We already do that.” Then ask when somebody last saw it."),), kept
    )


def _said() -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """For each section what to keep in mind, what people tend to say, and what to ask."""
    return {
        COVER: (
            _(
                "These are the leaders' pages with the same numbers, and beside them what may help you to lead the"
                " talk. Hand out the leaders' edition, not this one. Let everybody read alone first; nobody hears a"
                " result for the first time in front of others."
            ),
            (),
            (_("What would make this talk worth your time?"),),
        ),
        "minute": (
            _("Stop here and be silent for ten minutes. The first person to speak sets the tone; make it a question."),
            (
                _("“Who said that?” Nobody guesses. What matters is that it can be said."),
                _("“That is only because of last spring.” It may be. Ask what would have to happen for it to fade."),
                _("Relief, and a wish to move on. Ask for one example first."),
            ),
            (_("What did you expect, and what surprised you?"), _("Which line would you show to your own team?")),
        ),
        "method": (
            _("Two minutes are enough: the light bar, the two marks, and what is not shown. Say what this is not for."),
            (_("“Is this scientific?” It is a careful conversation aid, not yet validated. The pages say so."),),
            (_("What must nobody do with these pages?"),),
        ),
        "themes": (
            _("Do not go through all of them. Let people choose the two they want to understand."),
            (_("“The average says nothing.” True where people differ: turn to that page."),),
            (),
        ),
        "spread": (
            _("Difference first, level second. A split often runs between sites, shifts or subjects."),
            (_("“They cannot all be right.” They can, in different rooms."),),
            (_("Where would each of these be true?"), _("What would somebody in the other half tell us?")),
        ),
        "views": (
            _("The most useful page, and the one that hurts. Slow down. Nobody explains before two examples are told."),
            (
                _("“Staff do not know what we do.” Then ask how they would find out."),
                _("“They are never content.” Ask what they would have to see to answer differently."),
                _("Silence from those who lead. Let it stand for a moment."),
            ),
            (_("What do we see that they cannot? What do they see that we cannot?"),),
        ),
        "say-do": (
            _("Facts cool a heated talk. Begin with one that a decision could change within a month."),
            (_("“That is only paper.” Ask where it stops on its way to the day's work."),),
            (_("Which of these would surprise a new colleague?"),),
        ),
        "unseen": (
            _("Not knowing is a finding, not a gap in the data."),
            (),
            (_("Who sees this today, and how could others?"),),
        ),
        "strengths": (
            _("Give this real time: people need to hear what holds before they look at what does not."),
            (),
            (_("Who keeps this going, and how would we notice if it faded?"),),
        ),
        "workshop": (
            _("The times add up. Take longer for examples, never for explanations. Keep the last step: it is the one"
              " that staff will see."),
            (_("“Let us do all of it.” Fewer steps that happen beat many that do not."),),
            (_("Who will do it, by when, and how would somebody outside this room notice?"),),
        ),
        "items": (
            _("For looking things up. Do not hunt for the lowest line."),
            (),
            (),
        ),
        "limits": (_("For those who want to check. Offer to go through it afterwards."), (), ()),
        "figures": (
            _("Nobody needs these to talk. Whoever asks for them finds how sure each number is."),
            (),
            (),
        ),
        "facts": (_("Who could look again at a fact that somebody doubts?"), (), ()),
        "notes": (_("Read them out only if the group was told so. Nobody guesses who wrote what."), (), ()),
    }  # fmt: skip
