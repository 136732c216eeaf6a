"""What the pages on forms are filled with, and what they say of a returned file."""

from dataclasses import dataclass

from trustcheck.app.collecting.form_identity import BLANK
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.returned_forms import OddAnswer, ReturnedFile, ReturnedFiles, Why
from trustcheck.app.collecting.tables import Choice, Decision
from trustcheck.app.ports import Paper, Store
from trustcheck.app.presenting.personal import answer_words
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.ui.kit.asking import file_name_of
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.sentences import in_quotes

MOST_PAPER, MOST_FILES = 500, 200


@dataclass(frozen=True, slots=True)
class FormsView:
    """What the page on making forms needs to know of a check."""

    organisation: str
    perspectives: tuple[Perspective, ...]
    invited: dict[Perspective, int]
    paper: Paper = Paper.A4
    to_send: bool = False
    """Files to fill in were asked for, and not forms to print."""


@dataclass(frozen=True, slots=True)
class FormsWanted:
    """Which forms to make. ``to_send`` makes a file for each person instead of one to print."""

    to_send: bool
    counts: dict[Perspective, int]
    """How many of each wording, at least one; a view that needs none is not in it."""
    paper: Paper
    large_print: bool

    @property
    def count(self) -> int:
        return sum(self.counts.values())


def printed(wanted: FormsWanted, pages: int, path: str) -> str:
    """What is on the disk now: one file, or a file for each view in the folder at ``path``."""
    if len(wanted.counts) == 1:
        words = ngettext(
            "One form is made, {pages} pages: {path}", "{count} forms are made, {pages} pages: {path}", wanted.count
        )
        return words.format(count=wanted.count, pages=pages, path=path)
    return _("Two files are made in {path}: {leaders} for leaders and {staff} for staff, {pages} pages.").format(
        path=path, leaders=wanted.counts[Perspective.LEADER], staff=wanted.counts[Perspective.STAFF], pages=pages
    )


def verdict(file: ReturnedFile, *, apart: bool) -> str:
    """What a file holds, or why it is not taken: one sentence."""
    if file.why is None or file.is_taken(apart=apart):
        leads = file.perspective is Perspective.LEADER
        words = _("Leaders, {answered} of {asked} answered") if leads else _("Staff, {answered} of {asked} answered")
        said = words.format(answered=file.answered, asked=file.asked)
        return f"{said}, {_notes_words(file.notes)}" if file.notes else said
    if file.why is Why.SAME_AS:
        return _("Not taken: the same answers as in {other}.").format(other=file.other)
    if file.why is Why.SAME_CODE:
        return _same_code(file)
    return _reasons()[file.why]


def _notes_words(count: int) -> str:
    return ngettext("notes to one question", "notes to {count} questions", count).format(count=count)


def decision_on(odd: OddAnswer, questionnaire: Questionnaire) -> Decision:
    """Of what a file says two things, as something to decide. Nothing is offered: only a person can know."""
    said = [Choice(str(each.code), answer_words(each, questionnaire)) for each in odd.says]
    if len(said) > 1:
        words = _("Question {number}: the file says {answers}. Which was meant?")
    else:
        words = _("Question {number}: the file says {answers} in one place and not in another. Was it meant?")
    quoted = ", ".join(in_quotes(each.words) for each in said)
    asked = words.format(number=odd.number, answers=quoted)
    chosen = "" if not odd.is_decided else BLANK if odd.chosen is None else str(odd.chosen.code)
    return Decision(odd.item_id, asked, (*said, Choice(BLANK, _("Leave it blank"))), "", chosen)


def decided_answer(value: str) -> Answer | None:
    """The answer of a choice of :func:`decision_on`."""
    return None if value == BLANK else Answer(int(value))


def _same_code(file: ReturnedFile) -> str:
    if not file.other:
        return _("Not taken yet: a form with this code is in already, with other answers.")
    return _("Not taken yet: it has the code of {other}, and other answers.").format(other=file.other)


