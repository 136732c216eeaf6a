"""What the Collect page says of a check: counts and what they lead to, never a score."""

from dataclasses import dataclass

from trustcheck.domain.checks.group_round import Arrived, GroupSetup, people, people_first
from trustcheck.domain.checks.round import RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words


@dataclass(frozen=True)
class CollectView:
    """A check while answers come in: what may be known of it."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire
    arrived: Arrived
    half_filled: tuple[int, ...] = ()
    """The ids of the half-filled sheets. Nobody can tell whose they are."""
    door: str = ""
    """Where phones come in, while a room is open."""

    @property
    def state(self) -> RoundState:
        return self.summary.state

    def finished(self, perspective: Perspective) -> int:
        return self.arrived.finished.get(perspective, 0)

    def invited(self, perspective: Perspective) -> int:
        return self.setup.invited.get(perspective, 0)


def again_of() -> str:
    """Above a check that asks a promise again."""
    return _("{organisation}   A promise asked again, {month}")


def headline(view: CollectView) -> str:
    answered, invited = view.arrived.all_finished, view.setup.all_invited
    if view.state is RoundState.PREPARING:
        return _("Ready to open?")
    if view.state is RoundState.CLOSED:
        return _("This check is closed.")
    if not answered:
        return _("Nobody has answered yet.")
    return _("{count}.").format(count=capitalised(counted(answered, invited)))


def lead(view: CollectView) -> str:
    if view.state is RoundState.PREPARING:
        return _(
            "Once it is open people can answer, and what is asked and promised stays as it is. Nobody sees a result"
            " until you close it."
        )
    if view.summary.carried:
        return _(
            "It came with its result. Its answers stayed in the data file where they were given; there it can be"
            " reopened, and its facts changed."
        )
    if view.state is RoundState.CLOSED:
        return _("Nobody can answer any more. Reopening takes answers again, and hides the results until you close it.")
    if not view.arrived.all_finished:
        return _("The first one is always the bravest. While the check is open you see this count, and nothing else.")
    return _("While the check is open you see this count, and nothing else. Results open when you close it.")


def counted(answered: int, invited: int) -> str:
    """ "4 of 14 have answered"; without the number of people invited, "four people have answered"."""
    if invited:
        return ngettext(
            "{answered} of {invited} has answered", "{answered} of {invited} have answered", answered
        ).format(answered=answered, invited=invited)
    return ngettext("{answered} person has answered", "{answered} people have answered", answered).format(
        answered=in_words(answered)
    )


def row_words(view: CollectView, perspective: Perspective) -> str:
    """One perspective's count, in words."""
    return _("{people}: {count}").format(
        people=people_first(perspective), count=counted(view.finished(perspective), view.invited(perspective))
    )


def closing_question(view: CollectView) -> str:
    """What closing now would mean, and the question itself."""
    parts = [*_too_few(view)] or [_enough(view)]
    waiting = view.arrived.half_filled
    if waiting:
        parts.insert(
            len(parts) - 1,
            ngettext(
                "{number} half-filled sheet is discarded.", "{number} half-filled sheets are discarded.", waiting
            ).format(number=capitalised(in_words(waiting))),
        )
    return " ".join(parts)


def hurried_question(view: CollectView) -> str:
    """What to decide about hurried sheets; empty where no result would open, since it is decided anew then.

    It says neither how many there are nor whether there is one: asked after each sheet, it would tell of the last.
    """
    if not any(view.finished(each) >= view.setup.threshold for each in view.setup.perspectives):
        return ""
    return _(
        "Some sheets may look hurried: long runs of one answer, or answers that contradict each other. How many do is"
        " said with the result. Leaving them out can make the result clearer, and silences the people behind them."
        " Decide now: nobody has seen a result yet. What was decided for a result that was shown stays."
    )


def reopening_question(view: CollectView) -> str:
    return _(
        "Reopen the check? Results are hidden again until you close it. Later answers join a result that was shown once"
        " at least {least} more have come in, and as many answered each question; until then it stays as it was."
    ).format(least=in_words(view.setup.threshold))


def half_filled(number: int) -> str:
    return ngettext(
        "{number} half-filled sheet waits for its three words.",
        "{number} half-filled sheets wait for their three words.",
        number,
    ).format(number=capitalised(in_words(number)))


def discarding_question(number: int) -> str:
    return ngettext(
        "Discard the half-filled sheet? Whoever began it cannot come back to it. Nobody can tell whose it is.",
        "Discard all {number} half-filled sheets? Whoever began them cannot come back to them. Nobody can tell whose"
        " they are.",
        number,
    ).format(number=in_words(number))


def _enough(view: CollectView) -> str:
    count = capitalised(counted(view.arrived.all_finished, view.setup.all_invited))
    return _("{count}. Close the check? Results open, and nobody can answer until you reopen it.").format(count=count)


def _too_few(view: CollectView) -> list[str]:
    """The sentences where somebody's result would stay shut; empty where everybody's opens."""
    least = view.setup.threshold
    short = [each for each in view.setup.perspectives if view.finished(each) < least]
    if not short:
        return []
    close = _("Close anyway? You can reopen it.")
    if not view.setup.compares:
        count = capitalised(counted(view.arrived.all_finished, view.setup.all_invited))
        return [_("{count}. Results open from {least}.").format(count=count, least=least), close]
    said = [
        _("{people}: {answered} of {invited}.").format(
            people=people_first(each), answered=view.finished(each), invited=view.invited(each)
        )
        for each in view.setup.perspectives
    ]
    if len(short) == len(view.setup.perspectives):
        opens = _("Each result opens from {least}.").format(least=least)
    else:
        opens = _("The result of {people} stays shut; it opens from {least}.").format(
            people=people(short[0]), least=least
        )
    return [*said, opens, close]
