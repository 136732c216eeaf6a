"""Typing in the paper forms of one check: what is typed, a second reading, and keeping it."""

from PySide6.QtCore import QObject, Signal

from trustcheck.app.answering.beside import guesses_asked
from trustcheck.app.answering.cards import cards_asked
from trustcheck.app.collecting.form_identity import is_code
from trustcheck.app.collecting.paper_entry import AfterQuestions, PaperEntry, code_to_type
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import NotesUse, Sheet
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.collecting.entry_board import FormStart
from trustcheck.ui.collecting.form_words import FormCheck, form_check
from trustcheck.ui.collecting.making_forms import look_at
from trustcheck.ui.collecting.paper_entry_page import PaperEntryPage
from trustcheck.ui.kit.background import run
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _


class TypingIn(QObject):
    """Begin with :meth:`begin`. Signals: ``done`` with the round's id to go back to collecting after a form was kept,
    ``left`` where none was.
    """

    # Ids are longer than the int of a signal.
    done = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._round_id = 0
        self._round: FormCheck | None = None
        self._entry: PaperEntry | None = None
        self._saving = self._kept_one = False
        self._page: PaperEntryPage | None = None

    def begin(self, round_id: int) -> None:
        """Look at an open check, and show the page for its first form."""
        look_at(self._context, round_id, self._arrive, self)

    def _arrive(self, found: FormCheck) -> None:
        self._round_id, self._kept_one = found.summary.id, False
        page = self._page = PaperEntryPage(self._window.look)
        page.start.begun.connect(self._begin_form)
        page.board.typed.connect(self._type)
        page.went_back.connect(self._back)
        page.board.read_asked.connect(self._read_back)
        page.read_back.note_written.connect(self._note)
        page.read_back.agreed.connect(self._agree)
        page.read_back.save_asked.connect(self._save)
        page.form_left.connect(self._lay_aside)
        page.start.left.connect(self._leave)
        self._window.add_page(Place.PAPER_ENTRY, page)
        self._next_form(found)
        self._window.go_to(Place.PAPER_ENTRY)
        self._context.arrived()

    def _next_form(self, found: FormCheck, said: str = "") -> None:
        self._round, self._entry, self._saving = found, None, False
        if self._page is not None:
            name = found.summary.organisation.name
            self._page.show_start(name, found.setup.perspectives, _forms_in(found), said)

    def _begin_form(self, start: FormStart) -> None:
        found = self._round
        assert found is not None
        try:
            code = code_to_type(start.code, found.taken, again=start.again)
        except Refused as refused:
            self._refuse(refused)
            return
        after = self._after(start.perspective)
        asked = found.setup.asks(start.perspective, found.questionnaire)
        begun = PaperEntry.begin(asked, found.setup.form, start.perspective, code, after=after)
        if not start.again:
            self._show(begun)
            return
        store, round_id = self._file.store, self._round_id
        run(
            lambda _progress: store.sheets.of_code(round_id, code),
            lambda before: self._check_again(begun, before),
            self._refuse,
            owner=self,
        )

    def _check_again(self, begun: PaperEntry, before: Sheet | None) -> None:
        """The view is the one it was typed in under."""
        perspective = before.response.perspective if before else begun.perspective
        assert self._round is not None
        after, found = self._after(perspective), self._round
        asked = found.setup.asks(perspective, found.questionnaire)
        self._show(PaperEntry.begin(asked, begun.form, perspective, begun.code, before, after))

    def _after(self, perspective: Perspective) -> AfterQuestions:
        """What stands on a form of this perspective after its questions."""
        assert self._round is not None
        setup = self._round.setup
        asked = setup.asks(perspective, self._round.questionnaire)
        return AfterQuestions(cards_asked(setup, asked), guesses_asked(asked, setup, perspective))

    def _type(self, sign: str) -> None:
        if self._entry is not None:
            self._show(self._entry.typed(sign))

    def _back(self) -> None:
        if self._entry is not None:
            self._show(self._entry.back())

    def _read_back(self) -> None:
        if self._entry is not None and self._entry.is_whole:
            self._show(self._entry.go_to(len(self._entry.marks)))

    def _note(self, number: int, words: str) -> None:
        if self._entry is not None:
            self._show(self._entry.note(self._entry.asked[number - 1], words))

    def _agree(self, agreed: bool) -> None:
        if self._entry is not None:
            self._entry = self._entry.agree(agreed=agreed)

    def _show(self, entry: PaperEntry) -> None:
        self._entry = entry
        assert self._page is not None
        assert self._round is not None
        if entry.at >= len(entry.marks) and entry.is_whole:
            setup = self._round.setup
            self._page.show_read_back(entry, takes_notes=setup.notes is not NotesUse.NONE, asks_dots=setup.dots)
        else:
            self._page.show_entry(entry)

    def _lay_aside(self) -> None:
        if self._round is not None:
            self._next_form(self._round)

    def _save(self) -> None:
        """Keep the form; it stays on the screen until it is on the disk."""
        entry = self._entry
        if entry is None or self._saving:
            return
        try:
            sheet = entry.sheet()
        except Refused as refused:
            self._refuse(refused)
            return
        self._saving = True
        store, round_id, again = self._file.store, self._round_id, entry.before is not None

        def work() -> FormCheck:
            if again:
                store.sheets.replace(round_id, sheet.code, sheet)
            else:
                store.sheets.add(round_id, (sheet,))
            return form_check(store, round_id)

        run(lambda _progress: work(), lambda found: self._kept(found, sheet.code), self._not_kept, owner=self)

    def _kept(self, found: FormCheck, code: str) -> None:
        self._next_form(found, _("Form {code} is in.").format(code=code))
        self._kept_one = True

    def _leave(self) -> None:
        if self._kept_one:
            self.done.emit(self._round_id)
        else:
            self.left.emit()

    def _not_kept(self, refused: Refused) -> None:
        self._saving = False
        self._refuse(refused)

    def _refuse(self, refused: Refused) -> None:
        if self._page is not None:
            self._page.show_refused(str(refused))


def _forms_in(check: FormCheck) -> int:
    return sum(is_code(code) for code in check.taken)
