"""Everything that leaves as one tidy table: a line for each value, the same columns for all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import Progress
from trustcheck.app.presenting.aloud import aloud_words
from trustcheck.app.presenting.drill import card_text, outcome_text, told_in_short
from trustcheck.app.presenting.group_items import answered, turned_note
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.presenting.group_unseen import unseen_words
from trustcheck.app.presenting.group_words import kind_words, spread_words
from trustcheck.app.presenting.personal import answer_words, bands, fact_words
from trustcheck.app.presenting.yes_saying import of_forms
from trustcheck.app.results.carried import CarriedResult
from trustcheck.app.results.drill import CardView
from trustcheck.app.results.group import GapShown, ItemView, PillarView, Shown, ThemeView, Views
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.store.export_model import GroupCheck, Parcel, PersonalCheck
from trustcheck.domain.checks.marks import UNMARKED, AnswerMark
from trustcheck.domain.checks.round import Organisation, PersonalRound, Promise, RoundState, RoundSummary
from trustcheck.domain.findings.suggestions import ByRight, Proposal, arranged, aside_of, by_right, for_them
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import known_picks
from trustcheck.domain.statistics.margins import overall_margin
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _

# One line of an exported table.


_NOW_AND_THEN = 1000


class Sort(StrEnum):
    """What a line holds, and so in which sheet of a workbook it stands."""

    ANSWER = "answers"
    RESULT = "results"
    PROMISE = "promises"


@dataclass(frozen=True, slots=True)
class ExportLine:
    """One value with everything that says whose and what it is. A column that says nothing of it is empty."""

    what: str
    """"answer", "theme", "promise" ..."""
    id: str = ""
    """Of the question, the fact, the theme, the suggestion, in its questionnaire."""
    words: str = ""
    """Its words."""
    answer: str = ""
    """What was answered, or the band of a score."""
    points: int | None = None
    """Whole points on 0 to 100."""
    low: int | None = None
    high: int | None = None
    """The ends of the interval."""
    n: int | None = None
    """People behind the value."""
    text: str = ""
    view: str = ""
    row: int | None = None
    """Which answers of a group belong together; the numbers mean nothing else. Of a promise its number."""
    sort: Sort = Sort.RESULT
    organisation: str = ""
    check: int = 0
    """The organisation's first check is 1."""
    begun: str = ""
    closed: str = ""
    kind: str = ""
    """"personal" or "group"."""
    who: str = ""
    """Who sees to a promise."""
    status: str = ""
    """What became of a promise; of a fact, and of an answer of one person, how well it is shown."""
    questions: str = ""
    """The ids of the questions a promise should move, with a space between them."""


COLUMNS = (
    "organisation", "check", "begun", "closed", "kind", "view", "row", "what", "id", "words", "answer", "points",
    "low", "high", "n", "text", "who", "status", "questions",
)  # fmt: skip
"""The columns of a table, in their order; names for programs, the same in every language."""

assert {*COLUMNS, "sort"} == {each.name for each in fields(ExportLine)}


def told(lines: Sequence[ExportLine], progress: Progress | None) -> Iterator[ExportLine]:
    """The lines one after the other, saying now and then how far it is; may raise what ``progress`` raises."""
    for done, line in enumerate(lines):
        if progress is not None and done % _NOW_AND_THEN == 0:
            progress(done, len(lines))
        yield line


def cells(line: ExportLine) -> tuple[str | int | None, ...]:
    """A line in the order of the columns."""
    return tuple(getattr(line, name) for name in COLUMNS)


# A group's check as lines of a table: its result as it is shown, and rows of answers only where those may leave.


