"""One dot for each person: a question as a wall may show it, in the words of its answers."""

from dataclasses import dataclass

from trustcheck.domain.questionnaire.model import Item


@dataclass(frozen=True, slots=True)
class DotsInColumn:
    answers: tuple[str, ...]
    """The answers that stand together here, as the scale calls them, the lowest first."""
    people: int


@dataclass(frozen=True, slots=True)
class DotPlot:
    item: Item
    wording: str
    columns: tuple[DotsInColumn, ...]
    """As people answered, from the first answer of the scale to the last."""

    @property
    def people(self) -> int:
        return sum(each.people for each in self.columns)

    @property
    def is_merged(self) -> bool:
        """Whether neighbouring answers stand together, so that nobody stands alone."""
        return any(len(each.answers) > 1 for each in self.columns)
