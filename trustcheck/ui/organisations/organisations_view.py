"""What the list of organisations and the page of one show, as values, and the sentences they say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject

from trustcheck.app.organisations import Need, Next, due_this_month, need_of, next_of
from trustcheck.app.ports import Progress, Refused
from trustcheck.app.store.organisation_file import Arriving
from trustcheck.domain.checks.round import (
    Organisation,
    OrganisationDetails,
    OrganisationSummary,
    PlacedPromise,
    RoundKind,
    RoundState,
    RoundSummary,
)
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.kit.background import run
from trustcheck.ui.kit.dates import day_in_words, month_in_words
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, grouped, in_words


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """One organisation in the list."""

    summary: OrganisationSummary
    today: date

    @property
    def next(self) -> Next:
        """What comes next, in words; made for the rows somebody looks at and for no other."""
        return next_of(self.summary, self.today)

    @property
    def id(self) -> int:
        return self.summary.organisation.id

    @property
    def name(self) -> str:
        return self.summary.organisation.name


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """Everything on the page of all organisations. ``lines`` stand in the order in which they need somebody."""

    lines: tuple[OrganisationLine, ...]
    path: str
    today: date
    is_sample: bool = False
    deleted: tuple[Organisation, ...] = ()
    """What was deleted, the latest first, and can be brought back or is in copies still."""
    can_return: frozenset[int] = frozenset()
    """The ids of those that can be brought back."""
    held: Mapping[int, int] = field(default_factory=dict)
    """How many copies still hold what was deleted; 0 where it was taken out of them."""
    promised: tuple[PlacedPromise, ...] = ()
    """What comes due this month or has come due, the earliest first."""
    is_protected: bool = False
    only_looks: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """Everything on the page of one organisation. ``rounds`` are newest first."""

    organisation: Organisation
    rounds: tuple[RoundSummary, ...]
    details: OrganisationDetails
    path: str
    only_looks: bool = False


def headline(view: OrganisationsView) -> str:
    """How many checks are due, in one line."""
    if view.is_sample:
        return _("A sample: invented people at invented places.")
    if not view.lines:
        return ""
    due = due_this_month((each.summary for each in view.lines), view.today)
    if not due:
        return _("No check is due this month.")
    return ngettext("One check is due this month.", "{number} checks are due this month.", due).format(
        number=capitalised(in_words(due))
    )


def last_words(summary: OrganisationSummary) -> str:
    """The last check in a few words: "14 people, September 2026"."""
    last = summary.last
    if last is None:
        return _("no results yet") if summary.checks else _("no check yet")
    month = month_in_words(last.closed_on or last.started_on)
    if last.kind is RoundKind.PERSONAL:
        return _("one person, {month}").format(month=month)
    return ngettext("{number} person, {month}", "{number} people, {month}", last.answered).format(
        number=grouped(last.answered), month=month
    )


def button_words(line: OrganisationLine) -> str:
    """What the one button of a line does."""
    if need_of(line.summary, line.today) is Need.UNDER_WAY:
        return _("Go on")
    return _("Open") if line.summary.checks else _("New check")


def day_of(summary: RoundSummary) -> date:
    return summary.closed_on or summary.started_on


def state_words(summary: RoundSummary) -> str:
    """How far one check has come: "closed", "open: 4 of 10 have answered", "being prepared"."""
    if summary.state is RoundState.PREPARING:
        return _("being prepared")
    if summary.kind is RoundKind.PERSONAL:
        return _personal_state(summary)
    if summary.state is RoundState.OPEN:
        return _("open: {answered} of {asked} have answered").format(
            answered=grouped(summary.answered), asked=grouped(summary.asked)
        )
    return _("closed: {answered} of {asked} answered").format(
        answered=grouped(summary.answered), asked=grouped(summary.asked)
    )


def _personal_state(summary: RoundSummary) -> str:
    if summary.state is RoundState.OPEN:
        return _("one person, not finished: {answered} of {asked} questions").format(
            answered=summary.answered, asked=summary.asked
        )
    return _("one person, finished")


def about(summary: RoundSummary) -> str:
    """Who was asked, and how much: "leaders and staff, short form"."""
    if summary.kind is RoundKind.PERSONAL:
        who = _("I lead here") if summary.perspective is Perspective.LEADER else _("I work here")
    elif summary.compares:
        who = _("leaders and staff")
    else:
        who = _("leaders") if summary.perspective is Perspective.LEADER else _("staff")
    form = _("short form") if summary.form is Form.PULSE else _("all questions")
    return _("{who}, {form}").format(who=who, form=form)


def what_goes_with(summary: RoundSummary) -> str:
    """The question before one check is deleted."""
    day = day_in_words(day_of(summary))
    if summary.kind is RoundKind.PERSONAL:
        return ngettext(
            "Delete the check of {day}? One answer goes with it.",
            "Delete the check of {day}? {number} answers go with it.",
            summary.answered,
        ).format(day=day, number=summary.answered)
    if not summary.answered:
        return _("Delete the check of {day}? Nobody has answered it.").format(day=day)
    return ngettext(
        "Delete the check of {day}? One person\u2019s answers go with it.",
        "Delete the check of {day}? {number} people\u2019s answers go with it.",
        summary.answered,
    ).format(day=day, number=grouped(summary.answered))


# What handing an organisation over, and taking one in, say.


def check_words(summary: RoundSummary) -> str:
    """One check in a line: "22 September 2026, closed: 22 of 26 answered"."""
    return _("{day}, {state}").format(day=day_in_words(day_of(summary)), state=state_words(summary))


def is_collecting(rounds: tuple[RoundSummary, ...]) -> bool:
    """Whether several people are answering one of the checks."""
    return any(each.kind is RoundKind.GROUP and each.state is RoundState.OPEN for each in rounds)


def collecting_words(name: str) -> str:
    return _(
        "People are answering a check of {name}. Close that check first: half-filled sheets belong to the people who"
        " began them."
    ).format(name=name)


def out_lead() -> str:
    return _(
        "It goes into a data file of its own, which opens with a passphrase. No other organisation is in that file, and"
        " here everything stays as it is."
    )


def worth_knowing() -> tuple[tuple[str, str], ...]:
    """What whoever sends such a file should know, each line with its icon."""
    return (
        ("message-square-plus", _("Tell them the passphrase another way than you send the file.")),
        ("shield-check", _("Nothing links the two files: checks, sheets and notes get new random numbers in it.")),
    )


def no_check_words() -> str:
    return _("No check yet, only what is written on its page.")


def handed_over(path: str) -> str:
    return _("It was read back and compared: it holds this organisation, and no other. It lies here: {path}").format(
        path=path
    )


def arriving_words(arriving: Arriving) -> str:
    """What it would be called here, and why."""
    if arriving.checks_here is None:
        return _("Here it will be called {name}, as it is there.").format(name=arriving.becomes)
    return ngettext(
        "There is a {name} here already, with one check. It stays as it is; this one will be called {becomes}.",
        "There is a {name} here already, with {number} checks. It stays as it is; this one will be called {becomes}.",
        arriving.checks_here,
    ).format(name=arriving.name, number=arriving.checks_here, becomes=arriving.becomes)


def still_collecting_words() -> str:
    return _("People are still answering one of its checks over there. It can come in once that check is closed.")


def file_words(name: str) -> str:
    """No sentence begins with the name: one that is written from right to left would turn it round."""
    return _("The file is {name}. Nothing is taken in yet.").format(name=name)


def found_words(number: int) -> str:
    if not number:
        return _("There is no organisation in this file.")
    return ngettext("One organisation is in this file.", "{number} organisations are in this file.", number).format(
        number=capitalised(in_words(number))
    )


# Deleting something from the open data file, and asking its copies whether they still hold it.


def delete_check(
    file: OpenFile, round_id: int, then: Callable[[], None], otherwise: Callable[[Refused], None], owner: QObject
) -> None:
    """Delete a check behind the window, say how many copies still hold it, and go on with ``then``."""
    store = file.store

    def work(_progress: Progress) -> int:
        store.rounds.delete(round_id)
        return store.safety.copies_holding(round_id=round_id)

    def deleted(copies: int) -> None:
        file.left_in_copies(copies, lambda: store.safety.forget_in_copies(round_id=round_id))
        then()

    run(work, deleted, otherwise, owner=owner)
