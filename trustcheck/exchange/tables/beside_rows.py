"""What each row of a table says beside the questions, a byte a row for each card and each theme that is guessed of."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from trustcheck.app.collecting.tables import Plan, Use
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.exchange.tables.decisions import Asked, decided_code
from trustcheck.exchange.tables.mapping_words import answer_codes
from trustcheck.exchange.tables.row_codes import ASKED, code_of_cell, joined, marked, read_codes, rows_with
from trustcheck.exchange.tables.row_masks import both_of
from trustcheck.exchange.tables.subject import Subject
from trustcheck.exchange.tables.untakables import TOLD, Untakables

BesideCodes = Mapping[tuple[Use, str], bytes]
"""By use and id of the card or the theme, for every row 0 for nothing, and else a rung or a point from 1 up."""

_NOTHING = SaidBeside()
_SAYS_SOMETHING = bytes((0, *[1] * 255))


def beside_codes(
    subject: Subject, asked: Asked, untakable: Untakables, open_words: frozenset[str], *, asks: bool
) -> BesideCodes:
    """The picks of every card and the guesses of every theme that has a column. Cells that are neither are noted."""
    codes: dict[tuple[Use, str], bytes] = {}
    nobody = frozenset().union(*asked.left_out().values())
    for use, meaning_of, note in (
        (Use.CARD, _of_cards(subject, asked, asks=asks), untakable.note_no_pick),
        (Use.GUESS, _of_guesses(subject, asked, open_words), untakable.note_unreadable),
    ):
        for place in subject.places(use):
            known = use, subject.plan.columns[place].item_id
            found = read_codes(subject.table, place, subject.begins, meaning_of(known[1]), nobody, untakable, note)
            codes[known] = joined(codes[known], found, place, untakable) if known in codes else found
    return codes


def _of_cards(subject: Subject, asked: Asked, *, asks: bool) -> Callable[[str], Callable[[str], int]]:
    """By the id of a card what its cells mean."""

    def meaning_of(card_id: str) -> Callable[[str], int]:
        card = subject.questionnaire.scenario_by_id[card_id]
        return lambda text: code_of_cell(text, asked.picks.rung(card, text), is_asked=asks and asked.picks.asks(text))

    return meaning_of


def _of_guesses(subject: Subject, asked: Asked, open_words: frozenset[str]) -> Callable[[str], Callable[[str], int]]:
    """By the id of a theme what its cells mean: a guess is a point of the scale, or there is none."""
    known, decided = answer_codes(subject.questionnaire), asked.codes()

    def meaning(text: str) -> int:
        code = decided_code(text, decided, known)
        return code_of_cell(text, code if code is None else max(code, 0), is_asked=text in open_words)

    return lambda _theme_id: meaning


def without_guesses_of_staff(codes: BesideCodes, plan: Plan, is_staff: bytes, untakable: Untakables) -> BesideCodes:
    """The same codes; a guess in a row of staff is noted, as most likely the row is not theirs or the guess is none."""
    found = dict(codes)
    for place, column in enumerate(plan.columns):
        known = column.use, column.item_id
        if column.use is Use.GUESS:
            guessed = both_of(is_staff, codes[known].translate(_SAYS_SOMETHING))
            rows = [row for row in rows_with(guessed, 1) if codes[known][row] < ASKED]
            untakable.note_guess_of_staff(place, len(rows), islice(rows, TOLD))
            found[known] = marked(found[known], rows)
    return found


def said_in(codes: BesideCodes, rows: Sequence[int]) -> tuple[SaidBeside, ...]:
    """What some rows say, in their order; empty where no row of them says anything."""
    cards = {known: column for (use, known), column in codes.items() if use is Use.CARD}
    guesses = {known: column for (use, known), column in codes.items() if use is Use.GUESS}
    if not cards and not guesses:
        return ()
    said = tuple(
        SaidBeside(
            guesses={theme: column[row] for theme, column in guesses.items() if column[row]},
            drill={card: column[row] - 1 for card, column in cards.items() if column[row]},
        )
        for row in rows
    )
    return said if any(each != _NOTHING for each in said) else ()
