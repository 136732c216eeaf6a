"""What the page for taking in a table says: what a column is, what would be taken, and why nothing is yet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trustcheck.app.answering.cards import cards_asked
from trustcheck.app.collecting.account_words import some_of
from trustcheck.charts.scene import ChartCells
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import grouped

# Types only: what reads tables is loaded with the first of them.
if TYPE_CHECKING:
    from trustcheck.app.collecting.tables import Column, Decision, Listed, Plan, Preview, Untaken
    from trustcheck.domain.checks.group_round import GroupSetup
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.domain.questionnaire.scenarios import Scenario

_LISTED = 20
_ON_A_BUTTON = 24
"""Letters of a choice that a button holds, at any size of text."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as it would be taken in."""

    name: str
    plan: "Plan"
    preview: "Preview"
    setup: "GroupSetup"
    questionnaire: "Questionnaire"
    offered: str = ""
    """The name of a way of reading that was kept of a file like this one; empty where there is none."""
    can_be_kept: bool = False
    """Whether anything was decided that the next file of the tool could be read by."""

    @property
    def asked(self) -> tuple[str, ...]:
        return self.questionnaire.asked(self.setup.form)

    def wording(self, item_id: str) -> str:
        """A question as the people read it whose check this is."""
        headline = Perspective.STAFF if Perspective.STAFF in self.setup.perspectives else Perspective.LEADER
        return self.questionnaire.wording(item_id, headline)

    def number(self, item_id: str) -> int:
        """Where a question stands in the check, from 1."""
        return self.asked.index(item_id) + 1

    @property
    def cards(self) -> tuple["Scenario", ...]:
        return cards_asked(self.setup, self.questionnaire)

    def card_number(self, card_id: str) -> int:
        """Where a scenario card stands in the check, from 1."""
        return [each.id for each in self.cards].index(card_id) + 1


def column_words(column: "Column", view: TableView) -> str:
    """What a column was understood as, in a few words."""
    if column.use == "question":
        return _("Question {number}").format(number=view.number(column.item_id))
    if column.use == "card":
        return _("Scenario card {card}").format(card=view.card_number(column.item_id))
    if column.use == "guess":
        return _("Leaders' guess")
    if column.use == "perspective":
        return _("Leader or staff")
    return _("Left out") if column.use == "left-out" else _("Not decided")


def column_detail(column: "Column", view: TableView) -> str:
    """What else there is to say of a column; empty where its heading says it all."""
    if column.use == "question":
        words = view.wording(column.item_id)
        return "" if words.casefold() in column.heading.casefold() else words
    if column.use == "card":
        return view.questionnaire.scenario_by_id[column.item_id].name
    if column.use == "guess":
        return view.questionnaire.theme_by_id[column.item_id].name
    if column.use == "undecided" and column.offered:
        return _("Most likely question {number}: {words}").format(
            number=view.number(column.offered), words=view.wording(column.offered)
        )
    if column.use == "undecided":
        return _("It holds answers, and its heading is no question of this check.")
    return _("It could tell who answered, or when.") if column.personal else ""


def decision_words(decision: "Decision") -> str:
    """What was chosen, in words that a button holds."""
    chosen = _choice_words(decision, decision.chosen)
    return _("Change") if len(chosen) > _ON_A_BUTTON else chosen or _("Not decided")


def decision_detail(decision: "Decision") -> str:
    """What is offered where nothing is chosen yet, and what was chosen where a button cannot hold it."""
    if decision.chosen:
        chosen = _choice_words(decision, decision.chosen)
        return chosen if len(chosen) > _ON_A_BUTTON else ""
    likeliest = _choice_words(decision, decision.likeliest)
    return _("Most likely: {words}").format(words=likeliest) if likeliest else ""


def _choice_words(decision: "Decision", value: str) -> str:
    return next((choice.words for choice in decision.choices if value and choice.value == value), "")


def has_offers(view: TableView) -> bool:
    """Whether anything waits for which something is offered."""
    columns = any(column.use == "undecided" and column.offered for column in view.plan.columns)
    return columns or any(each.likeliest for each in view.preview.waiting)


