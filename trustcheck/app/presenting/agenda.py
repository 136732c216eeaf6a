"""A timed agenda for the talk about a result: which theme, in what order, with a prompt from these answers.

Pure arithmetic and words; the minutes of the steps always add up to the minutes there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.app.presenting.group_gaps import worth_asking
from trustcheck.app.presenting.group_sayings import is_pulse, scored
from trustcheck.app.presenting.group_seen import headline
from trustcheck.app.presenting.group_spread import divides_people
from trustcheck.app.presenting.group_unseen import ask_who_sees
from trustcheck.app.results.group import GapShown, GroupResult, ThemeView
from trustcheck.words import gettext as _

LENGTHS = (60, 90, 180)
"""Minutes for which there is a plan."""


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One part of the talk; ``start`` and ``minutes`` count from its beginning."""

    start: int
    minutes: int
    title: str
    prompt: str

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class _Plan:
    reading: int
    surprises: int
    themes: tuple[int, ...]
    """Minutes for each theme that is talked about."""
    decisions: int
    telling: int
    pause: int = 0
    """After the first theme."""


_PLANS = {
    60: _Plan(reading=8, surprises=10, themes=(25,), decisions=12, telling=5),
    90: _Plan(reading=10, surprises=15, themes=(40,), decisions=20, telling=5),
    180: _Plan(reading=15, surprises=25, themes=(50, 40), decisions=30, telling=10, pause=10),
}


def agenda(result: GroupResult, minutes: int) -> tuple[AgendaStep, ...]:
    """The steps for one of :data:`LENGTHS`; another number takes the nearest of them."""
    plan = _PLANS[min(LENGTHS, key=lambda each: abs(each - minutes))]
    steps: list[AgendaStep] = []
    for length, title, prompt in _parts(result, plan):
        steps.append(AgendaStep(steps[-1].end if steps else 0, length, title, prompt))
    return tuple(steps)


def topics(result: GroupResult) -> list[ThemeView]:
    """The themes worth the time: the priorities, then the widest differences, then the rest as they stand."""
    wanted = [each.theme_id for each in result.proposals]
    wanted += [theme.theme.id for theme, _gap in worth_asking(result)]
    wanted += [theme.theme.id for theme in result.themes if divides_people(theme)]
    wanted += [each.item.theme for each in result.unseen]
    wanted += [theme.theme.id for theme in result.themes if headline(result, theme.views) is not None]
    return [result.theme(each) for each in dict.fromkeys(wanted)]


def _parts(result: GroupResult, plan: _Plan) -> Iterator[tuple[int, str, str]]:
    yield plan.reading, _("Read alone, in silence"), _reading()
    yield plan.surprises, _("What surprised us"), _surprises(result)
    chosen = topics(result)
    for number, length in enumerate(plan.themes):
        theme = chosen[number] if number < len(chosen) else None
        yield from _theme_parts(result, theme, length)
        if number == 0 and plan.pause:
            yield plan.pause, _("A break"), _("Windows open, talk about anything else.")
    yield plan.decisions, _("What we will do"), _decisions(result)
    yield plan.telling, _("Who tells staff what, by when"), _telling()


def _theme_parts(result: GroupResult, theme: ThemeView | None, length: int) -> Iterator[tuple[int, str, str]]:
    """Examples first, then what made them so, then what would be different."""
    examples = round(0.4 * length)
    reasons = round(0.3 * length)
    own, choose = _own(result)
    name = scored(result, theme) if theme else own
    first = prompt_for(result, theme) if theme else choose
    yield examples, _("{theme}: examples first").format(theme=name), first
    asked = _("What made it so that time? Speak of what happened, not of who did it.")
    yield reasons, _("{theme}: what lies behind").format(theme=theme.theme.name if theme else name), asked
    closing = _("What would be different in three months, and who would notice first?")
    yield length - examples - reasons, _("What would be different"), closing


def _own(result: GroupResult) -> tuple[str, str]:
    """What people choose for themselves, and from what: a short form shows questions and no themes."""
    if is_pulse(result):
        return _("A question of your own"), _("Choose one of the questions asked. When did each of us see it last?")
    return _("A theme of your own"), _("Choose one theme from the profile. When did each of us see it?")


def prompt_for(result: GroupResult, theme: ThemeView) -> str:
    """What to ask about a theme, from what makes it worth asking: a difference of view, spread, or what nobody saw."""
    if isinstance(theme.gap, GapShown) and theme.gap.kind.is_named:
        return _(
            "{sentence} Two recent examples from each side, told without reply. Whoever leads speaks last."
        ).format(sentence=theme.gap.sentence)
    if divides_people(theme):
        return _("People describe different places. Where, for whom and when is it one, and where the other?")
    return ask_who_sees(result, theme.theme.id) or _(
        "When did each of us last see this, and when did we miss it? One example each, before anybody explains."
    )


def _reading() -> str:
    return _("Everybody reads “In one minute” and one more page, and marks three things: a strength, a doubt, a wish.")


def _surprises(result: GroupResult) -> str:
    if result.strengths:
        name = result.theme(result.strengths[0].theme_id).theme.name
        return _(
            "One round, one strength each first ({theme} is a place to begin), then one surprise. No debate yet."
        ).format(theme=name)
    return _("One round: one strength each first, then one surprise. No debate yet.")


def _decisions(result: GroupResult) -> str:
    first = result.proposals[0] if result.proposals else None
    if first and first.suggestions:
        return _(
            "One or two steps, no more. “{title}” is one to consider. Each gets a person, a date and a sign that it"
            " works."
        ).format(title=first.suggestions[0].title)
    return _("One or two steps, no more. Each gets a person, a date and a sign that it works.")


def _telling() -> str:
    return _("What we heard, what we will do, what we will not do and why, and when they hear from us again.")
