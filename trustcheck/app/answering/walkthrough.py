"""Where somebody is in a questionnaire, and what stands on the screen there. Moving returns the new place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from trustcheck.domain.checks.marks import UNMARKED, AnswerMark, Marks, with_mark
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Definition, Form, Item, Questionnaire
from trustcheck.words import gettext as _

PARTS = 4
"""Unnamed parts of even length: a name would tell what is being looked for, and items are interleaved."""


@dataclass(frozen=True, slots=True)
class PartProgress:
    """One part: its questions, how many are answered or passed, and whether one that was passed is open."""

    questions: int
    passed: int
    has_open: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One question as it stands on the screen."""

    item: Item
    wording: str
    """The sentence in the words of the person's perspective."""
    scale: tuple[str, ...]
    answer: Answer | None
    note: str
    mark: AnswerMark
    proposed: Answer | None
    """What was answered last time, where it is not answered yet."""
    number: int
    """From 1."""
    of: int
    part: int
    """From 1."""
    parts: tuple[PartProgress, ...]
    frame: str
    definitions: tuple[Definition, ...]
    """Who leaders and staff are, and what *in public* means: the lines under the frame."""
    meaning: str
    """An example of what one would see, for *What does this mean?*"""
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Walkthrough:
    """A place in one person's answers. Items are in order of presentation, ``position`` counts from 0."""

    questionnaire: Questionnaire
    response: Response
    notes: Mapping[str, str] = field(default_factory=dict)
    position: int = 0
    reached: int = 0
    """The furthest position that was on the screen; what lies before it is answered or passed."""
    leaders_are: str = ""
    staff_are: str = ""
    passed_over: frozenset[str] = frozenset()
    """What a short form has asked before: going forward leads past it, going back to it."""
    marks: Marks = field(default_factory=dict)
    """What one person says about answers of their own; nothing where one of several answers."""
    proposed: Mapping[str, Answer] = field(default_factory=dict)
    """What one person answered last time: shown where there is no answer yet, and counted nowhere."""

    @classmethod
    def resume(cls, of: PersonalRound) -> "Walkthrough":
        """Where the person stopped: at the item that was on screen last, or at the first."""
        here = cls(of.questionnaire, of.response, dict(of.notes), leaders_are=of.leaders_are, marks=of.marks)
        here = replace(here, proposed=of.proposed.answers)
        here = replace(here, passed_over=_asked_before(of))
        answered = [at for at, item_id in enumerate(here.asked) if of.response.answer(item_id) is not None]
        reached = replace(here, reached=max(answered, default=0))
        return reached.go_to(of.summary.at_item) if of.summary.at_item in here.asked else reached

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The item ids of the form, in order of presentation."""
        return self.questionnaire.asked(self.response.form)

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Every question of the form as this person reads it, in order of presentation."""
        return tuple(self.questionnaire.wording(item_id, self.response.perspective) for item_id in self.asked)

    @property
    def item_id(self) -> str:
        return self.asked[self.position]

    @property
    def is_last(self) -> bool:
        return self._ahead is None

    @cached_property
    def _ahead(self) -> int | None:
        """The next position that is gone to."""
        ahead = range(self.position + 1, len(self.asked))
        return next((at for at in ahead if self.asked[at] not in self.passed_over), None)

    def answer(self, item_id: str, answer: Answer | None) -> "Walkthrough":
        """One answer given, changed, or (``None``) taken back; the place stays."""
        return replace(self, response=self.response.with_answer(item_id, answer))

    def note(self, item_id: str, text: str) -> "Walkthrough":
        """A note written, changed, or (empty) taken back."""
        kept = {known: words for known, words in self.notes.items() if known != item_id}
        return replace(self, notes={**kept, item_id: text} if text else kept)

    def mark(self, item_id: str, mark: AnswerMark) -> "Walkthrough":
        """Something said about an answer, changed, or (saying nothing) taken back."""
        return replace(self, marks=with_mark(self.marks, item_id, mark))

    def forward(self) -> "Walkthrough":
        return self if self._ahead is None else self._at(self._ahead)

    def back(self) -> "Walkthrough":
        return self._at(max(self.position - 1, 0))

    def go_to(self, item_id: str) -> "Walkthrough":
        """At one item of the form. Raises ``ValueError`` for any other."""
        return self._at(self.asked.index(item_id))

    def _at(self, position: int) -> "Walkthrough":
        return replace(self, position=position, reached=max(self.reached, position))

    def step(self) -> Step:
        """What stands on the screen here."""
        item = self.questionnaire.item_by_id[self.item_id]
        lengths = part_lengths(len(self.asked))
        ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
        return Step(
            item=item,
            wording=self.questionnaire.wording(item.id, self.response.perspective),
            scale=self.questionnaire.scale,
            answer=self.response.answer(item.id),
            note=self.notes.get(item.id, ""),
            mark=self.marks.get(item.id, UNMARKED),
            proposed=self.only_proposed(item.id),
            number=self.position + 1,
            of=len(self.asked),
            part=next(part for part, end in enumerate(ends, start=1) if self.position < end),
            parts=self.parts(self.reached),
            frame=self.questionnaire.frame,
            definitions=self.definitions(),
            meaning=item.meaning,
            is_first=self.position == 0,
            is_last=self.is_last,
        )

    def only_proposed(self, item_id: str) -> Answer | None:
        """What was answered last time to a question that has no answer yet."""
        return self.proposed.get(item_id) if self.response.answer(item_id) is None else None

    def definitions(self) -> tuple[Definition, ...]:
        """Who is meant by leaders and by staff, in the words of whoever began, and then what the questionnaire defines.

        A line of theirs takes the place of the questionnaire's own.
        """
        said = ((_("Leaders"), self.leaders_are), (_("Staff"), self.staff_are))
        ours = tuple(Definition(word, _sentence(words)) for word, words in said if words)
        words = tuple(each.word.casefold() for each in ours)
        defined = self.questionnaire.definitions_for(self.response.perspective)
        return (*ours, *(each for each in defined if not each.word.casefold().startswith(words or ("\0",))))

    def parts(self, passed_before: int) -> tuple[PartProgress, ...]:
        """How far each part has come, everything before position ``passed_before`` being passed."""
        progress, start = [], 0
        for length in part_lengths(len(self.asked)):
            given = [self.response.answer(item_id) is not None for item_id in self.asked[start : start + length]]
            gone_by = [start + at < passed_before for at in range(length)]
            passed = sum(answered or gone for answered, gone in zip(given, gone_by, strict=True))
            open_behind = any(gone and not answered for answered, gone in zip(given, gone_by, strict=True))
            progress.append(PartProgress(length, passed, open_behind))
            start += length
        return tuple(progress)


def part_lengths(asked: int) -> tuple[int, ...]:
    """``asked`` questions in at most four parts that differ by one at most, the longer ones first."""
    parts = min(PARTS, asked)
    return tuple(asked // parts + (at < asked % parts) for at in range(parts))


def _asked_before(of: PersonalRound) -> frozenset[str]:
    """What the short form asked, where the check went on in full: its answers beyond the last of the other questions
    that has one, and beyond one that is open."""
    asked, short = of.questionnaire.asked(of.response.form), of.questionnaire.pulse
    given = [of.response.answer(item_id) is not None for item_id in asked]
    if of.response.form is Form.PULSE or all(given):
        return frozenset()
    others = [at for at, item_id in enumerate(asked) if given[at] and item_id not in short]
    begin = max(max(others, default=-1), given.index(False))
    return frozenset(item_id for at, item_id in enumerate(asked) if at > begin and given[at])


def _sentence(words: str) -> str:
    """What a person wrote into a line, ending like the lines beside it."""
    words = words.rstrip()
    return words if words.endswith((".", "?", "\u2026")) else f"{words}."