def lines_of_group(check: GroupCheck) -> Iterator[ExportLine]:
    """Of a check that is not closed only how many have answered."""
    asked = check.questionnaire
    for number, row in enumerate(check.rows, start=1):
        view = row.perspective.value
        for item in (each for each in asked.order if each in row.answers):
            # The words of the question stand with its result, not once more for every person.
            answer = answer_words(row.answers[item], asked)
            yield ExportLine("answer", item, answer=answer, view=view, row=number, sort=Sort.ANSWER)
        yield from _picks(row.drill, asked, row.perspective, number)
    for item in check.flags:
        yield ExportLine("flag", item, asked.wording(item, check.setup.speaks), sort=Sort.ANSWER)
    for note in check.notes:
        words = asked.wording(note.item_id, check.setup.speaks)
        yield ExportLine("note", note.item_id, words, text=note.text, sort=Sort.ANSWER)
    if check.result is None:
        yield ExportLine("people", n=check.answered)
    else:
        yield from _result(check.result, check)


def _result(result: CarriedResult, check: GroupCheck) -> Iterator[ExportLine]:
    yield ExportLine("form", answer=check.setup.form.value, text=of_forms(check.questionnaire))
    for took in result.took:
        invited = _("{number} were invited").format(number=took.invited)
        yield ExportLine("people", n=took.n, text=invited, view=took.perspective.value)
    for banner in result.banners:
        yield ExportLine("banner", text=banner)
    yield ExportLine("story", text=check.own_words or result.story.sentence)
    yield from _values("overall", "", _("Everything together"), result.overall)
    for pillar in result.pillars:
        yield from _pillar(pillar, check.questionnaire)
    for own in result.own_questions:
        yield from _own_question(own, check.questionnaire)
    for unseen in result.unseen:
        share = unseen_words(unseen)
        yield ExportLine(
            "unseen", unseen.item.id, unseen.wording, n=unseen.n, text=share, view=unseen.perspective.value
        )
    for card in result.cards:
        yield from _card(card, check.questionnaire)
    for strength in result.strengths:
        name = check.questionnaire.theme_by_id[strength.theme_id].name
        yield ExportLine("strength", strength.theme_id, name, text=strength.question)
    rights = by_right({each.practice_id: each for each in check.facts}, check.questionnaire)
    yield from _suggestions(result.proposals, rights, check.suggestions)


def _suggestions(
    by_rule: Sequence[Proposal], rights: Sequence[ByRight], by_hand: Arrangement, view: str = ""
) -> Iterator[ExportLine]:
    """As they stand by hand, and behind them by their names those that were put aside."""
    offered = [each for proposal in arranged(by_rule, by_hand) for each in proposal.suggestions]
    offered += [each.suggestion for each in for_them(rights, by_hand)]
    for each in offered:
        yield ExportLine("suggestion", each.id, each.title, text=each.this_week, view=view)
    for each in aside_of(by_rule, rights, by_hand):
        yield ExportLine("put aside", each.id, each.title, view=view)


def _pillar(pillar: PillarView, asked: Questionnaire) -> Iterator[ExportLine]:
    yield from _values("pillar", pillar.pillar.id, pillar.pillar.name, pillar.views)
    yield from _gap(pillar.pillar.id, pillar.pillar.name, pillar.gap)
    for theme in pillar.themes:
        yield from _theme(theme, asked)


def _theme(theme: ThemeView, asked: Questionnaire) -> Iterator[ExportLine]:
    yield from _values("theme", theme.theme.id, theme.theme.name, theme.views)
    yield from _gap(theme.theme.id, theme.theme.name, theme.gap)
    for item in theme.items:
        yield from _question(item, asked)


def _question(shown: ItemView, asked: Questionnaire) -> Iterator[ExportLine]:
    """A score with what was answered to the sentence beside it: points of a turned question do not say how often."""
    for line in _values("question", shown.item.id, shown.wording, shown.views):
        value = shown.views[Perspective(line.view)]
        if isinstance(value, Suppressed):
            yield line
        else:
            notes = (turned_note(shown.item), _("The number is the nearest answer.") if value.about else "")
            told = " ".join(note for note in notes if note)
            yield replace(line, answer=answered(shown.item, value, asked.scale), text=told)