def headline(preview: "Preview") -> str:
    """The one sentence of the page."""
    if preview.can_be_taken:
        return ngettext("One sheet can be taken in", "{number} sheets can be taken in", preview.all_taken).format(
            number=grouped(preview.all_taken)
        )
    if preview.undecided and not preview.waiting:
        number = len(preview.undecided)
        return ngettext("One column waits for your decision", "{number} columns wait for your decision", number).format(
            number=number
        )
    if preview.waiting:
        number = len(preview.undecided) + len(preview.waiting)
        return ngettext("One thing waits for your decision", "{number} things wait for your decision", number).format(
            number=number
        )
    if preview.mistakes.number:
        return _("Nothing can be taken in yet")
    return _("Whose answers are these?") if preview.asks_perspective else _("There are no answers in this file")


def lead(view: TableView) -> str:
    """What the headline means, and what to do next."""
    preview = view.preview
    if preview.mistakes.number:
        return _(
            "A file is taken in as a whole or not at all. Put right what is listed here, in the file or in what its"
            " columns are, then look again."
        )
    if preview.waiting:
        return _("Say what each of them stands for. Nothing is guessed, and every decision can be changed.")
    if preview.undecided:
        return _("Say which question each of them answers, or leave it out.")
    if preview.asks_perspective and preview.with_answers:
        return _("No column of {name} says whether a row comes from a leader or from staff.").format(name=view.name)
    if not preview.can_be_taken:
        return _("Choose the file with the answers.")
    return _("Their order is shuffled. Names, addresses and times stay in the file and do not come along.")


def counted(number: int, perspective: Perspective) -> str:
    """ "12 leaders", "One of staff"."""
    if perspective is Perspective.LEADER:
        return ngettext("{number} leader", "{number} leaders", number).format(number=grouped(number))
    return _("{number} staff").format(number=grouped(number))


def everybody_words(perspective: Perspective) -> str:
    return _("They are all {people}").format(people=people(perspective))


def take_words(preview: "Preview") -> str:
    number = preview.all_taken
    if not preview.can_be_taken:
        return _("Take in the sheets")
    return ngettext("Take in one sheet", "Take in {number} sheets", number).format(number=grouped(number))


def listed(found: "Listed") -> ChartCells:
    """The first things that are not taken: where they stand, and why."""
    rows = tuple((_where(each), each.sentence) for each in found.first[:_LISTED])
    return ChartCells((_("Where"), _("What")), rows)


def _where(found: "Untaken") -> str:
    if not found.line:
        return found.column or _("The whole file")
    if found.sheet:
        words = _("{sheet}, entry {line}") if found.is_entry else _("{sheet}, line {line}")
    else:
        words = _("Entry {line}") if found.is_entry else _("Line {line}")
    place = words.format(sheet=found.sheet, line=grouped(found.line))
    return _("{place}, {column}").format(place=place, column=found.column) if found.column else place


def and_more(found: "Listed") -> str:
    """How many more there are than are listed; empty where there are none."""
    more = found.number - min(len(found.first), _LISTED)
    return ngettext("And one more.", "And {number} more.", more).format(number=grouped(more)) if more else ""


def mistakes_heading(number: int) -> str:
    return ngettext("One thing to put right", "{number} things to put right", number).format(number=grouped(number))


def blank_heading(number: int) -> str:
    return ngettext(
        "One row holds no answer and is not taken", "{number} rows hold no answer and are not taken", number
    ).format(number=grouped(number))


def without_column(view: TableView) -> str:
    """The questions nobody in the file was asked, by number."""
    missing = view.preview.without_column
    numbers = some_of([str(view.number(item_id)) for item_id in missing])
    return ngettext(
        "No column answers question {numbers}; it counts as skipped.",
        "No column answers {number} of the {all} questions: {numbers}. They count as skipped.",
        len(missing),
    ).format(number=len(missing), all=len(view.asked), numbers=numbers)


def passed_over(view: TableView) -> str:
    """How many of the scenario cards nobody in the file was shown."""
    number = len(view.preview.passed_over)
    return ngettext(
        "One of the {all} scenario cards has no column; it counts as passed over.",
        "{number} of the {all} scenario cards have no column; they count as passed over.",
        number,
    ).format(number=number, all=len(view.cards))


def taken(number: int) -> str:
    return ngettext("One sheet is in", "{number} sheets are in", number).format(number=grouped(number))
