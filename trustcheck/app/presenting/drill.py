"""Openness under criticism in words: what would usually happen, where people agree and where they do not.

A page, the report and the wall say the same of a card. Cards are told one by one: there is no score, and no sum.
"""

from collections.abc import Iterator, Sequence

from trustcheck.app.presenting.group_seen import not_shown, why_hidden
from trustcheck.app.presenting.group_words import counted
from trustcheck.app.results.drill import CardView, OwnCard
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.ladder import LadderMark, LadderRow, OutcomeRow
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Scenario, rung_names
from trustcheck.domain.statistics.drill import CardScore
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import in_a_row, quoted


def drill_title() -> str:
    return _("Openness under criticism")


def about_cards() -> str:
    """Under the title of a group's cards, wherever they are shown."""
    return _("{asked} {ladder}").format(
        asked=_("What would really happen here, picked by everybody alone."), ladder=about_ladder()
    )


def about_ladder() -> str:
    """What stands where."""
    return _(
        "Closed stands on the left, open on the right: fought, kept quiet, let be, answered, answered with more to "
        "follow. Cards are neither scored nor added up."
    )


def about_own_cards() -> str:
    """Where somebody alone picks."""
    return _(
        "Pick for each moment what would really happen here, and not what should. Any card may stay open, and every "
        "pick can be changed."
    )


def try_words(card: Scenario) -> str:
    """What can be tried before the moment is real; empty where its author wrote nothing."""
    told = card.suggestion
    return _("{title}. {this_week}").format(title=told.title, this_week=told.this_week) if told.title else ""


# Of a group.


def drill_headline(result: GroupResult) -> str:
    """The finding, without a full stop; of the view that speaks first."""
    speaks, told = _speaks(result), _told(result)
    if not result.cards:
        return _("This check did not ask what would really happen")
    if speaks is None:
        return _("Nothing of this may be shown")
    who, apart = people_first(speaks), sum(value.lie_apart for _card, value in told)
    if apart:
        said = ngettext(
            "{people} see different things coming in {apart} of {all} moment",
            "{people} see different things coming in {apart} of {all} moments",
            len(told),
        )
        return said.format(people=who, apart=in_words(apart), all=in_words(len(told)))
    return _("{people} see much the same coming").format(people=who)


def drill_lines(result: GroupResult) -> tuple[str, ...]:
    """Of the view that speaks first: how open the usual answer is, from open to closed, and where people differ."""
    speaks, told = _speaks(result), _told(result)
    if speaks is None:
        return (why_hidden(result.setup.threshold),) if result.cards else (how_to_ask(result.questionnaire),)
    said = _("By the usual answer of {people}, from open to closed: {cards}.")
    lines = [said.format(people=people(speaks), cards=_by_rung(told))]
    apart = [card.scenario.name for card, value in told if value.lie_apart]
    alike = [card.scenario.name for card, value in told if not value.lie_apart]
    if apart:
        lines.append(_("Answers lie apart: {cards}.").format(cards=_listed(apart)))
    if alike:
        lines.append(_("Answers lie close together: {cards}.").format(cards=_listed(alike)))
    return tuple(lines)


def how_to_ask(asked: Questionnaire) -> str:
    """Where a check has no cards, how the next one may."""
    if not asked.scenarios:
        return _("This questionnaire brings no scenario cards. One of your own can: its README says how.")
    return _("Whoever prepares a check can have the scenario cards asked after the questions.")


def card_text(asked: Questionnaire, card: Scenario, perspective: Perspective) -> str:
    return asked.in_words(card.text, perspective)


def outcome_text(asked: Questionnaire, card: Scenario, rung: int, perspective: Perspective) -> str:
    return asked.in_words(card.outcome(rung).text, perspective)


def card_lines(result: GroupResult, card: CardView) -> tuple[str, ...]:
    """What each view expects of one card, and how the two lie to each other."""
    lines = [_view_line(result, card, each) for each in Perspective if each in card.views]
    return tuple(each for each in (*lines, _between(card)) if each)


def card_finding(result: GroupResult, card: CardView) -> tuple[str, ...]:
    """The same in short, beside a chart that says what is expected: whether views and people agree."""
    said = [_between(card)] if _between(card) else []
    for perspective in Perspective:
        value = card.views.get(perspective)
        if isinstance(value, CardScore):
            apart = _("{people}: the answers lie apart.")
            spread = apart if value.lie_apart else _("{people}: the answers lie close together.")
            said.append(spread.format(people=people_first(perspective)))
        elif value is not None:
            said.append(_view_line(result, card, perspective))
    return tuple(said)


def outcome_rows(asked: Questionnaire, card: CardView, perspective: Perspective) -> list[OutcomeRow]:
    """Every outcome of a card in one view's words, with the views whose usual answer it is."""
    usual = {each: value.usual for each, value in card.views.items() if isinstance(value, CardScore)}
    return [
        OutcomeRow(
            outcome_text(asked, card.scenario, rung, perspective),
            tuple(each for each in Perspective if usual.get(each) == rung),
        )
        for rung in card.scenario.rungs
    ]


def cards_to_talk_about(result: GroupResult) -> list[CardView]:
    """Those that are told, the ones on which people differ first, then the most closed."""
    return [card for card, value in sorted(_told(result), key=lambda told: (not told[1].lie_apart, told[1].usual))]