def _reasons() -> dict[Why, str]:
    return {
        Why.TOO_LARGE: _("Not taken: larger than 5 MB. None of our forms is."),
        Why.UNREADABLE: _("Not taken: this file cannot be opened."),
        Why.DAMAGED: _("Not taken: the file is damaged. Ask for it once more."),
        Why.ENCRYPTED: _("Not taken: the file is locked with a password."),
        Why.ACTIVE: _("Not taken: it holds a script, a program or another file. None of our forms does."),
        Why.TOO_MUCH: _("Not taken: there is far more in it than in a form."),
        Why.NOT_A_FORM: _("Not taken: this is none of our forms."),
        Why.NO_FIELDS: _(
            "Not taken: this PDF holds no fields. A form loses them when it is printed to a PDF: ask for it once more,"
            " kept with Save and not with Print."
        ),
        Why.OTHER_CHECK: _("Not taken: it belongs to another check."),
        Why.OTHER_QUESTIONNAIRE: _("Not taken: it belongs to another questionnaire."),
        Why.OTHER_VERSION: _("Not taken: it was made with other words of this questionnaire."),
        Why.OTHER_FORM: _("Not taken: one of it and this check asks the full form, the other the short one."),
        Why.OTHER_VIEW: _("Not taken: this check does not ask the people this form is for."),
        Why.EMPTY: _("Not taken: nothing is answered in it."),
        Why.AT_ODDS: _("Not taken yet: it says two things of a question. Look at the form, and decide here."),
        Why.NO_KEY: _(
            "Not taken: it is sealed to a key that is not in this data file. A check\u2019s key is erased when it"
            " closes, and another one is made if it opens again."
        ),
        Why.TAKEN_BEFORE: _("Not taken: it is in already."),
    }


def found_words(found: ReturnedFiles, *, apart: bool) -> str:
    """How many files there are, and how many would be taken."""
    files, taken = len(found.files), len(found.sheets(apart=apart))
    if not files:
        return _("There is no file in this folder.")
    of = ngettext("One file looked at.", "{files} files looked at.", files).format(files=files)
    if not taken:
        return _("{of} None of them can be taken in.").format(of=of)
    sheets = ngettext("One sheet can be taken in.", "{taken} sheets can be taken in.", taken).format(taken=taken)
    return f"{of} {sheets}"


def waiting_words(found: ReturnedFiles) -> str:
    """How many files wait for somebody's decision; empty where none does."""
    waiting = sum(each.why is Why.AT_ODDS for each in found.files)
    if not waiting:
        return ""
    return ngettext(
        "One file says two things of a question and waits for you to decide.",
        "{count} files say two things of a question and wait for you to decide.",
        waiting,
    ).format(count=waiting)


def take_words(count: int) -> str:
    return ngettext("Take in one sheet", "Take in {number} sheets", count).format(number=count)


def of_paper() -> str:
    return _(
        "One PDF to print on both sides. Each form has a code of its own and no name; folded along the marks, the"
        " answers are inside. Afterwards you type them in."
    )


def of_files() -> str:
    return _(
        "A file for each person, each with a code of its own: give every person another one. Whoever sends a file back"
        " by e-mail can be seen as its sender. Afterwards you take the whole folder in at once."
    )


# What the desks for forms share: the check at hand.


@dataclass(frozen=True)
class FormCheck:
    """What making and reading forms need to know of a check."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire
    taken: frozenset[str]

    def order(self, perspective: Perspective, paper: Paper = Paper.A4, *, large_print: bool = False) -> FormOrder:
        asked = self.setup.asks(perspective, self.questionnaire)
        return FormOrder(self.summary, self.setup, asked, perspective, paper, large_print)

    def file_name(self, perspective: Perspective) -> str:
        """A name people can find again, without its ending: the place, and whose forms they are."""
        words = _("{place} forms for leaders") if perspective is Perspective.LEADER else _("{place} forms for staff")
        return words.format(place=file_name_of(self.summary.organisation.name)).strip()


def page_name(check: FormCheck, perspective: Perspective) -> str:
    """Of a page for a browser, without its ending."""
    words = _("{place} page for leaders") if perspective is Perspective.LEADER else _("{place} page for staff")
    return words.format(place=file_name_of(check.summary.organisation.name)).strip()


def form_check(store: Store, round_id: int) -> FormCheck:
    return FormCheck(*store.groups.setup(round_id), store.sheets.taken_codes(round_id))
