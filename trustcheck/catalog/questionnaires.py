"""From what a file says to a questionnaire, or to every mistake in it. Imports pydantic: import this module lazily."""

from dataclasses import fields
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from trustcheck.catalog.document import Document
from trustcheck.catalog.mistakes import Mistake, QuestionnaireMistakes
from trustcheck.catalog.questionnaire_model import QuestionnaireShape, ThemeShape
from trustcheck.catalog.questionnaire_rules import broken_rules
from trustcheck.catalog.shape_mistakes import shape_mistakes
from trustcheck.domain.questionnaire import BandTexts, Definition, Item, Pillar, Practice, Questionnaire, Theme, Token
from trustcheck.domain.suggestion import Suggestion
from trustcheck.words import gettext as _

Value = TypeVar("Value")


def questionnaire_from_data(data: object, file: str = "") -> Questionnaire:
    """A questionnaire from plain dicts and lists, such as JSON gives. Raises :class:`QuestionnaireMistakes`."""
    return questionnaire_from(Document(file, data))


def questionnaire_from(document: Document) -> Questionnaire:
    """The questionnaire a document holds. Raises :class:`QuestionnaireMistakes` with all that is wrong."""
    mistakes = list(document.mistakes)
    shape = None
    if document.whole and isinstance(document.data, dict):
        shape, found = _checked(document)
        mistakes += found
    elif document.whole:
        sentence = _("A questionnaire is made of keys with values, such as “title: ...”. There are none here.")
        mistakes.append(document.mistake((), sentence))
    if mistakes or shape is None:
        raise QuestionnaireMistakes(_in_order(mistakes, document.file))
    return _questionnaire(shape)


def _checked(document: Document) -> tuple[QuestionnaireShape | None, list[Mistake]]:
    """The shape, and what is wrong beyond what reading has told already: an alias is not also a missing text."""
    assert isinstance(document.data, dict)
    shape = None
    found = []
    try:
        shape = QuestionnaireShape.model_validate(document.data)
    except ValidationError as wrong:
        found = shape_mistakes(wrong.errors(include_url=False, include_input=False))
    found += broken_rules(document.data)
    told = {(mistake.file, mistake.line, mistake.key) for mistake in document.mistakes}
    mistakes = [document.mistake(path, sentence) for path, sentence in found]
    return shape, [each for each in mistakes if (each.file, each.line, each.key) not in told]


def _in_order(mistakes: list[Mistake], file: str) -> list[Mistake]:
    """From top to bottom, the main file first."""
    return sorted(mistakes, key=lambda mistake: (mistake.file != file, mistake.file, mistake.line))


def _questionnaire(shape: QuestionnaireShape) -> Questionnaire:
    low, middle, high = shape.bands
    return Questionnaire(
        id=shape.id,
        version=shape.version,
        language=shape.language,
        title=shape.title,
        frame=shape.frame,
        scale=tuple(shape.scale),
        tokens=tuple(Token(name, token.staff, token.leader) for name, token in shape.tokens.items()),
        pillars=tuple(_same(Pillar, each) for each in shape.pillars),
        themes=tuple(_theme(each) for each in shape.themes),
        items=tuple(_same(Item, each) for each in shape.items),
        order=tuple(each.id for each in shape.items) if shape.order is None else tuple(shape.order),
        pulse=tuple(shape.pulse),
        practices=tuple(_same(Practice, each) for each in shape.practices),
        cuts=(low, middle, high),
        suggestions=tuple(_same(Suggestion, each) for each in shape.suggestions),
        definitions=tuple(_same(Definition, each) for each in shape.definitions),
        before=tuple(shape.before),
    )


def _theme(shape: ThemeShape) -> Theme:
    bands = _same(BandTexts, shape.bands)
    return Theme(shape.id, shape.pillar, shape.name, shape.meaning, bands, shape.on_your_own, shape.known)


def _same(kind: type[Value], shape: BaseModel) -> Value:
    """The domain's value with the same field names; lists become tuples."""
    given = {each.name: getattr(shape, each.name) for each in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})
