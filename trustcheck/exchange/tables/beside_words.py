"""What a table's headings and cells mean that stand beside the questions: scenario cards, and what leaders guess."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trustcheck.app.answering.beside import asks_guesses
from trustcheck.app.answering.cards import cards_asked
from trustcheck.app.collecting.form_identity import GUESS_FIELD
from trustcheck.app.collecting.tables import Column, Use
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Scenario
from trustcheck.exchange.tables.mapping_words import heading_keys, is_companion, plain

Named = tuple[Use, str]
"""What a column holds, and of which card or theme."""


def guess_heading(theme_id: str, name: str) -> str:
    """Over a column that is to be filled in, as the field of a form is called: known in every language."""
    return f"{GUESS_FIELD.format(theme=theme_id)}. {name}"


def asks_beside(use: Use, setup: GroupSetup, questionnaire: Questionnaire) -> bool:
    """Whether a check asks what such a column holds."""
    if use is Use.CARD:
        return bool(cards_asked(setup, questionnaire))
    return asks_guesses(setup, Perspective.LEADER)


def outcome_words(card: Scenario, questionnaire: Questionnaire) -> dict[str, int]:
    """The rung of everything that a card offers, by its words in either view."""
    return {plain(questionnaire.in_words(each.text, view)): each.rung for each in card.next for view in Perspective}


class BesideHeadings:
    """Which columns of a table are of a card, or of a guess: by their headings, or by cells that only one card has."""

    def __init__(self, setup: GroupSetup, questionnaire: Questionnaire) -> None:
        self._asked = {each for each in (Use.CARD, Use.GUESS) if asks_beside(each, setup, questionnaire)}
        self._names: Mapping[str, Named] = dict(_names(questionnaire))
        cards = cards_asked(setup, questionnaire)
        self._outcomes = {card.id: outcome_words(card, questionnaire).keys() for card in cards}

    def column(self, column: Column, said: Sequence[str], found: set[str]) -> Column:
        """The same column, or what it holds beside the questions; ``said`` is its heading from below, ``found`` what
        stands in it. What a check does not ask is left out, as any question that it does not ask."""
        if column.use not in (Use.LEFT_OUT, Use.UNDECIDED) or any(map(is_companion, said)):
            return column
        named = self._named(said) or self._by_cells(found)
        if named is None:
            return column
        use, known = named
        if use not in self._asked:
            return replace(column, use=Use.LEFT_OUT, personal=False)
        return replace(column, use=use, item_id=known, personal=False)

    def _named(self, said: Sequence[str]) -> Named | None:
        keys = (key for each in said for key in heading_keys(each))
        return next((self._names[key] for key in keys if key in self._names), None)

    def _by_cells(self, found: set[str]) -> Named | None:
        """Words as long as outcomes stand on one card only, whatever a tool calls its column."""
        words = {plain(each) for each in found}
        of = [card for card, outcomes in self._outcomes.items() if words and words <= outcomes]
        return (Use.CARD, of[0]) if len(of) == 1 else None


def _names(questionnaire: Questionnaire) -> Iterator[tuple[str, Named]]:
    """Every heading of a card (its id, its name, its words, or an id before them) and of a guess."""
    for card in questionnaire.scenarios:
        words = {card.name, *(questionnaire.in_words(card.text, each) for each in Perspective)}
        for key in (card.id, *words, *(f"{card.id} {each}" for each in words)):
            yield plain(key), (Use.CARD, card.id)
    for theme in questionnaire.themes:
        field = GUESS_FIELD.format(theme=theme.id)
        for key in (field, f"guess {theme.name}", guess_heading(theme.id, theme.name)):
            yield plain(key), (Use.GUESS, theme.id)
