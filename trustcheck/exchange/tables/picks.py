"""What stands in the columns of scenario cards, and what a person has to say of it before it can be taken in."""

from collections import Counter
from collections.abc import Iterator, Sequence

from trustcheck.app.collecting.tables import Choice, ColumnCells, Decision, Plan, Use
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.questionnaire.scenarios import MOST_OPEN_RUNG, Scenario, rung_names
from trustcheck.exchange.tables.beside_words import outcome_words
from trustcheck.exchange.tables.mapping_words import (
    answer_code,
    answer_codes,
    is_error,
    is_formula,
    plain,
    whole_number,
)
from trustcheck.exchange.tables.row_masks import counted
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.exchange.tables.untakables import printable
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

PICK, RUNGS = "pick:", "rungs"
"""How the id of a decision about a word begins, and the id of what numbers are."""
AS_RUNGS, IN_ORDER, NOTHING = "rungs", "in-order", "nothing"
MOST_PICKS = 12
"""So many words are asked about. A file with more holds something else than picks: each is a mistake."""


class Picks:
    """The picks of one table with one plan: what is asked, and which rung a cell stands for."""

    def __init__(
        self, plan: Plan, columns: Sequence[ColumnCells], questionnaire: Questionnaire, begins: int, filled: bytes
    ) -> None:
        self._decided, cards = plan.decided, questionnaire.scenario_by_id
        used = zip(plan.columns, columns, strict=False)
        of = [(cards[column.item_id], column, cells) for column, cells in used if column.use is Use.CARD]
        self._codes = answer_codes(questionnaire)
        self._outcomes = {card.id: outcome_words(card, questionnaire) for card, _column, _cells in of}
        self._are_named_by_id = all(plain(column.heading) == plain(card.id) for card, column, _cells in of)
        self._numbers: set[int] = set()
        self._unknown: Counter[str] = Counter()
        for card, _column, cells in of:
            for kind, number in counted(cells.at[begins:], filled).items():
                self._note(card, cells.texts[kind], number)
        self._as_rungs = True
        self.decisions = (*self._ask_numbers(), *self._ask_words())

    def _note(self, card: Scenario, text: str, number: int) -> None:
        if _is_number(text):
            self._numbers.add(int(whole_number(text)))
        elif self._said(card, text) is None and not (is_error(text) or is_formula(text)):
            self._unknown[text] += number

    def rung(self, card: Scenario, text: str) -> int | None:
        """The rung from 1 up that a cell stands for, 0 for nothing, ``None`` where it is no pick of this card."""
        if _is_number(text):
            return self._of_number(card, int(whole_number(text)))
        said = self._said(card, text)
        decided = self._decided.get(PICK + text, "")
        if said is not None or not decided:
            return said
        if decided == NOTHING:
            return 0
        return int(decided) + 1 if decided in map(str, card.rungs) else None

    def asks(self, text: str) -> bool:
        """Whether somebody is asked, or was, what a word stands for."""
        return any(each.id == PICK + text for each in self.decisions)

    def _said(self, card: Scenario, text: str) -> int | None:
        """As :meth:`rung`, of words that need no decision. A card can be passed over, and cannot be unknown."""
        rung = self._outcomes[card.id].get(plain(text))
        if rung is not None:
            return rung + 1
        code = answer_code(text, self._codes)
        return 0 if code is not None and code <= 0 else None

    def _of_number(self, card: Scenario, number: int) -> int | None:
        if self._as_rungs:
            return number + 1 if number in card.rungs else None
        return card.rungs[number - 1] + 1 if 0 < number <= len(card.rungs) else None

    def _ask_numbers(self) -> Iterator[Decision]:
        """Whether numbers are rungs, as TrustCheck writes them, or places on the card, as survey tools do."""
        if not self._numbers:
            return
        choices = (
            Choice(AS_RUNGS, _("0 is the closed end, {most} the open one").format(most=MOST_OPEN_RUNG)),
            Choice(IN_ORDER, _("1 is the first thing on a card, 2 the second, and so on")),
        )
        beyond = any(number > MOST_OPEN_RUNG for number in self._numbers)
        likeliest = IN_ORDER if beyond else AS_RUNGS
        if 0 in self._numbers:
            certain = likeliest = AS_RUNGS
        elif self._are_named_by_id:
            certain = "" if beyond else AS_RUNGS
        else:
            certain = IN_ORDER if beyond else ""
        chosen = self._decided.get(RUNGS, certain)
        self._as_rungs = chosen != IN_ORDER
        question = _("What do the numbers of scenario cards mean?")
        yield Decision(RUNGS, question, choices, likeliest, chosen)

    def _ask_words(self) -> Iterator[Decision]:
        """Words in the place of picks that stand on no card: how open each of them is."""
        if len(self._unknown) > MOST_PICKS:
            return
        rungs = (Choice(str(rung), f"{rung}  {name}") for rung, name in enumerate(rung_names()))
        choices = (*rungs, Choice(NOTHING, _("Nothing was picked")))
        for text, number in self._unknown.items():
            question = ngettext(
                "What does \u201c{word}\u201d stand for in one cell of a scenario card?",
                "What does \u201c{word}\u201d stand for in {number} cells of scenario cards?",
                number,
            ).format(word=printable(shortened(text)), number=number)
            yield Decision(PICK + text, question, choices, "", self._decided.get(PICK + text, ""))


def _is_number(text: str) -> bool:
    whole = whole_number(text)
    return whole.isascii() and whole.isdecimal() and len(whole) < 3