def _own_question(shown: ItemView, asked: Questionnaire) -> Iterator[ExportLine]:
    """What was answered and no points: it is no part of any score."""
    for view, value in shown.views.items():
        line = ExportLine("own question", shown.item.id, shown.wording, view=view.value)
        if isinstance(value, Suppressed):
            yield replace(line, text=not_shown(value))
        else:
            yield replace(line, answer=answered(shown.item, value, asked.scale), n=value.n)


def _card(card: CardView, asked: Questionnaire) -> Iterator[ExportLine]:
    """What each view usually expects: words and no points, for a rung is no amount."""
    for view, value in card.views.items():
        text, part = card_text(asked, card.scenario, view), card.scenario.id
        if isinstance(value, Suppressed):
            yield ExportLine("card", part, text, text=not_shown(value), view=view.value)
        else:
            usual = outcome_text(asked, card.scenario, value.usual, view)
            yield ExportLine("card", part, text, usual, n=value.n, text=told_in_short(value), view=view.value)


def _picks(
    picks: Mapping[str, int], asked: Questionnaire, view: Perspective, row: int | None = None
) -> Iterator[ExportLine]:
    for card_id, rung in known_picks(asked.scenarios, picks).items():
        card = asked.scenario_by_id[card_id]
        # As with questions: what a card says stands with the result of a group, not once more for every person.
        text = "" if row else card_text(asked, card, view)
        outcome = outcome_text(asked, card, rung, view)
        yield ExportLine("pick", card_id, text, outcome, view=view.value, row=row, sort=Sort.ANSWER)


def _values(what: str, part: str, words: str, views: Views) -> Iterator[ExportLine]:
    for view, value in views.items():
        if isinstance(value, Suppressed):
            yield ExportLine(what, part, words, text=not_shown(value), view=view.value)
        else:
            yield _value(what, part, words, value, view.value)


def _value(what: str, part: str, words: str, value: Shown, view: str) -> ExportLine:
    ends = value.interval
    return ExportLine(
        what,
        part,
        words,
        value.band,
        points=value.mean,
        low=ends.low if ends else None,
        high=ends.high if ends else None,
        n=value.n,
        text=_beside(value),
        view=view,
    )


def _beside(value: Shown) -> str:
    """How far the people behind a number lie apart."""
    return spread_words(value.spread) if value.spread else ""


def _gap(part: str, words: str, gap: GapShown | Suppressed | None) -> Iterator[ExportLine]:
    """How large, and in words which way: a number below nothing would read like a formula."""
    if isinstance(gap, Suppressed):
        yield ExportLine("gap", part, words, text=not_shown(gap))
    elif gap is not None:
        yield ExportLine("gap", part, words, kind_words(gap.kind), points=gap.apart, text=gap.sentence)


# One person's check as lines of a table: what was answered, and once it is closed what follows.


def lines_of_one_person(check: PersonalCheck) -> Iterator[ExportLine]:
    """Answers and notes in the order of the questionnaire, then the result."""
    asked, view = check.questionnaire, check.perspective.value
    for item in asked.order:
        wording = asked.wording(item, check.perspective)
        if item in check.answers:
            answer = answer_words(check.answers[item], asked)
            grade = check.marks.get(item, UNMARKED).grade
            shown = grade.value if grade else ""
            yield ExportLine("answer", item, wording, answer, view=view, sort=Sort.ANSWER, status=shown)
        if item in check.notes:
            yield ExportLine("note", item, wording, text=check.notes[item], view=view, sort=Sort.ANSWER)
        yield from _said_beside(check.marks.get(item, UNMARKED), item, view)
    yield from _picks(check.drill, asked, check.perspective)
    if check.state is RoundState.CLOSED:
        yield from _lines_result(result_of(_as_kept(check)), view)


def _said_beside(mark: AnswerMark, item: str, view: str) -> Iterator[ExportLine]:
    if mark.flagged:
        yield ExportLine("flag", item, view=view, sort=Sort.ANSWER)
    if mark.aloud:
        yield ExportLine("aloud", item, answer=aloud_words(mark.aloud), view=view, sort=Sort.ANSWER)


