"""The pieces of a form: a question with its answers, room for a note, and how they draw themselves.

On paper the places for answers are drawn; in a file that can be filled in they are fields.
"""

from dataclasses import dataclass

from trustcheck.app.form_identity import NOTE_FIELD, NOTE_TO_FIELD
from trustcheck.domain.round import NOTE_LIMIT
from trustcheck.report.form_answers import BESIDE, Answers, Place
from trustcheck.report.form_fields import Box, FormFields
from trustcheck.report.form_styles import FormStyles
from trustcheck.report.lines import TextLine, broken
from trustcheck.report.paper import Paper
from trustcheck.report.structure import Element

NUMBER_LETTERS = 3


@dataclass(frozen=True)
class Question:
    """A question and its answers, never parted."""

    item_id: str
    number: str
    text: str
    lines: tuple[TextLine, ...]
    answers: Answers
    styles: FormStyles
    asked: Element
    given: Element
    indent: float
    before: float
    sticks: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.styles.question.leading + 2.5 + self.answers.height

    def draw(self, paper: Paper, x: float, top: float, fields: FormFields | None) -> None:
        with paper.marked(self.asked):
            paper.words(x, top, self.number, self.styles.number)
            paper.text(x + self.indent, top, self.lines, self.styles.question)
        below = top + len(self.lines) * self.styles.question.leading + 2.5
        if self.answers.parted:
            with paper.marked(None):
                at = x + self.answers.parted
                paper.line((at, below), (at, below + self.answers.height), "line_strong", 0.6)
        if fields is None:
            with paper.marked(self.given):
                for place in self.answers.places:
                    self._words(paper, x, below, place)
                    _draw_box(paper, x + place.x, self._box_top(below, place), self.styles.box)
        else:
            self._fields(paper, x, below, fields)

    def _fields(self, paper: Paper, x: float, below: float, fields: FormFields) -> None:
        options: list[tuple[str, str, Box, Element]] = []
        for place in self.answers.places:
            form = self.given.add("Form")
            upper, left = paper.height - self._box_top(below, place), x + place.x
            box = (left, upper - self.styles.box, left + self.styles.box, upper)
            options.append((place.state, place.words, box, form))
            with paper.marked(self.given):
                self._words(paper, x, below, place)
        fields.choice(self.item_id, f"{self.number}. {self.text}", options)

    def _words(self, paper: Paper, x: float, below: float, place: Place) -> None:
        paper.text(x + place.x + self.styles.box + BESIDE, below + place.y, place.lines, self.styles.answer)

    def _box_top(self, below: float, place: Place) -> float:
        return below + place.y + (self.styles.answer.leading - self.styles.box) / 2


@dataclass(frozen=True)
class Note:
    """Room for a few words, and for the number of the question they belong to."""

    number: int
    to: str
    styles: FormStyles
    element: Element
    width: float
    lines: int
    before: float
    sticks: bool = False

    @property
    def _step(self) -> float:
        return self.styles.body.leading * 1.3

    @property
    def height(self) -> float:
        return self._step * (self.lines + 1)

    def draw(self, paper: Paper, x: float, top: float, fields: FormFields | None) -> None:
        style, type_ = self.styles.body, paper.type
        line = broken(self.to, style, self.width, type_)[:1]
        with paper.marked(self.element):
            paper.text(x, top + (self._step - style.leading), line, style)
        left = x + line[0].width + 6
        wide = type_.width_of("0000", style.face) * style.size
        if fields is None:
            with paper.marked(None):
                self._rules(paper, x, top, (left, left + wide))
        else:
            self._fields(paper, x, top, (left, left + wide), fields)

    def _rules(self, paper: Paper, x: float, top: float, number: tuple[float, float]) -> None:
        first = top + self._step
        paper.line((number[0], first), (number[1], first), "line_strong")
        for each in range(1, self.lines + 1):
            y = first + each * self._step
            paper.line((x, y), (x + self.width, y), "line_strong", 0.5)

    def _fields(self, paper: Paper, x: float, top: float, number: tuple[float, float], fields: FormFields) -> None:
        base = paper.height - top - self._step
        to, words = self.element.add("Form"), self.element.add("Form")
        small = (number[0], base - 3, number[1], base + self._step - 6)
        room = (x, base - self.lines * self._step, x + self.width, base - 6)
        with paper.marked(None):
            for left, bottom, right, upper in (small, room):
                size = (right - left, upper - bottom)
                paper.box(left, paper.height - upper, size, "surface", edge="ink2", edge_width=0.9)
        fields.text(NOTE_TO_FIELD.format(number=self.number), self.to, small, to, NUMBER_LETTERS)
        name = NOTE_FIELD.format(number=self.number)
        fields.text(name, f"{self.to} {self.number}", room, words, NOTE_LIMIT, lines=True)


def _draw_box(paper: Paper, x: float, top: float, side: float) -> None:
    paper.box(x, top, (side, side), "surface", edge="ink2", edge_width=0.9)
