"""What a form consists of, from its head to its last line, laid out for one width."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from trustcheck.app.answering.beside import dots_asked, guesses_asked
from trustcheck.app.answering.walkthrough import part_lengths
from trustcheck.app.collecting.form_identity import (
    DONT_KNOW,
    DOTS_FIELD,
    GUESS_FIELD,
    NOT_APPLICABLE,
    NOTE_FIELD,
    NOTE_TO_FIELD,
    NOTES,
)
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.presenting.personal import declined_words
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.checks.round import NOTE_LIMIT
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.report.forms.answers import BESIDE, AnswerPlace, AnswerRow, arranged, listed
from trustcheck.report.forms.fields import FieldBox, FormFields
from trustcheck.report.forms.words import (
    FormStyles,
    FormWording,
    code_line,
    definitions,
    promises,
    sending,
    whose,
    whose_line,
)
from trustcheck.report.pdf.lines import TextLine, broken, cut, one_line, spaced
from trustcheck.report.pdf.paper import PaperCanvas
from trustcheck.report.pdf.tagged import Element
from trustcheck.report.pdf.typography import Style, Typography
from trustcheck.words import gettext as _

# The pieces of a form: a question with its answers, room for a note, and how they draw themselves.
#
# On paper the places for answers are drawn; in a file that can be filled in they are fields.


NUMBER_LETTERS = 3
_BESIDE_A_QUESTION = 12.0
"""Between a question and what stands at the end of its line."""
_BELOW_THE_CAPS = 1.1
"""How far smaller words on the question's line stand below its top, so that both have one baseline."""


@dataclass(frozen=True)
class Question:
    """A question and its answers, never parted."""

    item_id: str
    number: str
    text: str
    lines: tuple[TextLine, ...]
    answers: AnswerRow
    styles: FormStyles
    asked: Element
    given: Element
    indent: float
    before: float
    sticks: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.styles.question.leading + 2.5 + self.answers.height

    def draw(self, paper: PaperCanvas, x: float, top: float, fields: FormFields | None) -> None:
        if self.text:
            with paper.marked(self.asked):
                number = spaced(broken(self.number, self.styles.number, 10_000, paper.type))
                paper.text(x, top, number, self.styles.number)
                paper.text(x + self.indent, top, self.lines, self.styles.question)
        below = top + len(self.lines) * self.styles.question.leading + 2.5
        if self.answers.parted:
            with paper.marked(None):
                at = x + self.answers.parted
                paper.line((at, below), (at, below + self.answers.height), "line_strong", 0.6)
        if fields is None:
            with paper.marked(self.given):
                for place in self.answers.places:
                    self._words(paper, x, below, place, self.styles.answer)
                    _draw_box(paper, x + place.x, self._box_top(below, place), self.styles.box)
        else:
            self._fields(paper, x, (top, below), fields)

    def _fields(self, paper: PaperCanvas, x: float, tops: tuple[float, float], fields: FormFields) -> None:
        """``tops``: of the question, and of the answers."""
        placed = [(tops[1], place, self.styles.answer) for place in self.answers.places]
        if self.answers.above:
            placed.append((tops[0] + _BELOW_THE_CAPS, self.answers.above, self.styles.apart))
        options: list[tuple[str, str, FieldBox, Element]] = []
        for top, place, style in placed:
            form = self.given.add("Form")
            upper, left = paper.height - self._box_top(top, place), x + place.x
            box = (left, upper - self.styles.box, left + self.styles.box, upper)
            options.append((place.state, place.words, box, form))
            with paper.marked(self.given):
                self._words(paper, x, top, place, style)
        fields.choice(self.item_id, f"{self.number}. {self.text}" if self.text else self.item_id, options)

    def _words(self, paper: PaperCanvas, x: float, top: float, place: AnswerPlace, style: Style) -> None:
        paper.text(x + place.x + self.styles.box + BESIDE, top + place.y, spaced(place.lines), style)

    def _box_top(self, below: float, place: AnswerPlace) -> float:
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

    def draw(self, paper: PaperCanvas, x: float, top: float, fields: FormFields | None) -> None:
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

    def _rules(self, paper: PaperCanvas, x: float, top: float, number: tuple[float, float]) -> None:
        first = top + self._step
        paper.line((number[0], first), (number[1], first), "line_strong")
        for each in range(1, self.lines + 1):
            y = first + each * self._step
            paper.line((x, y), (x + self.width, y), "line_strong", 0.5)

    def _fields(
        self, paper: PaperCanvas, x: float, top: float, number: tuple[float, float], fields: FormFields
    ) -> None:
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


def _draw_box(paper: PaperCanvas, x: float, top: float, side: float) -> None:
    paper.box(x, top, (side, side), "surface", edge="ink2", edge_width=0.9)


class FormBlock(Protocol):
    @property
    def height(self) -> float: ...

    @property
    def before(self) -> float: ...

    @property
    def sticks(self) -> bool: ...

    def draw(self, paper: PaperCanvas, x: float, top: float, fields: FormFields | None) -> None: ...


