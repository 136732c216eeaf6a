"""Taking in a table: choose a file, look at what would be taken, and take all of it or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.ports import Refused
from trustcheck.ui.collecting.asking_card import AskingCard
from trustcheck.ui.collecting.table_preview import TablePreview
from trustcheck.ui.collecting.taking_in_words import TableView, headline, lead, take_words, taken
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.coming_in_page import ComingInPage
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

# What a file of answers may look like, before one is chosen.


class TableHints(Card):
    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 20), gap=12)
        self.column.addWidget(Text(look, _("What the file may look like"), "section"))
        for icon, words in _hints():
            self.column.addWidget(IconLine(look, icon, words))
        self.column.addWidget(Text(look, _("You can also drop the file on this window."), "caption", "ink3"))


def _hints() -> tuple[tuple[str, str], ...]:
    return (
        ("list-checks", _("The first row names the questions, by their whole words or by their short names.")),
        (
            "check",
            _("Answers are the words of the scale, or whole numbers from 1. An empty cell is a skipped question."),
        ),
        ("users", _("A column may say who is a leader and who is staff. If none does, you say it for the whole file.")),
        ("eye-off", _("Names, e-mail addresses and times are left out, and nothing of them is kept.")),
    )


class TakeInPage(ComingInPage):
    """Signals: also ``again_asked`` for the same file once more, ``everybody_chosen`` with a :class:`Perspective`,
    ``column_chosen`` with a column's place, use and question, ``decided`` with the id of a decision and what was
    chosen, ``offers_taken``, ``reading_taken``, ``reading_kept`` with a name, ``take_asked``, and ``repeat_agreed``
    when a file is meant to count twice.
    """

    again_asked = Signal()
    everybody_chosen = Signal(object)
    column_chosen = Signal(int, str, str)
    decided = Signal(str, str)
    offers_taken = Signal()
    reading_taken = Signal()
    reading_kept = Signal(str)
    take_asked = Signal()
    repeat_agreed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", _("Reading"), measure=860)
        self.repeat = AskingCard(look, _("Leave it"), _("Take it in again"))
        self.repeat.agreed.connect(lambda _choice: self.repeat_agreed.emit())
        self.repeat.kept.connect(self.show_stopped)
        self.preview: TablePreview | None = None
        self._view: TableView | None = None
        self._above, self._body = QVBoxLayout(), QVBoxLayout()
        self.take_button = self._add_button("", "primary", self.take_asked)
        self.again_button = self._add_button(_("Look at the file again"), "primary", self.again_asked)
        self.choose_button = self._add_button(_("Choose a file\u2026"), "primary", self.file_asked)
        self.done_button = self._add_button(_("Back to collecting"), "primary", self.left)
        self.file_button = self._add_button(_("Choose another file\u2026"), "outline", self.file_asked)
        self.back_button = self._add_button(_("Back to collecting"), "quiet", self.left)
        self._row = ButtonRow(look, *self.buttons)
        self.column.addLayout(self._above)
        # What there is to do stands above the details, however many they are.
        self.column.addWidget(self.repeat)
        self.column.addWidget(self._row)
        self.column.addSpacing(look.px(8))
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self.show_start()

    def to_decide(self) -> tuple[QWidget, ...]:
        waiting = self.preview.to_decide() if self.preview is not None and self.again_button.isHidden() else ()
        return self.repeat.keep_button, *waiting

    def show_start(self) -> None:
        """No file yet: what kind of file it may be."""
        self._begin_anew(_("Which file holds the answers?"))
        self.lead.setText(_("A CSV, XLSX, ODS or JSON file: a row for each person, a column for each question."))
        self._body.addWidget(TableHints(self.look))
        self._show_buttons(self.choose_button, self.back_button)
        self._put_keyboard_first()

    def show_reading(self, name: str, done: int = 0, of: int = 1) -> None:
        """A file is being read; ``done`` of ``of`` steps are behind us."""
        if self.making.isHidden():
            self._begin_anew(_("Looking at the file"), name)
            self.lead.setText(_("Nothing is taken in yet."))
            self._show_buttons()
        self._tell_step(done, of, _("Reading"))

    def show_table(self, view: TableView) -> None:
        """What would be taken. Of a table that is on the page already, what has changed."""
        arriving = self.preview is None or not self.preview.shows_columns_of(view)
        if self.preview is None or arriving:
            self._begin_anew(headline(view.preview), view.name)
            self.preview = TablePreview(self.look, view)
            self.preview.everybody_chosen.connect(self.everybody_chosen)
            self.preview.column_chosen.connect(self.column_chosen)
            self.preview.decided.connect(self.decided)
            self.preview.offers_taken.connect(self.offers_taken)
            self.preview.reading_taken.connect(self.reading_taken)
            self.preview.reading_kept.connect(self.reading_kept)
            self._above.addWidget(self.preview.top)
            self._body.addWidget(self.preview)
            # At once: the keyboard is put on something in it.
            self._show_preview(visible=True)
        else:
            self.say(headline(view.preview))
            self.preview.show_view(view)
        self._view = view
        self.lead.setText(lead(view))
        self.take_button.say(take_words(view.preview))
        self.take_button.setEnabled(view.preview.can_be_taken)
        self._offer(view)
        if arriving:
            self._put_keyboard_first()
        announce(self, self.announcement())

    def show_looking(self) -> None:
        """The table is looked through once more; until then it cannot be taken in."""
        self.take_button.setEnabled(False)

    def ask_to_repeat(self) -> None:
        """The very same file was taken in before: whether everybody in it shall count twice."""
        self._row.hide()
        self.repeat.ask(
            _("This file was taken in already. Take it in again?"),
            _(
                "Everybody in it would count twice. TrustCheck remembers this only until it is closed: it keeps nothing"
                " that would tell later."
            ),
        )
        self.ensureWidgetVisible(self.repeat)

    def show_taking(self, done: int = 0, of: int = 1) -> None:
        """The sheets are being written; ``done`` of ``of`` are behind us."""
        if self.making.isHidden():
            self.say(_("Taking the sheets in"))
            self.lead.setText(_("All of them or none: stopping leaves the check as it was."))
            self.trouble.hide()
            self._show_buttons()
        self._show_preview(visible=False)
        self._tell_step(done, of, _("Taking in"))

    def show_taken(self, number: int) -> None:
        """The sheets are in the check, on the disk."""
        self._begin_anew(taken(number))
        self.lead.setText(
            _(
                "Nothing in the check tells which row was whose. The file you took them from still holds all it held:"
                " delete it, or keep it where only you can open it."
            )
        )
        self._show_buttons(self.done_button, self.file_button)
        self._put_keyboard_first()
        announce(self, self.announcement())

    def show_refused(self, refused: Refused) -> None:
        """It did not work: what happened, what is safe, what to do."""
        if self.preview is None:
            self.show_start()
        else:
            self.show_stopped()
        self._complain(str(refused))

    def show_stopped(self) -> None:
        """Back to where the work began that was stopped; nothing was taken."""
        if self.preview is None:
            self.show_start()
            return
        self.making.hide()
        self._show_preview(visible=True)
        if self._view is not None:
            self.say(headline(self._view.preview))
            self.lead.setText(lead(self._view))
            self._offer(self._view)
        self._put_keyboard_first()

    def _begin_anew(self, heading: str, name: str = "") -> None:
        self.preview = None
        self.clear(self._above)
        self.clear(self._body)
        for part in (self.trouble, self.repeat, self.making):
            part.hide()
        self.where.setText(_("Taking in a table   {name}").format(name=name) if name else _("Taking in a table"))
        self.say(heading)

    def _offer(self, view: TableView) -> None:
        """Mistakes are put right in the file; whatever else is missing, on this page."""
        first = self.again_button if view.preview.mistakes.number else self.take_button
        self._show_buttons(first, self.file_button, self.back_button)

    def _show_preview(self, *, visible: bool) -> None:
        if self.preview is not None:
            self.preview.setVisible(visible)
            self.preview.top.setVisible(visible)

    def _show_buttons(self, *wanted: Button) -> None:
        self.offer(*wanted)
        self._row.setVisible(bool(wanted))