def _lines_result(result: PersonalResult, view: str) -> Iterator[ExportLine]:
    yield ExportLine("form", answer=result.form.value, text=of_forms(result.questionnaire), view=view)
    yield ExportLine("story", text=result.story.sentence, view=view)
    if result.overall is not None:
        margin = overall_margin(result.questionnaire, result.form)
        said = bands(result.overall, margin, result.questionnaire.cuts)
        yield ExportLine("overall", "", _("Everything together"), said, points=whole(result.overall), view=view)
    for pillar in result.pillars:
        yield _score("pillar", pillar.pillar.id, pillar.pillar.name, pillar.score, pillar.band, pillar.missing, view)
        for theme in pillar.themes:
            yield _score("theme", theme.theme.id, theme.theme.name, theme.score, theme.band, theme.missing, view)
    for strength in result.strengths:
        name = result.questionnaire.theme_by_id[strength.theme_id].name
        yield ExportLine("strength", strength.theme_id, name, text=strength.question, view=view)
    rights = by_right(result.round.facts, result.questionnaire)
    yield from _suggestions(result.by_rule, rights, result.arrangement, view)


def _score(what: str, part: str, name: str, score: float | None, band: str, missing: str, view: str) -> ExportLine:
    points = None if score is None else whole(score)
    return ExportLine(what, part, name, band, points=points, text=missing, view=view)


def _as_kept(check: PersonalCheck) -> PersonalRound:
    summary = RoundSummary(
        id=0,
        organisation=Organisation(0, ""),
        state=check.state,
        form=check.form,
        perspective=check.perspective,
        started_on=check.started_on,
        closed_on=check.closed_on,
        answered=len(check.answers),
        asked=len(check.questionnaire.asked(check.form)),
    )
    return PersonalRound(
        summary=summary,
        questionnaire=check.questionnaire,
        response=Response(check.perspective, check.form, check.answers, SaidBeside(drill=check.drill)),
        leaders_are=check.leaders_are,
        notes=dict(check.notes),
        facts={each.practice_id: each for each in check.facts},
        promises=check.promises,
        targets=check.targets,
        arrangement=check.suggestions,
    )


def lines_of(parcel: Parcel, progress: Progress | None = None) -> tuple[ExportLine, ...]:
    """All lines, by organisation and check. The same parcel gives the same lines."""
    found: list[ExportLine] = []
    for at, each in enumerate(parcel.organisations):
        for number, check in enumerate(each.checks, start=1):
            found += (_placed(line, each.name, number, check) for line in _lines(check))
        if progress is not None:
            progress(at + 1, len(parcel.organisations))
    return tuple(found)


def _lines(check: PersonalCheck | GroupCheck) -> Iterator[ExportLine]:
    yield from lines_of_group(check) if isinstance(check, GroupCheck) else lines_of_one_person(check)
    for fact in check.facts:
        practice = check.questionnaire.practice_by_id.get(fact.practice_id)
        words = practice.text if practice else ""
        shown = fact.grade.value if fact.grade else ""
        said = fact_words(fact.fact)
        yield ExportLine("fact", fact.practice_id, words, said, text=fact.evidence, sort=Sort.ANSWER, status=shown)
    yield from (_promise(each) for each in check.promises)


def _promise(promise: Promise) -> ExportLine:
    again = promise.look_again_on
    return ExportLine(
        "promise",
        promise.suggestion_id,
        promise.text,
        again.isoformat() if again else "",
        row=promise.number,
        text=promise.sign,
        sort=Sort.PROMISE,
        who=promise.who,
        status=promise.status.value,
        questions=" ".join(promise.questions),
    )


def _placed(line: ExportLine, organisation: str, number: int, check: PersonalCheck | GroupCheck) -> ExportLine:
    """A line with whose it is, and of which check."""
    return replace(
        line,
        organisation=organisation,
        check=number,
        begun=check.started_on.isoformat(),
        closed=check.closed_on.isoformat() if check.closed_on else "",
        kind=check.kind.value,
    )
