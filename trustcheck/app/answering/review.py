"""The look back before the result: what is open, what was answered, what will be left out."""

from dataclasses import dataclass
from enum import StrEnum

from trustcheck.app.answering.walkthrough import PartProgress, Walkthrough
from trustcheck.app.presenting.personal import answer_words
from trustcheck.domain.checks.marks import UNMARKED, AnswerMark
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class Filter(StrEnum):
    """Which of all answers are listed."""

    ALL = "all"
    OPEN = "open"
    FLAGGED = "flagged"
    NOTED = "noted"


def filter_names() -> dict[Filter, str]:
    """What the filters of answers are called, before a result and in it."""
    return {
        Filter.ALL: _("All"),
        Filter.OPEN: _("Unanswered"),
        Filter.FLAGGED: _("To talk about"),
        Filter.NOTED: _("With a note"),
    }


def lets_through(which: Filter, *, is_open: bool, flagged: bool, noted: bool) -> bool:
    """Whether a question with or without an answer, a flag and a note is listed."""
    return {Filter.ALL: True, Filter.OPEN: is_open, Filter.FLAGGED: flagged, Filter.NOTED: noted}[which]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One question with its answer. No theme: a name would tell what was looked for, and more can be answered."""

    item_id: str
    number: int
    wording: str
    answer: Answer | None
    words: str
    note: str
    mark: AnswerMark = UNMARKED
    proposed: bool = False
    """It has no answer but that of last time, and ``words`` say so."""

    def is_listed(self, which: Filter) -> bool:
        return lets_through(which, is_open=self.answer is None, flagged=self.mark.flagged, noted=bool(self.note))


@dataclass(frozen=True, slots=True)
class Review:
    """All questions of a form with their answers, and what the answers suffice for."""

    lines: tuple[ReviewLine, ...]
    """Every question asked, in order."""
    on_scale: int
    """Answered with a point of the scale; the two ways of declining are answers too."""
    dont_know: int
    not_applicable: int
    left_out: tuple[str, ...]
    """The themes (in the pulse the pillars) that have too few answers for a score, by name."""
    is_pulse: bool
    parts: tuple[PartProgress, ...]
    cards: int = 0
    """Scenario cards that were asked after the questions."""
    picked: int = 0

    @property
    def asked(self) -> int:
        return len(self.lines)

    @property
    def answered(self) -> int:
        return self.on_scale + self.dont_know + self.not_applicable

    @property
    def open(self) -> tuple[ReviewLine, ...]:
        """The questions without any answer, in order."""
        return tuple(line for line in self.lines if line.answer is None)

    @property
    def proposed(self) -> int:
        """How many open questions have nothing but the answer of last time."""
        return sum(line.proposed for line in self.lines)

    def only(self, which: Filter) -> tuple[ReviewLine, ...]:
        """The questions that a filter lets through, in order."""
        return tuple(line for line in self.lines if line.is_listed(which))


def review(here: Walkthrough) -> Review:
    """Everything answered so far, with everything counted as passed."""
    given = [here.response.answer(item_id) for item_id in here.asked]
    lines = tuple(
        ReviewLine(
            item_id=item_id,
            number=number,
            wording=here.questionnaire.wording(item_id, here.response.perspective),
            answer=answer,
            words=_words(here, item_id, answer),
            proposed=here.only_proposed(item_id) is not None,
            note=here.notes.get(item_id, ""),
            mark=here.marks.get(item_id, UNMARKED),
        )
        for number, (item_id, answer) in enumerate(zip(here.asked, given, strict=True), start=1)
    )
    return Review(
        lines=lines,
        on_scale=sum(answer is not None and answer.is_point for answer in given),
        dont_know=given.count(Answer.DONT_KNOW),
        not_applicable=given.count(Answer.NOT_APPLICABLE),
        left_out=_left_out(here),
        is_pulse=here.response.form is Form.PULSE,
        parts=here.parts(len(here.asked)),
    )


def _words(here: Walkthrough, item_id: str, answer: Answer | None) -> str:
    if answer is not None:
        return answer_words(answer, here.questionnaire)
    proposed = here.only_proposed(item_id)
    return _("Still open") if proposed is None else last_time_words(proposed, here.questionnaire)


def last_time_words(proposed: Answer, asked: Questionnaire) -> str:
    """What was answered last time, said so that nobody takes it for an answer of today."""
    return _("Last time: {answer}").format(answer=answer_words(proposed, asked))


def totals(review: Review) -> tuple[str, ...]:
    """How many questions are answered, how these answers divide, how many are open, and how many cards are picked."""
    declined = review.dont_know or review.not_applicable
    found = (
        (_("{number} on the scale"), review.on_scale if declined else 0),
        (_("{number} I don\u2019t know"), review.dont_know),
        (_("{number} doesn\u2019t apply here"), review.not_applicable),
        (_("{number} still open"), len(review.open)),
    )
    answered = _("{number} answered").format(number=review.answered)
    cards = ngettext("{picked} of {cards} card picked", "{picked} of {cards} cards picked", review.cards)
    return (
        answered,
        *(words.format(number=number) for words, number in found if number),
        *([cards.format(picked=review.picked, cards=review.cards)] if review.cards else []),
    )


def _left_out(here: Walkthrough) -> tuple[str, ...]:
    """The names of what has no score: by the rules of scoring itself, so that the two can never disagree."""
    from trustcheck.domain.statistics.scoring import codes, scores

    asked = here.questionnaire
    found = scores(codes([here.response], asked), asked, here.response.form)
    if here.response.form is Form.PULSE:
        pillars = zip(asked.pillars, found.pillars.is_known[0], strict=True)
        return tuple(pillar.address for pillar, is_scored in pillars if not is_scored)
    themes = zip(asked.themes, found.themes.is_known[0], strict=True)
    return tuple(theme.name for theme, is_scored in themes if not is_scored)
