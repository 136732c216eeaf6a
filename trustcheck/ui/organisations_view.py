"""What the list of organisations and the page of one show, as values, and the sentences they say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from trustcheck.app.number_words import capitalised, in_words
from trustcheck.app.organisations import Need, Next, due_this_month, need_of, next_of
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.domain.round import (
    DuePromise,
    Organisation,
    OrganisationDetails,
    OrganisationSummary,
    RoundKind,
    RoundState,
    RoundSummary,
)
from trustcheck.ui.dates import day_in_words, month_in_words
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


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
    promised: tuple[DuePromise, ...] = ()
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
        number=f"{last.answered:,}", month=month
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
            answered=f"{summary.answered:,}", asked=f"{summary.asked:,}"
        )
    return _("closed: {answered} of {asked} answered").format(
        answered=f"{summary.answered:,}", asked=f"{summary.asked:,}"
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
    ).format(day=day, number=f"{summary.answered:,}")
