"""What the home page shows, as values, and the sentences it says about them."""

from dataclasses import dataclass
from datetime import date

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.domain.checks.round import Promise, RoundKind, RoundState, RoundSummary, next_check_from
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.kit.dates import day_in_words
from trustcheck.ui.organisations.organisations_view import about as about_round
from trustcheck.ui.organisations.organisations_view import state_words, what_goes_with
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One check. ``reading`` is what it showed, ``None`` while it is open or not worked out yet."""

    round: RoundSummary
    reading: CheckReading | None = None
    stopped_at: int = 0
    """The number of the question that was on screen last, from 1; 0 takes the one after those answered."""

    @property
    def is_open(self) -> bool:
        """Still being prepared or answered."""
        return self.round.state is not RoundState.CLOSED

    @property
    def is_group(self) -> bool:
        """Several people answer it: it opens elsewhere, under another promise."""
        return self.round.kind is RoundKind.GROUP

    @property
    def day(self) -> date:
        """The day it was finished, or else begun."""
        return self.round.closed_on or self.round.started_on


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the home page. ``rows`` are newest first."""

    rows: tuple[HomeRow, ...]
    path: str
    today: date
    promise: Promise | None = None
    """The newest promise that names a day."""
    is_sample: bool = False
    is_protected: bool = False
    only_looks: bool = False
    """Nothing can be begun, gone on with or deleted."""

    @property
    def under_way(self) -> HomeRow | None:
        """The person's newest check that is still being answered."""
        if self.only_looks:
            return None
        return next((row for row in self.rows if row.is_open and not row.is_group), None)

    @property
    def listed(self) -> tuple[HomeRow, ...]:
        """All other checks."""
        return tuple(row for row in self.rows if row is not self.under_way)

    @property
    def last(self) -> HomeRow | None:
        """The person's newest finished check."""
        return next((row for row in self.rows if not row.is_open and not row.is_group), None)


def headline(view: HomeView) -> str:
    """How many checks there are, in one line."""
    done = sum(not row.is_open for row in view.rows)
    if view.is_sample:
        return _("A sample: an invented person at an invented place.")
    if not done:
        return _("Your first check is under way.") if view.rows else ""
    return ngettext("One check is done.", "{number} checks are done.", done).format(number=done)


def where_stopped(row: HomeRow) -> str:
    """Where an open check was left, in two sentences."""
    begun = day_in_words(row.round.started_on)
    if row.round.asked and row.round.answered >= row.round.asked:
        said = _("All {asked} questions are answered; only the last step is missing. You began on {day}.")
    elif row.round.answered == 0 and row.stopped_at <= 1:
        said = _("You have not answered a question yet. You began on {day}.")
    else:
        said = _("You stopped at question {number} of {asked}. You began on {day}.")
    number = row.stopped_at or min(row.round.answered + 1, row.round.asked)
    return said.format(number=number, asked=row.round.asked, day=begun)


def about(row: HomeRow) -> str:
    """Form and perspective of a check: "40 questions, as one who leads"; of a group's, how far it is."""
    if row.is_group:
        return _("{state}; {about}").format(state=state_words(row.round), about=about_round(row.round))
    short = _is_pulse(row)
    if row.round.perspective is Perspective.LEADER:
        said = _("short form, {asked} questions, I lead here") if short else _("{asked} questions, I lead here")
    else:
        said = _("short form, {asked} questions, I work here") if short else _("{asked} questions, I work here")
    return said.format(asked=row.round.asked)


def what_goes(row: HomeRow) -> str:
    """The question before a check is deleted."""
    if row.is_group:
        return what_goes_with(row.round)
    return ngettext(
        "Delete the check of {day}? One answer goes with it.",
        "Delete the check of {day}? {number} answers go with it.",
        row.round.answered,
    ).format(day=day_in_words(row.day), number=row.round.answered)


def too_soon(view: HomeView) -> str:
    """That a new check would share part of its three months with the last one; empty when it would not."""
    if view.last is None or view.is_sample:
        return ""
    best = next_check_from(view.last.day)
    if view.today >= best:
        return ""
    return _(
        "The questions look back over three months. A new check says most from {day} on; nothing keeps you from it now."
    ).format(day=day_in_words(best))


def promised(promise: Promise, today: date) -> str:
    """When somebody promised to look again; empty where the promise names no day."""
    if promise.look_again_on is None:
        return ""
    day = day_in_words(promise.look_again_on)
    if promise.look_again_on > today:
        return _("You promised to look again on {day}.").format(day=day)
    if promise.look_again_on == today:
        return _("You promised to look again today.")
    return _("You promised to look again on {day}. That day has come.").format(day=day)


def _is_pulse(row: HomeRow) -> bool:
    return row.round.form is Form.PULSE
