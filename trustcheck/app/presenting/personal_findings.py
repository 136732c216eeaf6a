"""What stands out in one person's result: a strength, what contradicts what, where to begin. Which, and in what words.

A short form for a tile, and the whole for a page that has room; both speak of the same theme, fact and suggestion.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.app.presenting.facts import answer_of, contradictions
from trustcheck.app.presenting.personal import named
from trustcheck.app.presenting.put_aside import all_aside_heading, all_aside_words, is_all_aside
from trustcheck.app.results.personal import FactResult, PersonalResult, ThemeResult
from trustcheck.charts.say_do import SayDoRow
from trustcheck.domain.findings.practice import ContradictionKind
from trustcheck.domain.findings.story_rules import how_often
from trustcheck.domain.findings.suggestions import Strength
from trustcheck.domain.questionnaire.model import Form
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import in_words

# Something that stands out in a result, for a tile and for a page that has room; both speak of the same thing.


@dataclass(frozen=True, slots=True)
class Finding:
    """``short`` for a tile, ``whole`` where there is room. ``theme_id`` is what it is about, empty for facts."""

    heading: str
    short: str
    whole: str
    theme_id: str = ""


def as_read(result: PersonalResult, template: str) -> str:
    """Words of the questionnaire as this person reads them."""
    return result.questionnaire.in_words(template, result.round.summary.perspective)


def strength_words(strength: Strength) -> str:
    return _("Relatively strongest") if strength.relative else _("A strength")


def strength(result: PersonalResult) -> Finding | None:
    if not result.strengths:
        return None
    best = result.strengths[0]
    theme = result.theme(best.theme_id)
    short = _("{theme}. Worth protecting.").format(theme=named(theme))
    return Finding(strength_words(best), short, _with_reading(theme), best.theme_id)


def stands_out(result: PersonalResult) -> Finding | None:
    """A fact that speaks against the answers, or else the theme to talk about first."""
    against = contradictions(result.facts)
    if against:
        return Finding(_("What stands against each other"), _in_short(result, against), in_full(against[0]))
    theme = first_theme(result)
    if theme is None:
        return None
    short = _("{theme}, {bands}.").format(theme=named(theme), bands=theme.band) if theme.band else named(theme)
    return Finding(_("First theme to talk about"), short, _with_reading(theme), theme.theme.id)


def first_theme(result: PersonalResult) -> ThemeResult | None:
    """The theme to begin with: the first that is proposed, else the one with the lowest score; the first of equals."""
    if result.proposals:
        return result.theme(result.proposals[0].theme_id)
    scored = [(theme.score, at) for at, theme in enumerate(result.themes) if theme.score is not None]
    return result.themes[min(scored)[1]] if scored else None


def start(result: PersonalResult) -> Finding:
    """The first thing to try, or why there is none."""
    offered = next((each for each in result.proposals if each.suggestions), None)
    if offered is not None:
        first, theme = offered.suggestions[0], result.theme(offered.theme_id)
        short = _("{theme}: {title}.").format(theme=theme.theme.name, title=first.title)
        whole = _("{title}. {this_week}").format(title=first.title, this_week=as_read(result, first.this_week))
        return Finding(_("Start here"), short, whole, offered.theme_id)
    if result.strengths and is_nothing_urgent(result):
        return Finding(_("Nothing urgent"), result.no_proposals, as_read(result, result.strengths[0].question))
    said = all_aside_words() if is_all_aside(result) else result.no_proposals
    return Finding(nothing_words(result), said, said)


def nothing_words(result: PersonalResult) -> str:
    """A heading where nothing is proposed."""
    if is_nothing_urgent(result):
        return _("Nothing urgent")
    if is_all_aside(result):
        return all_aside_heading()
    brings = bool(result.questionnaire.suggestions)
    return _("Nothing to suggest yet") if brings else _("This questionnaire brings no suggestions")


def is_nothing_urgent(result: PersonalResult) -> bool:
    """Whether nothing is proposed because everything is there, not because too little is known."""
    return not result.proposals and result.form is Form.FULL and has_theme_scores(result)


def findings(result: PersonalResult) -> Iterator[Finding]:
    """At most three: a strength, what stands out, where to begin."""
    yield from (each for each in (strength(result), stands_out(result)) if each is not None)
    yield start(result)


def has_theme_scores(result: PersonalResult) -> bool:
    return any(theme.score is not None for theme in result.themes)


def say_do_rows(result: PersonalResult) -> tuple[SayDoRow, ...]:
    """What is said beside what is in place, a pillar to a row."""
    practice = {each.pillar_id: each for each in result.practice}
    return tuple(
        SayDoRow(each.pillar.address, each.score, facts.index, each.margin, facts.known, facts.asked)
        for each in result.pillars
        if (facts := practice.get(each.pillar.id)) is not None and facts.asked
    )


def in_full(fact: FactResult) -> str:
    """A contradiction with the fact it speaks of."""
    return _("{fact} {answer}. {sentence}").format(
        fact=fact.practice.text, answer=answer_of(fact), sentence=fact.sentence
    )


def _in_short(result: PersonalResult, against: list[FactResult]) -> str:
    """The first contradiction in a few words, and how many more there are."""
    first, more = against[0], len(against) - 1
    assert first.contradiction is not None
    told = _("{theme}: {often} in your answers, not in place.")
    if first.contradiction.kind is ContradictionKind.WRITTEN_NOT_LIVED:
        told = _("{theme}: in place, {often} in your answers.")
    often = how_often(first.contradiction.score, result.questionnaire.cuts)
    told = told.format(theme=named(result.theme(first.theme.id)), often=often)
    if more:
        told += " " + ngettext("And {number} more.", "And {number} more.", more).format(number=in_words(more))
    return told


def _with_reading(theme: ThemeResult) -> str:
    """A theme with what its answers may mean; never with what it would be at its best, which is no finding."""
    return _("{theme}. {meaning}").format(theme=named(theme), meaning=theme.band_text).strip()
