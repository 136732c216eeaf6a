"""A table to fill in elsewhere, which comes back through the same door as any other: a heading for each question."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

from trustcheck.app.answering.beside import asks_guesses
from trustcheck.app.answering.cards import cards_asked
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Scenario
from trustcheck.exchange.exports.xlsx_lines import MADE
from trustcheck.exchange.files.safe_cells import safe_cell
from trustcheck.exchange.tables.beside_words import guess_heading
from trustcheck.words import gettext as _

_ROWS = 1_000
"""RowBatch below the headings that offer the answers to choose from."""
_LONGEST_LIST = 255
"""Characters of all choices of a cell together, the commas among them, that a workbook can hold."""
_WIDE, _HEADING_HEIGHT = 24, 90
"""A column in characters, and the row of headings in points."""


def table_to_fill_in(setup: GroupSetup, questionnaire: Questionnaire, ending: str) -> bytes:
    """The same check gives the same bytes. ``ending`` is one of ``TABLE_ENDINGS``."""
    if ending == "csv":
        return _as_csv(headings(setup, questionnaire))
    return _as_xlsx(setup, questionnaire)


def headings(setup: GroupSetup, questionnaire: Questionnaire) -> list[str]:
    """Whose answers a row holds, where the check asks two views; then every question, its short name and its words;
    then its scenario cards in the same way, and the themes of which leaders guess."""
    whose = [_("Leader or staff")] if setup.compares else []
    headline = _headline(setup)
    named = [f"{each}. {questionnaire.wording(each, headline)}" for each in questionnaire.asked(setup.form)]
    cards = cards_asked(setup, questionnaire)
    named += [f"{each.id}. {questionnaire.in_words(each.text, headline)}" for each in cards]
    if asks_guesses(setup, Perspective.LEADER):
        named += [guess_heading(each.id, each.name) for each in questionnaire.themes]
    return [str(safe_cell(each)) for each in (*whose, *named)]


def _as_csv(row: list[str]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(row)
    return ("\ufeff" + written.getvalue()).encode()


def _as_xlsx(setup: GroupSetup, questionnaire: Questionnaire) -> bytes:
    from xlsxwriter import Workbook

    written = BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(written, {"in_memory": True, **never}) as book:
        book.set_properties({"created": MADE, "author": "", "title": "TrustCheck"})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet, row = book.add_worksheet(_("Answers")), headings(setup, questionnaire)
        sheet.set_column(0, len(row) - 1, _WIDE)
        sheet.set_row(0, _HEADING_HEIGHT)
        for at, words in enumerate(row):
            sheet.write_string(0, at, words, head)
        sheet.freeze_panes(1, 1 if setup.compares else 0)
        if setup.compares:
            _offer(sheet, 0, 0, (_("Leader"), _("Staff")))
        _offer_answers(sheet, setup, questionnaire)
        _explain(book.add_worksheet(_("How to fill it in")), book, setup, questionnaire)
    return written.getvalue()


def _offer_answers(sheet: Any, setup: GroupSetup, questionnaire: Questionnaire) -> None:
    """To the questions, on each card, and for a guess."""
    place, asked = int(setup.compares), len(questionnaire.asked(setup.form))
    _offer(sheet, place, place + asked - 1, _answers(questionnaire))
    place += asked
    for card in cards_asked(setup, questionnaire):
        _offer(sheet, place, place, _outcomes(card, questionnaire, _headline(setup)))
        place += 1
    if asks_guesses(setup, Perspective.LEADER):
        _offer(sheet, place, place + len(questionnaire.themes) - 1, questionnaire.scale)


def _headline(setup: GroupSetup) -> Perspective:
    """In whose wording everything stands that both views are asked."""
    return Perspective.STAFF if Perspective.STAFF in setup.perspectives else Perspective.LEADER


def _outcomes(card: Scenario, questionnaire: Questionnaire, view: Perspective) -> tuple[str, ...]:
    return tuple(questionnaire.in_words(each.text, view) for each in card.next)


def _answers(questionnaire: Questionnaire) -> tuple[str, ...]:
    """What may stand in the cell of a question."""
    return (*questionnaire.scale, _("I don't know"), _("Doesn't apply here"))


def _offer(sheet: Any, first: int, last: int, choices: "Sequence[str]") -> None:
    """A list to choose from; without one where a workbook cannot hold the words. Other words are warned about."""
    if any("," in each for each in choices) or len(",".join(choices)) > _LONGEST_LIST:
        return
    rule = {"validate": "list", "source": list(choices), "error_type": "warning"}
    sheet.data_validation(1, first, _ROWS, last, rule)


def _explain(sheet: Any, book: Any, setup: GroupSetup, questionnaire: Questionnaire) -> None:
    sheet.set_column(0, 0, 90)
    wrap = book.add_format({"text_wrap": True})
    told = [
        _("One row for each person, one column for each question. Leave the headings as they are."),
        _("An answer is one of these: {answers}. An empty cell is a skipped question.").format(
            answers="; ".join(_answers(questionnaire))
        ),
        _("No names, no numbers and no times: the answers stay confidential. The order of the rows is shuffled."),
        _("Save it, and take it in again with Take in a table."),
    ]
    if setup.compares:
        told.insert(1, _("The first column says whether a row comes from a leader or from staff."))
    for at, words in enumerate((*told, *_of_cards_and_guesses(setup, questionnaire))):
        sheet.write_string(at, 0, str(safe_cell(words)), wrap)


def _of_cards_and_guesses(setup: GroupSetup, questionnaire: Questionnaire) -> Iterator[str]:
    """What each card offers, for a cell cannot hold a list of sentences; and who guesses."""
    cards = cards_asked(setup, questionnaire)
    if cards:
        yield _("A scenario card is answered with one of its sentences, or with nothing:")
    for card in cards:
        offered = "; ".join(_outcomes(card, questionnaire, _headline(setup)))
        yield _("{card}: {offered}").format(card=card.id, offered=offered)
    if asks_guesses(setup, Perspective.LEADER):
        yield _("Only leaders fill in the last columns: how often will staff say that they see this?")
