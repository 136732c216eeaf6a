"""The talk about a result: a timed agenda made from it, and how to keep it safe."""

from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.report.agenda import Step, agenda
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Bullets, Heading, Lines, Part, Section, Table, Words
from trustcheck.words import gettext as _


def workshop(wanted: Wanted) -> Section | None:
    """Left out where nothing may be shown: there is nothing to talk about yet."""
    if not views_of(wanted.result):
        return None
    steps = agenda(wanted.result, wanted.options.minutes)
    title = _("{minutes} minutes together").format(minutes=steps[-1].end)
    introduction = _("Made from these answers: the theme, the order and the prompts come from what this report shows.")
    parts: tuple[Part, ...] = (
        Words(introduction, "quiet", gap=3),
        Table(
            (_("Minute"), _("What"), _("Prompt")),
            tuple(_row(step) for step in steps),
            (0.13, 0.27, 0.6),
            gap=8,
        ),
        Heading(_("So that it stays safe")),
        Bullets(_ground_rules(), "quiet"),
        Heading(_("What we decided")),
        Lines(5, 5 if is_pulse(wanted.result) else 0),
    )
    name = _("Workshop")
    return Section("workshop", name, title, parts, name)


def _row(step: Step) -> tuple[str, str, str]:
    return _("{start} to {end}").format(start=step.start, end=step.end), step.title, step.prompt


def _ground_rules() -> tuple[str, ...]:
    return (
        _("Nobody is asked how they answered, and nobody guesses aloud who did."),
        _("Talk about where people differ before you talk about what is low."),
        _("Those with the most say in the room speak last."),
        _("Silence is an answer too. Nobody has to tell a story."),
    )
