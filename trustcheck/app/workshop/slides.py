"""What stands on the wall while a group talks about its result: one thing after the other, as values.

Slides are made from a :class:`~trustcheck.app.results.group.GroupResult` and from nothing else, so that nothing can be
seen on the wall that may not be seen on a page. What a result says stays covered until somebody uncovers it.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import islice

from trustcheck.app.collecting.set_up import refused_uses
from trustcheck.app.presenting.agenda import topics
from trustcheck.app.presenting.drill import (
    card_finding,
    card_text,
    cards_to_talk_about,
    drill_headline,
    drill_title,
    group_rows,
    outcome_rows,
    try_words,
)
from trustcheck.app.presenting.facilitating import COVER, Reactions, ground_rules, reactions, reactions_to_priority
from trustcheck.app.presenting.facts import contradictions, finding, group_say_do_rows
from trustcheck.app.presenting.group_findings import keep_words, strengths_headline
from trustcheck.app.presenting.group_gaps import compared, compares, gap_row, sides_headline, sides_question
from trustcheck.app.presenting.group_items import answered, best_items, lowest_items, turned_note
from trustcheck.app.presenting.group_sayings import in_shown_views, is_pulse, scored, took_part
from trustcheck.app.presenting.group_seen import hidden_view, is_seen, views_of
from trustcheck.app.presenting.group_spread import divides_people, spread_headline, spread_lines
from trustcheck.app.presenting.group_themes import marks, pillar_row, reading, theme_row
from trustcheck.app.presenting.predictions import (
    prediction_rows,
    predictions_question,
    predictions_title,
    predicts,
    unforeseen_sentence,
)
from trustcheck.app.presenting.promises import in_a_line
from trustcheck.app.presenting.suggestions import offered
from trustcheck.app.results.dots import DotPlot, DotsInColumn
from trustcheck.app.results.drill import CardView
from trustcheck.app.results.group import GroupResult, ItemView, Shown, ThemeView
from trustcheck.app.workshop.slide import SAY_DO, Slide
from trustcheck.charts.dots import DotsOfAnswer, dots
from trustcheck.charts.dumbbell import dumbbells
from trustcheck.charts.group_profile import GroupRow, group_profile
from trustcheck.charts.ladder import LadderRow, OutcomeRow, ladder, outcomes
from trustcheck.charts.predictions import predictions
from trustcheck.charts.say_do import say_do
from trustcheck.charts.scene import Scene
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.checks.promises import next_look
from trustcheck.domain.checks.round import next_check_from
from trustcheck.domain.checks.workshop import WorkshopDecision
from trustcheck.words import gettext as _
from trustcheck.words.days import weekday
from trustcheck.words.numbers import in_words
from trustcheck.words.sentences import lowered

GAPS_SHOWN = 3
QUESTIONS_SHOWN = 3


def deck(result: GroupResult) -> tuple[Slide, ...]:
    """Every slide that this result has, in the order in which they help."""
    found: list[Slide] = [_promise(result), _answered(result)]
    if views_of(result):
        found += [each.with_marks_of(result) for each in _findings(result) if each is not None]
    return (*found, _promises(result), _next(result))


def _findings(result: GroupResult) -> Iterator[Slide | None]:
    yield _guess(result)
    yield _sentence(result)
    yield _pillars(result)
    yield _strength(result)
    yield _gaps(result) or _spread(result)
    yield _expected(result)
    yield from _questions(result)
    yield _say_do(result)
    yield from _drill(result)


def _promise(result: GroupResult) -> Slide:
    few = in_words(result.setup.threshold)
    lines = (
        _("Nobody finds out who said what. Of fewer than {number} people nothing is shown.").format(number=few),
        _("This is a portrait of ourselves, not a verdict on anybody."),
        refused_uses(),
    )
    opening = reactions()[COVER]
    notes = Reactions(_("Read the three lines aloud, and ask whether anybody wants to add one."), (), opening.asks)
    return Slide("promise", _("The promise"), _("What we promise each other in this room"), lines, notes=notes)


def _answered(result: GroupResult) -> Slide:
    asked = _("{who} answered.").format(who=took_part(result))
    hidden = tuple(hidden_view(result, each) for each in result.perspectives if not is_seen(result, each))
    notes = Reactions(
        _("Thank those who answered. Nobody is asked whether they did."),
        (),
        (_("What may people have thought of who did not answer?"),),
    )
    return Slide("answered", _("Who answered"), asked, hidden, notes=notes)


def _guess(result: GroupResult) -> Slide | None:
    """Of the pillars that the next slides uncover; a guess about any other would stay one."""
    names = tuple(each.pillar.address for each in result.pillars if in_shown_views(each.views))
    if len(names) < 2:
        return None
    if len(names) == 2:
        asked = _("Before we look: which is higher here, \u201c{first}\u201d or \u201c{second}\u201d?")
        asked = asked.format(first=names[0], second=names[1])
        apart = _("Everybody writes a guess on paper, alone. How far apart are they, on 0 to 100?")
    else:
        asked = _("Before we look: which of these is highest here, and which lowest?")
        apart = _("Everybody writes a guess on paper, alone. How far apart are these two, on 0 to 100?")
    notes = Reactions(
        _("Two minutes of silence. A guess that is written down cannot be changed by what comes next."),
        (_("\u201cI knew it.\u201d Ask what was written."),),
        (_("Whose guess was furthest away, and what do they see that others do not?"),),
    )
    choices = names if len(names) > 2 else ()
    return Slide("guess", _("Guess first"), asked, (apart,), choices, notes=notes)


def _sentence(result: GroupResult) -> Slide | None:
    if not result.sentence:
        return None
    asked = _("If the result were one sentence: which one?")
    return Slide("sentence", _("The sentence"), asked, told=(result.sentence,), notes=reactions()["minute"])


def _pillars(result: GroupResult) -> Slide | None:
    shown = [each for each in result.pillars if in_shown_views(each.views)]
    if not shown:
        return None
    rows = [pillar_row(result, each) for each in shown]
    said = (_("{name}: {views}").format(name=each.pillar.address, views=in_shown_views(each.views)) for each in shown)
    lead = _("{pillars}.").format(pillars="; ".join(said))
    draw = partial(_profile, rows, tuple(result.questionnaire.cuts))
    notes = reactions()["method"]
    return Slide("pillars", _("The pillars"), _("How high is each of them?"), told=(lead,), draw=draw, notes=notes)


def _strength(result: GroupResult) -> Slide | None:
    if not result.strengths:
        return None
    theme = result.theme(result.strengths[0].theme_id)
    told = [_("{theme}.").format(theme=scored(result, theme)), reading(result, theme)]
    told += [keep_words(each.wording) for each in best_items(result, theme, 1)]
    draw = partial(_profile, [theme_row(result, theme, tagged=False)], tuple(result.questionnaire.cuts))
    name = _("A strength")
    asked = _("What should nobody here ever lose?")
    return Slide("strength", name, asked, told=_said(told), draw=draw, notes=_strength_notes(result))


def _strength_notes(result: GroupResult) -> Reactions:
    said = reactions()["strengths"]
    lead = _("{headline}. {opening}").format(headline=strengths_headline(result), opening=said.opening)
    return Reactions(lead, said.expect, said.asks)


def _gaps(result: GroupResult) -> Slide | None:
    if not compares(result):
        return None
    shown = [each for each in compared(result) if each.shown is not None][:GAPS_SHOWN]
    rows = [gap_row(each.name, each.views, each.gap) for each in shown]
    return Slide(
        "gaps",
        _("Leaders and staff"),
        _("Where do leaders and staff see things most differently?"),
        told=(_("{finding}.").format(finding=sides_headline(result)),),
        draw=lambda width, size: dumbbells(rows, width, size=size),
        ask=sides_question(result),
        notes=reactions()["views"],
    )


def _expected(result: GroupResult) -> Slide | None:
    """What leaders thought staff would say: what they did not see coming, and the widest differences."""
    if not predicts(result):
        return None
    rows = [each for each in prediction_rows(result) if not each.missing][:GAPS_SHOWN]
    return Slide(
        "expected",
        predictions_title(),
        _("Leaders guessed what staff would say. Where were they furthest off?"),
        told=(unforeseen_sentence(result), _("The hollow square is what leaders expected.")),
        draw=lambda width, size: predictions(rows, width, size=size),
        ask=predictions_question(),
        notes=reactions()["predictions"],
    )


def _spread(result: GroupResult) -> Slide | None:
    """Where there are no two views to set beside each other, people of one view may differ."""
    split = [each for each in result.themes if divides_people(each)]
    if not split:
        return None
    told = [_("{finding}.").format(finding=spread_headline(result))]
    told += islice((line for each in views_of(result) for line in spread_lines(result, each)), 2)
    asked = _("On what do we differ among ourselves?")
    return Slide("spread", _("Where we differ"), asked, told=_said(told), notes=reactions()["spread"])


def _questions(result: GroupResult) -> Iterator[Slide]:
    """Where everybody agreed, those as dots; then the lowest question of each of the themes worth the time, one that is
    hidden giving way to the next.
    """
    yield from (_dots(result, each) for each in result.dots)
    shown = {each.item.id for each in result.dots}
    found = (
        (theme, item)
        for theme in topics(result)
        for item in lowest_items(result, theme)[:1]
        if item.item.id not in shown
    )
    for theme, item in islice(found, QUESTIONS_SHOWN - len(result.dots)):
        yield _question(result, theme, item)


def _dots(result: GroupResult, plot: DotPlot) -> Slide:
    """No colours, no names: how many people chose which answer."""
    said = _("One dot for each person: {number} answered this.").format(number=in_words(plot.people))
    merged = _("Neighbouring answers stand together, so that nobody stands alone.") if plot.is_merged else ""
    stacks = [DotsOfAnswer(_answers_in(each), each.people) for each in plot.columns]
    return Slide(
        f"dots-{plot.item.id}",
        result.theme(plot.item.theme).theme.name,
        plot.wording,
        told=_said([said, merged]),
        draw=lambda width, size: dots(stacks, width, size=size),
        ask=_("When did each of us last see this? Examples first."),
        leads=True,
        notes=reactions()["spread"],
    )


def _answers_in(column: DotsInColumn) -> str:
    first, last = column.answers[0], column.answers[-1]
    return first if first == last else _("{first} to {last}").format(first=first, last=lowered(last))


def _question(result: GroupResult, theme: ThemeView, item: ItemView) -> Slide:
    scale = result.questionnaire.scale
    shown = [(each, item.views.get(each)) for each in views_of(result)]
    told = [
        _("{people}: {answered}.").format(people=people_first(each), answered=answered(item.item, value, scale))
        for each, value in shown
        if isinstance(value, Shown)
    ]
    row = GroupRow("", marks(result, item.item.id, item.views))
    place = next((at for at, each in enumerate(result.proposals, 1) if each.theme_id == theme.theme.id), 0)
    notes = reactions_to_priority(result, theme, place) if place else reactions()["spread"]
    return Slide(
        f"question-{item.item.id}",
        theme.theme.name,
        item.wording,
        told=_said([*told, turned_note(item.item)]),
        draw=partial(_profile, [row], tuple(result.questionnaire.cuts), names=False),
        ask=_("When did each of us last see this? Examples first."),
        notes=notes,
    )


def _say_do(result: GroupResult) -> Slide | None:
    against = contradictions(result.facts)
    rows = group_say_do_rows(result)
    if not any(row.index is not None for row in rows):
        return None
    told = [_("{finding}.").format(finding=finding(result.facts, has_themes=not is_pulse(result)))]
    told += [each.practice.text for each in against[:1]]
    return Slide(
        SAY_DO,
        _("Say and do"),
        _("What do we say, and what is in place?"),
        told=_said(told),
        draw=lambda width, size: say_do(rows, width, size=size),
        ask=_("What makes both of these true?") if against else "",
        notes=reactions()["say-do"],
    )


def _drill(result: GroupResult) -> Iterator[Slide]:
    """Each card by itself, where people differ first, and then all of them on one ladder."""
    told = cards_to_talk_about(result)
    for card in told:
        yield _card(result, card)
    if told:
        rows, finding_said = group_rows(result), _("{finding}.").format(finding=drill_headline(result))
        asked = _("When we are criticised: what really happens?")
        draw = partial(_ladder, rows)
        yield Slide("drill", drill_title(), asked, told=(finding_said,), draw=draw, notes=reactions()["drill"])


def _card(result: GroupResult, card: CardView) -> Slide:
    asked, scenario, speaks = result.questionnaire, card.scenario, result.headline or result.summary.perspective
    rows, said, tried = outcome_rows(asked, card, speaks), reactions()["drill"], try_words(scenario)
    to_try = (_("To consider: {title}").format(title=tried),) if tried else ()
    return Slide(
        f"card-{scenario.id}",
        scenario.name,
        card_text(asked, scenario, speaks),
        choices=tuple(row.text for row in rows),
        told=card_finding(result, card),
        draw=partial(_outcomes, rows),
        ask=scenario.suggestion.ask,
        notes=Reactions(said.opening, said.expect, (*said.asks, *to_try)),
    )


def _ladder(rows: list[LadderRow], width: float, size: float) -> Scene:
    return ladder(rows, width, size=size)


def _outcomes(rows: list[OutcomeRow], width: float, size: float) -> Scene:
    return outcomes(rows, width, size=size)


def _promises(result: GroupResult) -> Slide:
    """Its lines are what the group decides while it stands on the wall."""
    offers = (suggestion.title for offer in offered(result) for suggestion in offer.suggestions[:1])
    said = reactions()["workshop"]
    asks = (*said.asks, *(_("To consider: {title}").format(title=each) for each in islice(offers, 3)))
    notes = Reactions(said.opening, said.expect, asks)
    return Slide("promises", _("What we will do"), _("What will we promise, who, and by when?"), notes=notes)


def decided_words(decision: WorkshopDecision) -> str:
    """A decision as people said it, with whose it is and until when."""
    return in_a_line(decision.text, decision.who, decision.until)


def next_day(result: GroupResult) -> date:
    """The day that was promised to look again, or else the first on which a new check tells something."""
    return next_look(result.promises) or next_check_from(result.summary.closed_on or result.summary.started_on)


def _next(result: GroupResult) -> Slide:
    said = _("See you on {day}") if next_look(result.promises) else _("See you again, from {day} on")
    lines = (_("One word each: with what do you leave?"),)
    notes = Reactions(
        _("Close on time. The last word belongs to whoever has spoken least, if they want it."), (), ground_rules()
    )
    return Slide("next", _("See you"), said.format(day=weekday(next_day(result))), lines, notes=notes)


def _profile(rows: list[GroupRow], cuts: tuple[float, ...], width: float, size: float, *, names: bool = True) -> Scene:
    return group_profile(rows, width, size=size, cuts=cuts, names=names)


def _said(lines: list[str]) -> tuple[str, ...]:
    return tuple(each for each in lines if each.strip())
