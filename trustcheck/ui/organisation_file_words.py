"""What handing an organisation over, and taking one in, say."""

from trustcheck.app.number_words import capitalised, in_words
from trustcheck.app.organisation_file import Arriving
from trustcheck.domain.round import RoundKind, RoundState, RoundSummary
from trustcheck.ui.dates import day_in_words
from trustcheck.ui.organisations_view import day_of, state_words
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


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
