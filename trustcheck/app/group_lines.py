"""A group's check as lines of a table: its result as it is shown, and rows of answers only where those may leave."""

from collections.abc import Iterator
from dataclasses import replace

from trustcheck.app.carried_result import CarriedResult
from trustcheck.app.group_result import GapShown, ItemView, Shown, ThemeView, Views
from trustcheck.app.line import Line, Sort
from trustcheck.app.parcel import GroupCheck
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_items import answered, turned_note
from trustcheck.app.presenting.group_unseen import unseen_words
from trustcheck.app.presenting.group_words import kind_words, spread_words
from trustcheck.app.presenting.personal_answers import answer_words
from trustcheck.app.presenting.yes_saying import of_forms
from trustcheck.domain.questionnaire import Perspective, Questionnaire
from trustcheck.domain.suppressed import Suppressed
from trustcheck.words import gettext as _


def lines_of_group(check: GroupCheck) -> Iterator[Line]:
    """Of a check that is not closed only how many have answered."""
    asked = check.questionnaire
    for number, row in enumerate(check.rows, start=1):
        view = row.perspective.value
        for item in (each for each in asked.order if each in row.answers):
            # The words of the question stand with its result, not once more for every person.
            answer = answer_words(row.answers[item], asked)
            yield Line("answer", item, answer=answer, view=view, row=number, sort=Sort.ANSWER)
    for note in check.notes:
        words = asked.wording(note.item_id, check.setup.speaks)
        yield Line("note", note.item_id, words, text=note.text, sort=Sort.ANSWER)
    if check.result is None:
        yield Line("people", n=check.answered)
    else:
        yield from _result(check.result, check)


def _result(result: CarriedResult, check: GroupCheck) -> Iterator[Line]:
    yield Line("form", answer=check.setup.form.value, text=of_forms(check.questionnaire))
    for took in result.took:
        invited = _("{number} were invited").format(number=took.invited)
        yield Line("people", n=took.n, text=invited, view=took.perspective.value)
    for banner in result.banners:
        yield Line("banner", text=banner)
    yield Line("story", text=check.own_words or result.story.sentence)
    yield from _values("overall", "", _("Everything together"), result.overall)
    for pillar in result.pillars:
        yield from _values("pillar", pillar.pillar.id, pillar.pillar.name, pillar.views)
        yield from _gap(pillar.pillar.id, pillar.pillar.name, pillar.gap)
        for theme in pillar.themes:
            yield from _theme(theme, check.questionnaire)
    for unseen in result.unseen:
        share = unseen_words(unseen)
        yield Line("unseen", unseen.item.id, unseen.wording, n=unseen.n, text=share, view=unseen.perspective.value)
    for strength in result.strengths:
        name = check.questionnaire.theme_by_id[strength.theme_id].name
        yield Line("strength", strength.theme_id, name, text=strength.question)
    for proposal in result.proposals:
        for suggestion in proposal.suggestions:
            yield Line("suggestion", suggestion.id, suggestion.title, text=suggestion.this_week)


def _theme(theme: ThemeView, asked: Questionnaire) -> Iterator[Line]:
    yield from _values("theme", theme.theme.id, theme.theme.name, theme.views)
    yield from _gap(theme.theme.id, theme.theme.name, theme.gap)
    for item in theme.items:
        yield from _question(item, asked)


def _question(shown: ItemView, asked: Questionnaire) -> Iterator[Line]:
    """A score with what was answered to the sentence beside it: points of a turned question do not say how often."""
    for line in _values("question", shown.item.id, shown.wording, shown.views):
        value = shown.views[Perspective(line.view)]
        if isinstance(value, Suppressed):
            yield line
        else:
            notes = (turned_note(shown.item), _("The number is the nearest answer.") if value.about else "")
            told = " ".join(note for note in notes if note)
            yield replace(line, answer=answered(shown.item, value, asked.scale), text=told)


def _values(what: str, part: str, words: str, views: Views) -> Iterator[Line]:
    for view, value in views.items():
        if isinstance(value, Suppressed):
            yield Line(what, part, words, text=not_shown(value), view=view.value)
        else:
            yield _value(what, part, words, value, view.value)


def _value(what: str, part: str, words: str, value: Shown, view: str) -> Line:
    ends = value.interval
    return Line(
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


def _gap(part: str, words: str, gap: GapShown | Suppressed | None) -> Iterator[Line]:
    """How large, and in words which way: a number below nothing would read like a formula."""
    if isinstance(gap, Suppressed):
        yield Line("gap", part, words, text=not_shown(gap))
    elif gap is not None:
        yield Line("gap", part, words, kind_words(gap.kind), points=gap.apart, text=gap.sentence)