@dataclass(frozen=True)
class FormLines:
    """Words; a paragraph is never so long that it would have to be parted."""

    lines: tuple[TextLine, ...]
    style: Style
    element: Element | None
    before: float = 0.0
    sticks: bool = False
    indent: float = 0.0
    bullet: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def draw(
        self,
        paper: PaperCanvas,
        x: float,
        top: float,
        fields: FormFields | None,  # noqa: ARG002 - every piece is drawn so
    ) -> None:
        if self.bullet:
            with paper.marked(None):
                paper.circle(x + 3.5, top + self.style.leading / 2, 0.15 * self.style.size, "accent")
        with paper.marked(self.element):
            paper.text(x + self.indent, top, self.lines, self.style)


_NAME_LINES, _TITLE_LINES = 6, 3
_CODE_WIDE = 175.0
"""Kept free beside the name for the code in its box."""
_MOST_LINES = 24
"""Of a paragraph that somebody else wrote; no form has room for more."""


def _apart() -> tuple[tuple[str, str], ...]:
    """The two answers that are no point of the scale: their mark and their words."""
    return (DONT_KNOW, declined_words(Answer.DONT_KNOW)), (NOT_APPLICABLE, declined_words(Answer.NOT_APPLICABLE))


class FormParts:
    """Makes the blocks of one form. ``width`` is that of the column, in points."""

    def __init__(self, order: FormOrder, way: FormWording, styles: FormStyles, width: float, type_: Typography) -> None:
        self._order, self._way, self._styles, self._width, self._type = order, way, styles, width, type_
        self._answers = self._arranged()

    def with_gap(self, gap: float) -> "FormParts":
        """The same with another distance between questions."""
        return FormParts(self._order, self._way, replace(self._styles, gap=gap), self._width, self._type)

    def cover(self, parent: Element) -> Iterator[FormBlock]:
        """Everything that is read before the first question."""
        styles, order = self._styles, self._order
        gap = 0.7 * styles.body.leading
        place = one_line(order.summary.organisation.name)
        yield self._text(place, styles.place, parent.add("P"), most=_NAME_LINES, beside=_CODE_WIDE)
        yield self._text(one_line(order.questionnaire.title), styles.title, parent.add("H1"), 6, most=_TITLE_LINES)
        yield self._text(whose(order), styles.whose, parent.add("P"), 4)
        if line := whose_line(order):
            yield self._text(line, styles.body, parent.add("P"), 2)
        yield from self._headed(_("What happens with your answers"), parent)
        yield from self._bullets((*promises(order), code_line()), parent)
        yield from self._dots(parent)
        yield from self._headed(_("How to answer"), parent)
        yield self._text(self._way.tick, styles.body, parent.add("P"), 3)
        yield self._text(order.questionnaire.frame, styles.body, parent.add("P"), 0.4 * gap)
        yield from self._bullets(order.questionnaire.before, parent)
        yield from self._headed(_("What the words mean"), parent)
        for each in definitions(order):
            lines = broken(one_line(each.text), styles.body, self._width, self._type, one_line(each.word) + ":")
            yield FormLines(lines[:_MOST_LINES], styles.body, parent.add("P"), 3)
        yield self._text(self._way.finish, replace(styles.body, face="sans-strong"), parent.add("P"), 1.6 * gap)

    def strip(self, *, defined: bool) -> tuple[FormLines, ...]:
        """Said again at the head of a page, and so no part of what is read aloud."""
        styles, order = self._styles, self._order
        made = [self._text(order.questionnaire.frame, styles.strip, None)]
        if defined:
            for each in definitions(order):
                lines = broken(one_line(each.text), styles.strip, self._width, self._type, one_line(each.word) + ":")
                made.append(FormLines(lines[:_MOST_LINES], styles.strip, None, 1.5))
        return tuple(made)

    def questions(self, parent: Element) -> Iterator[FormBlock]:
        order, styles = self._order, self._styles
        asked, number = order.asked, 0
        lengths = part_lengths(len(asked))
        for part, length in enumerate(lengths, 1):
            words = _("Part {part} of {parts}").format(part=part, parts=len(lengths))
            yield self._text(words, styles.heading, parent.add("H2"), 1.3 * styles.gap, sticks=True)
            for item_id in asked[number : number + length]:
                number += 1
                yield self._question(item_id, number, parent)

    def cards(self, parent: Element) -> Iterator[FormBlock]:
        """Scenario cards with the numbers that follow. Nothing where the check does not ask them."""
        order, styles = self._order, self._styles
        if not order.cards:
            return
        heading = _("When criticism comes: what would really happen?")
        yield self._text(heading, styles.heading, parent.add("H2"), 1.6 * styles.gap, sticks=True)
        words = _("One cross for each: what would really happen here, and not what should.")
        yield self._text(words, styles.body, parent.add("P"), 1, sticks=True)
        for number, card in enumerate(order.cards, len(order.asked) + 1):
            texts = tuple(one_line(words) for _rung, words in card.outcomes)
            answers = listed(texts, self._way.blank, styles, self._width, self._type)
            yield self._choice(card.id, str(number), one_line(card.text), answers, parent, styles.gap)

    def guesses(self, parent: Element) -> Iterator[FormBlock]:
        """Asked of leaders at the end, with the numbers that follow; nothing where the check does not ask."""
        order, styles = self._order, self._styles
        asked = guesses_asked(order.questionnaire, order.setup, order.perspective)
        if asked is None:
            return
        yield self._text(asked.title, styles.heading, parent.add("H2"), 1.6 * styles.gap, sticks=True)
        yield self._text(asked.lead, styles.body, parent.add("P"), 1, sticks=True)
        row = self._row(tuple(one_line(words) for words in asked.scale), self._way.blank)
        for number, theme in enumerate(asked.themes, len(order.asked) + len(order.cards) + 1):
            name = GUESS_FIELD.format(theme=theme.theme_id)
            yield self._choice(name, str(number), one_line(theme.words), row, parent, styles.gap)

    def _dots(self, parent: Element) -> Iterator[FormBlock]:
        """The question before the first question, where the check asks it."""
        asked, styles = dots_asked(self._order.setup), self._styles
        if asked is None:
            return
        yield from self._headed(asked.asked, parent)
        yield self._text(asked.explained, styles.body, parent.add("P"), 3, sticks=True)
        yield self._choice(DOTS_FIELD, "", "", self._row((asked.agree, asked.disagree), ""), parent, 2.0)

    def _row(self, points: tuple[str, ...], blank: str) -> AnswerRow:
        return arranged(points, (), blank, self._styles, self._width, self._type)

    def notes(self, parent: Element, lines: int) -> Iterator[FormBlock]:
        """Nothing where the check takes no notes."""
        if self._order.setup.notes is NotesUse.NONE:
            return
        styles = self._styles
        heading = _("A short example, if you have one")
        yield self._text(heading, styles.heading, parent.add("H2"), 1.6 * styles.gap, sticks=True)
        words = _("Leave out names. Write the number of the question first; every note may stay empty.")
        yield self._text(words, styles.body, parent.add("P"), 1, sticks=True)
        for number in range(1, NOTES + 1):
            sticks = number < NOTES
            to, element = _("To question"), parent.add("P")
            yield Note(number, to, styles, element, self._width, lines, styles.gap * 0.5, sticks)

    def sending(self, parent: Element) -> Iterator[FormBlock]:
        """The closing page of a form that is filled in on a screen."""
        styles = self._styles
        yield self._text(_("When you have answered"), styles.title, parent.add("H2"))
        yield from self._bullets(sending(self._order), parent, 0.7 * styles.body.leading)

    def _question(self, item_id: str, number: int, parent: Element) -> Question:
        text = one_line(self._order.questionnaire.wording(item_id, self._order.perspective))
        return self._choice(item_id, str(number), text, self._answers, parent, self._styles.gap)

    def _choice(self, name: str, number: str, text: str, row: AnswerRow, parent: Element, before: float) -> Question:
        """Something that is asked and its answers; ``name`` is that of its field."""
        styles = self._styles
        indent = 2.1 * styles.question.size
        room = row.above.x - _BESIDE_A_QUESTION if row.above else self._width
        lines = broken(text, styles.question, room - indent, self._type) if text else ()
        asked, given = parent.add("P"), parent.add("P")
        return Question(name, number, text, lines, row, styles, asked, given, indent, before)

    def _arranged(self) -> AnswerRow:
        scale = tuple(one_line(words) for words in self._order.questionnaire.scale)
        return arranged(scale, _apart(), self._way.blank, self._styles, self._width, self._type)

    def _headed(self, words: str, parent: Element) -> Iterator[FormBlock]:
        styles = self._styles
        yield self._text(words, styles.heading, parent.add("H2"), 0.9 * styles.body.leading, sticks=True)

    def _bullets(self, texts: tuple[str, ...], parent: Element, first: float = 3.0) -> Iterator[FormBlock]:
        if not texts:
            return
        style, indent = self._styles.body, 1.1 * self._styles.body.size
        list_ = parent.add("L")
        for number, text in enumerate(texts):
            lines = broken(one_line(text), style, self._width - indent, self._type)[:_MOST_LINES]
            before = 3.0 if number else first
            yield FormLines(lines, style, list_.add("LI").add("LBody"), before, indent=indent, bullet=True)

    def _text(
        self,
        text: str,
        style: Style,
        element: Element | None,
        before: float = 0.0,
        *,
        sticks: bool = False,
        most: int = _MOST_LINES,
        beside: float = 0.0,
    ) -> FormLines:
        lines = cut(text, style, self._width - beside, self._type, most)
        return FormLines(lines, style, element, before, sticks)
