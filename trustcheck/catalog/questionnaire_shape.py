"""The shape of a questionnaire file: which keys there are, what may stand under each, and how much of it.

Nothing is turned into something else on the way: a word is never a number, a number never a yes. Imports pydantic:
import this module lazily.
"""

from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from trustcheck.catalog.document import Digits
from trustcheck.domain.questionnaire.model import DEFAULT_CUTS
from trustcheck.domain.questionnaire.scenarios import FEWEST_OUTCOMES, MOST_OPEN_RUNG, MOST_SCENARIOS, RUNGS

ID = r"^[A-Za-z0-9_-]{1,64}$"
QUESTIONNAIRE_ID = r"^[a-z0-9-]{1,64}$"
NO_QUESTIONNAIRE_ID = r"^[a-z0-9-]{0,64}$"
VERSION = r"^[A-Za-z0-9.+-]{1,32}$"
LANGUAGE = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$"
SMALL_WORD = r"^[a-z_]{1,64}$"


def as_text(value: object) -> object:
    """A text on one line, line breaks and runs of spaces being one space; anything else as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _as_number(value: object) -> object:
    if isinstance(value, Digits):
        return float(value) if "." in value else int(value)
    return value


BoundedText = Annotated[str, Field(min_length=1, max_length=2000), BeforeValidator(as_text)]
Aside = Annotated[str, Field(max_length=2000), BeforeValidator(as_text)]
Name = Annotated[str, Field(min_length=1, max_length=120), BeforeValidator(as_text)]
OtherName = Annotated[str, Field(max_length=120), BeforeValidator(as_text)]
Id = Annotated[str, Field(pattern=ID), BeforeValidator(as_text)]
NoId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{0,64}$"), BeforeValidator(as_text)]
TokenName = Annotated[str, Field(pattern=SMALL_WORD), BeforeValidator(as_text)]
Number = Annotated[float, Field(allow_inf_nan=False), BeforeValidator(_as_number)]
Effort = Annotated[int, Field(ge=1, le=3), BeforeValidator(_as_number)]
Rung = Annotated[int, Field(ge=0, le=MOST_OPEN_RUNG), BeforeValidator(_as_number)]

Entry = TypeVar("Entry")
UpTo6 = Annotated[list[Entry], Field(min_length=1, max_length=6)]
UpTo30 = Annotated[list[Entry], Field(min_length=1, max_length=30)]
UpTo200 = Annotated[list[Entry], Field(min_length=1, max_length=200)]
Optional20 = Annotated[list[Entry], Field(max_length=20)]
Optional200 = Annotated[list[Entry], Field(max_length=200)]


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)


class TokenShape(_Shape):
    staff: Name
    leader: Name


class PillarShape(_Shape):
    id: Id
    name: Name
    to_reader: OtherName = ""
    meaning: Aside = ""


class BandsShape(_Shape):
    rare: Aside = ""
    patchy: Aside = ""
    usual: Aside = ""
    consistent: Aside = ""


class ThemeShape(_Shape):
    id: Id
    pillar: Id
    name: Name
    meaning: Aside = ""
    bands: BandsShape = BandsShape()
    on_your_own: Aside = ""
    known: Aside = ""


class ItemShape(_Shape):
    id: Id
    theme: NoId
    text: BoundedText
    reverse: bool = False
    meaning: Aside = ""


class PracticeShape(_Shape):
    id: Id
    theme: Id
    text: BoundedText
    partly: Aside = ""
    note: Aside = ""
    quick_win: bool = False


class SuggestionShape(_Shape):
    id: Id
    theme: NoId = ""
    title: Name
    this_week: BoundedText
    thirty_days: BoundedText
    notice: BoundedText
    ask: BoundedText
    i_will: Aside = ""
    we_will: Aside = ""
    effort: Effort
    evidence: Literal["A", "B", "C"]
    source: Aside = ""
    listening: bool = False
    sends_public: bool = False
    new_promise: bool = False
    makes_visible: bool = False
    when_practice_no: Optional20[Id] = []
    only_when_no: NoId = ""


class DefinitionShape(_Shape):
    word: Name
    text: BoundedText
    only: Literal["", "leader", "staff"] = ""


class OutcomeShape(_Shape):
    rung: Rung
    text: BoundedText


class CardSuggestionShape(_Shape):
    title: Name
    this_week: BoundedText
    ask: BoundedText


class ScenarioShape(_Shape):
    id: Id
    name: Name
    text: BoundedText
    next: Annotated[list[OutcomeShape], Field(min_length=FEWEST_OUTCOMES, max_length=RUNGS)]
    suggestion: CardSuggestionShape | None = None


class QuestionnaireShape(_Shape):
    # Not ``Literal[1]``: of numbers that takes ``true`` as well, however strict the model is.
    format: Annotated[int, Field(ge=1, le=1), BeforeValidator(_as_number)]
    id: Annotated[str, Field(pattern=QUESTIONNAIRE_ID), BeforeValidator(as_text)]
    version: Annotated[str, Field(pattern=VERSION), BeforeValidator(as_text)]
    language: Annotated[str, Field(pattern=LANGUAGE), BeforeValidator(as_text)]
    title: Name
    frame: BoundedText
    scale: Annotated[list[Name], Field(min_length=4, max_length=7)]
    # English needs three; a language whose verbs say who acts needs one for each of them.
    tokens: Annotated[dict[TokenName, TokenShape], Field(max_length=60)] = {}
    pillars: UpTo6[PillarShape]
    themes: UpTo30[ThemeShape]
    items: UpTo200[ItemShape]
    order: Optional200[Id] | None = None
    pulse: Optional200[Id] = []
    practices: Optional200[PracticeShape] = []
    bands: Annotated[list[Number], Field(min_length=3, max_length=3)] = list(DEFAULT_CUTS)
    suggestions: Optional200[SuggestionShape] = []
    definitions: Optional20[DefinitionShape] = []
    before: Optional20[BoundedText] = []
    scenarios: Annotated[list[ScenarioShape], Field(max_length=MOST_SCENARIOS)] = []
    based_on: Annotated[str, Field(pattern=NO_QUESTIONNAIRE_ID), BeforeValidator(as_text)] = ""
    roles: dict[str, Annotated[list[Id], Field(min_length=1, max_length=20)]] = {}


ENTRIES: dict[str, type[_Shape]] = {
    "tokens": TokenShape,
    "pillars": PillarShape,
    "themes": ThemeShape,
    "items": ItemShape,
    "practices": PracticeShape,
    "suggestions": SuggestionShape,
    "definitions": DefinitionShape,
    "scenarios": ScenarioShape,
}
"""What one entry under each key of the file looks like."""
INSIDE: dict[str, type[_Shape]] = {"bands": BandsShape, "next": OutcomeShape, "suggestion": CardSuggestionShape}
"""The same of what stands under a key of an entry."""
