"""Typing in a form from paper: one key for each answer, totals on the way, everything read back before it is kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from trustcheck.app.answering.beside import GuessAsked, GuessesAsked
from trustcheck.app.answering.walkthrough import part_lengths
from trustcheck.app.collecting.form_identity import is_code
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.checks.round import NOTE_LIMIT
from trustcheck.domain.questionnaire.answers import Answer, Response, SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Scenario
from trustcheck.words import gettext as _

DONT_KNOW, NOT_APPLICABLE, UNCLEAR = "0", "n", "?"
GROUP = 4
"""So many answers stand together when they are read back."""
_APART = {DONT_KNOW: Answer.DONT_KNOW, NOT_APPLICABLE: Answer.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class FormSection:
    """One part of the form, as it stands on paper. ``start`` counts from 0."""

    number: int
    start: int
    length: int
    typed: int

    @property
    def is_whole(self) -> bool:
        return self.typed == self.length


@dataclass(frozen=True, slots=True)
class Difference:
    """A question (from 1) that reads otherwise the second time."""

    number: int
    before: str
    now: str


@dataclass(frozen=True)
class AfterQuestions:
    """What a form asks after its questions: scenario cards, and of leaders what staff will answer."""

    cards: tuple[Scenario, ...] = ()
    guesses: GuessesAsked | None = None

    def __len__(self) -> int:
        return len(self.cards) + len(self.themes)

    @property
    def themes(self) -> tuple[GuessAsked, ...]:
        return self.guesses.themes if self.guesses else ()


@dataclass(frozen=True)
class PaperEntry:
    """What has been typed of one form. Every key gives a new value; ``at`` is the caret, counted from 0."""

    questionnaire: Questionnaire
    form: Form
    perspective: Perspective
    code: str
    marks: tuple[str, ...] = ()
    """One key for each question in order of presentation, and then for each card; empty where nothing was typed yet."""
    at: int = 0
    notes: Mapping[str, str] = field(default_factory=dict)
    before: Sheet | None = None
    """What was typed the first time, when a form is checked again."""
    after: AfterQuestions = AfterQuestions()
    """What stands on the form behind the questions, with the numbers that follow."""
    agreed: bool = False
    """Whether the box on the first page is ticked: dots may stand on the wall."""

    @classmethod
    def begin(
        cls,
        questionnaire: Questionnaire,
        form: Form,
        perspective: Perspective,
        code: str,
        before: Sheet | None = None,
        after: AfterQuestions = AfterQuestions(),
    ) -> "PaperEntry":
        empty = ("",) * (len(questionnaire.asked(form)) + len(after))
        notes, agreed = (dict(before.notes), before.response.beside.dots) if before else ({}, False)
        return cls(
            questionnaire, form, perspective, code, empty, notes=notes, before=before, after=after, agreed=agreed
        )

    @cached_property
    def asked(self) -> tuple[str, ...]:
        return self.questionnaire.asked(self.form)

    @property
    def is_whole(self) -> bool:
        """Every question has a key, be it the one for *unclear*."""
        return all(self.marks)

    def typed(self, key: str) -> "PaperEntry":
        """One key at the caret, which moves on. A key that means nothing there changes nothing."""
        mark = self._mark(key) if self.at < len(self.marks) else ""
        if not mark:
            return self
        marks = (*self.marks[: self.at], mark, *self.marks[self.at + 1 :])
        return replace(self, marks=marks, at=self.at + 1)

    def back(self) -> "PaperEntry":
        """The caret one question back, where a key replaces what stands there."""
        return replace(self, at=max(self.at - 1, 0))

    def go_to(self, at: int) -> "PaperEntry":
        return replace(self, at=min(max(at, 0), len(self.marks)))

    def note(self, item_id: str, text: str) -> "PaperEntry":
        """Keep a note of at most 500 characters; an empty one is forgotten."""
        kept = {known: words for known, words in self.notes.items() if known != item_id}
        text = text.strip()[:NOTE_LIMIT]
        return replace(self, notes={**kept, item_id: text} if text else kept)

    def agree(self, *, agreed: bool) -> "PaperEntry":
        return replace(self, agreed=agreed)

    def wording(self, at: int) -> str:
        card, theme = self._card(at), self._theme(at)
        if card is not None:
            return self.questionnaire.in_words(card.text, self.perspective)
        if theme is not None:
            return _("Staff will answer. {theme}").format(theme=theme.words)
        return self.questionnaire.wording(self.asked[at], self.perspective)

    def _theme(self, at: int) -> GuessAsked | None:
        """The theme of which a guess stands at a place on the form."""
        begins = len(self.asked) + len(self.after.cards)
        return self.after.themes[at - begins] if at >= begins else None

    def _card(self, at: int) -> Scenario | None:
        """The card at a place on the form; ``None`` where a question stands."""
        begins, cards = len(self.asked), self.after.cards
        return cards[at - begins] if begins <= at < begins + len(cards) else None

    @property
    def sections(self) -> tuple[FormSection, ...]:
        made, start = [], 0
        behind = (len(self.after.cards), len(self.after.themes))
        lengths = (*part_lengths(len(self.asked)), *(each for each in behind if each))
        for number, length in enumerate(lengths, 1):
            typed = sum(bool(mark) for mark in self.marks[start : start + length])
            made.append(FormSection(number, start, length, typed))
            start += length
        return tuple(made)

    @property
    def section(self) -> FormSection:
        """The one the caret stands in; the last one behind the end."""
        return next((each for each in self.sections if self.at < each.start + each.length), self.sections[-1])

    def read_back(self) -> tuple[str, ...]:
        """All answers in groups of four."""
        return tuple("".join(self.marks[at : at + GROUP]) for at in range(0, len(self.marks), GROUP))

    def differences(self) -> tuple[Difference, ...]:
        """Where the second reading differs from the first; nothing where there is no first."""
        if self.before is None:
            return ()
        first = self.before.response
        marks = [_mark_of(first.answer(item_id)) for item_id in self.asked]
        marks += [_mark_of_pick(card, first.beside.drill.get(card.id)) for card in self.after.cards]
        marks += [str(first.beside.guesses.get(each.theme_id, UNCLEAR)) for each in self.after.themes]
        pairs = enumerate(zip(marks, self.marks, strict=True), 1)
        return tuple(Difference(number, before, now) for number, (before, now) in pairs if now and before != now)

    def sheet(self) -> Sheet:
        """What is kept. Raises :class:`Refused` where nothing was answered, or not everything was typed."""
        if not self.is_whole:
            raise Refused(_("This form is not typed in to its end yet."), todo=_("Go on where the caret stands."))
        asked, cards = len(self.asked), len(self.after.cards)
        given = zip(self.asked, self.marks[:asked], strict=True)
        answers = {item_id: answer for item_id, mark in given if (answer := _answer_of(mark)) is not None}
        picks = zip(self.after.cards, self.marks[asked : asked + cards], strict=True)
        drill = {card.id: card.rungs[int(mark) - 1] for card, mark in picks if mark != UNCLEAR}
        guessed = zip(self.after.themes, self.marks[asked + cards :], strict=True)
        guesses = {each.theme_id: int(mark) for each, mark in guessed if mark != UNCLEAR}
        response = Response(self.perspective, self.form, answers, SaidBeside(self.agreed, guesses, drill))
        sheet = Sheet(response, dict(self.notes), self.code)
        if not sheet.says_something:
            raise Refused(_("Nothing is answered on this form."), todo=_("Lay it aside; an empty form is not counted."))
        return sheet

    def _mark(self, key: str) -> str:
        key, card = UNCLEAR if key == " " else key.lower(), self._card(self.at)
        if card is not None:
            return key if key in {UNCLEAR, *map(str, range(1, len(card.rungs) + 1))} else ""
        points = {str(point) for point in range(self.questionnaire.low, self.questionnaire.high + 1)}
        declined = {DONT_KNOW, NOT_APPLICABLE} if self.at < len(self.asked) else set()
        return key if key in points | declined | {UNCLEAR} else ""


def _answer_of(mark: str) -> Answer | None:
    return None if mark == UNCLEAR else _APART.get(mark) or Answer(int(mark))


def _mark_of(answer: Answer | None) -> str:
    if answer is None:
        return UNCLEAR
    return next((mark for mark, apart in _APART.items() if apart == answer), str(answer.code))


def _mark_of_pick(card: Scenario, rung: int | None) -> str:
    return UNCLEAR if rung not in card.rungs else str(card.rungs.index(rung) + 1)


def code_to_type(typed: str, taken: Collection[str], *, again: bool) -> str:
    """The code as it is kept. Raises :class:`Refused` for one that is none, was taken before, or was not taken yet."""
    code = typed.strip().upper()
    if not is_code(code):
        raise Refused(
            _("That is not a code of ours."),
            todo=_("It has three signs, and stands at the top of the form and at the foot of every page."),
        )
    if code in taken and not again:
        raise Refused(
            _("A form with the code {code} is in already.").format(code=code),
            _("Nothing was typed in twice."),
            _("If it is another sheet of paper, write a new code on it. To read this one again, choose so above."),
        )
    if again and code not in taken:
        raise Refused(
            _("No form with the code {code} is in yet.").format(code=code),
            todo=_("Look at the code once more, or type the form in."),
        )
    return code