def group_rows(result: GroupResult, cards: Sequence[CardView] | None = None) -> list[LadderRow]:
    """A row for each card, with a mark for each view that is told."""
    return [
        LadderRow(each.scenario.name, tuple(_marks(each)), _beside(each))
        for each in (result.cards if cards is None else cards)
    ]


def _speaks(result: GroupResult) -> Perspective | None:
    """The view that speaks first, or the other one where no card of that may be told; ``None`` where none may."""
    views = dict.fromkeys(each for each in (result.headline, *Perspective) if each is not None)
    told = {view for card in result.cards for view, value in card.views.items() if isinstance(value, CardScore)}
    return next((each for each in views if each in told), None)


def _told(result: GroupResult) -> list[tuple[CardView, CardScore]]:
    speaks = _speaks(result)
    values = [(each, each.views.get(speaks)) for each in result.cards] if speaks else []
    return [(card, value) for card, value in values if isinstance(value, CardScore)]


def _by_rung(told: Sequence[tuple[CardView, CardScore]]) -> str:
    names = rung_names()
    parts = []
    for rung in reversed(range(len(names))):
        cards = [card.scenario.name for card, value in told if value.usual == rung]
        if cards:
            parts.append(_("{what} {cards}").format(what=names[rung], cards=_listed(cards)))
    return "; ".join(parts)


def _view_line(result: GroupResult, card: CardView, perspective: Perspective) -> str:
    value = card.views[perspective]
    if not isinstance(value, CardScore):
        return _("{people}. {why}.").format(people=people_first(perspective), why=not_shown(value))
    outcome = outcome_text(result.questionnaire, card.scenario, value.usual, perspective)
    said = (
        _("{people} usually expect {outcome}, and their answers lie apart.")
        if value.lie_apart
        else _("{people} usually expect {outcome}, and their answers lie close together.")
    )
    return said.format(people=capitalised(counted(value.n, perspective)), outcome=quoted(outcome.rstrip(".")))


def told_in_short(value: CardScore) -> str:
    """The rung, and whether the answers lie apart."""
    rung = rung_names()[value.usual]
    return (
        _("{rung}; the answers lie apart").format(rung=rung)
        if value.lie_apart
        else _("{rung}; the answers lie close together").format(rung=rung)
    )


def _between(card: CardView) -> str:
    leaders, staff = (card.views.get(each) for each in (Perspective.LEADER, Perspective.STAFF))
    if not isinstance(leaders, CardScore) or not isinstance(staff, CardScore):
        return ""
    if leaders.usual == staff.usual:
        return _("Leaders and staff usually expect the same.")
    if leaders.usual > staff.usual:
        return _("Leaders usually expect something more open than staff do.")
    return _("Staff usually expect something more open than leaders do.")


def _marks(card: CardView) -> Iterator[LadderMark]:
    for perspective in Perspective:
        value = card.views.get(perspective)
        if isinstance(value, CardScore):
            yield LadderMark(value.usual, perspective)


def _beside(card: CardView) -> str:
    """Behind a row: who differs, or what is not shown."""
    hidden = [value for value in card.views.values() if not isinstance(value, CardScore)]
    if hidden and len(hidden) == len(card.views):
        return not_shown(hidden[0])
    said = []
    for perspective in Perspective:
        value = card.views.get(perspective)
        if value is None:
            continue
        many = len(card.views) > 1
        if not isinstance(value, CardScore):
            said.append(_("{people}: not shown").format(people=people_first(perspective)))
        elif value.lie_apart:
            said.append(_("{people} differ").format(people=people_first(perspective)) if many else _("people differ"))
    return ", ".join(said) or _("close together")


# Of one person.


def own_headline(result: PersonalResult) -> str:
    """How much is picked, or what is asked where nothing is."""
    picked = _picked(result)
    if not result.cards:
        return _("This questionnaire brings no scenario cards")
    if not picked:
        return _("What would really happen?")
    if len(picked) < len(result.cards):
        return _("{picked} of {all} moments picked").format(
            picked=capitalised(in_words(len(picked))), all=in_words(len(result.cards))
        )
    return _("What would really happen here, as you see it")


def own_lines(result: PersonalResult) -> tuple[str, ...]:
    """From open to closed, what this person expects."""
    picked, names = _picked(result), rung_names()
    lines = []
    for rung in reversed(range(len(names))):
        cards = [card.scenario.name for card, at in picked if at == rung]
        if cards:
            lines.append(_("{what}: {cards}.").format(what=capitalised(names[rung]), cards=_listed(cards)))
    return tuple(lines)


def own_rows(result: PersonalResult) -> list[LadderRow]:
    return [LadderRow(card.scenario.name, (LadderMark(rung),), rung_names()[rung]) for card, rung in _picked(result)]


def own_card_line(result: PersonalResult, card: OwnCard) -> str:
    """What was picked, in the words that were read; empty where nothing was."""
    if card.rung is None:
        return ""
    return outcome_text(result.questionnaire, card.scenario, card.rung, result.round.response.perspective)


def _picked(result: PersonalResult) -> list[tuple[OwnCard, int]]:
    return [(each, each.rung) for each in result.cards if each.rung is not None]


def _listed(names: Sequence[str]) -> str:
    return in_a_row([quoted(each) for each in names])
