"""Writing a questionnaire at work: begun, kept while it is written, tried out, and saved as a version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

from trustcheck.app.authoring.beginning import from_nothing, next_version, own_copy, with_two_own_questions
from trustcheck.app.authoring.draft_file import DraftFile
from trustcheck.app.authoring.editing import Editing, begun, ids_in
from trustcheck.app.authoring.edits import OWN, as_finished, next_id, raised
from trustcheck.app.authoring.item_table import ItemTable, TakenIn, taken_in
from trustcheck.app.authoring.places import with_
from trustcheck.app.questionnaires.library import is_draft, name_for
from trustcheck.app.refusals import Refused
from trustcheck.ui.authoring.authoring_page import AuthoringPage, focused_place
from trustcheck.ui.authoring.kept_by_itself import kept_by_itself
from trustcheck.ui.authoring.parts import WHOLE
from trustcheck.ui.authoring.table_part import TablePart
from trustcheck.ui.kit.background import run
from trustcheck.ui.results.theme_chooser import OWN_QUESTIONS
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _
from trustcheck.words import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from trustcheck.app.application import Application
    from trustcheck.app.authoring.author import FoundMistake
    from trustcheck.app.authoring.places import Where
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.ui.authoring.part_view import EditDeed
    from trustcheck.ui.authoring.trying_out import TryingOut
    from trustcheck.ui.kit.asking import FileDialogs
    from trustcheck.ui.shell.main_window import MainWindow

    Beginning = Callable[[Questionnaire, set[str]], Questionnaire]


class Surroundings(Protocol):
    """What the desk needs of the program around it."""

    @property
    def application(self) -> Application: ...

    @property
    def window(self) -> MainWindow: ...

    def list_pages(self) -> None: ...

    def arrived(self) -> None: ...


class AuthoringDesk(QObject):
    """Signals: ``left`` back to the list, with a sentence about what was saved; empty where nothing was.

    While it is written a questionnaire lies among one's own as a draft: leaving loses nothing and asks nothing.
    """

    left = Signal(str)

    def __init__(self, around: Surroundings, dialogs: FileDialogs) -> None:
        super().__init__(around.window)
        self._around, self._dialogs = around, dialogs
        self._application, self._window = around.application, around.window
        self._author, self._library = around.application.author(), around.application.library()
        self.page: AuthoringPage | None = None
        self._editing: Editing | None = None
        self._draft: DraftFile | None = None
        self._table: ItemTable | None = None
        self._trying: TryingOut | None = None
        self._waits = kept_by_itself(self, self._pause, self.keep)

    # Beginning.

    def begin_beside(self) -> None:
        """The shipped one with two questions of one's own beside its themes."""
        first, second = f"{OWN}-1", f"{OWN}-2"
        self._begin(lambda asked, taken: with_two_own_questions(own_copy(asked, taken), first, second), OWN_QUESTIONS)

    def begin_copy(self) -> None:
        """The shipped one, to change."""
        self._begin(own_copy, WHOLE)

    def begin_from_nothing(self) -> None:
        self._begin(from_nothing, WHOLE, keeps_text=False)

    def change(self, name: str) -> None:
        """Another version of one's own; a draft is gone on with."""
        self._guarded(lambda: self._change(name))

    def _begin(self, how: Beginning, part: str, *, keeps_text: bool = True) -> None:
        self._guarded(lambda: self._begin_with(how, part, keeps_text=keeps_text))

    def _begin_with(self, how: Beginning, part: str, *, keeps_text: bool) -> None:
        if not self.keep():
            return
        text = self._author.shipped(self._application.catalog.shipped()[0], language())
        listed, names = self._library.listed(), self._library.names()
        taken = {each.questionnaire.id for each in listed if each.questionnaire is not None}
        asked = how(self._author.read(text), taken)
        # A draft with a mistake in it is known by the name of its file alone.
        while any(each.startswith(f"{asked.id}-") for each in names):
            taken.add(asked.id)
            asked = how(self._author.read(text), taken)
        draft = DraftFile(self._author, self._library, asked, text if keeps_text else "", lies_there=False)
        self._open(draft, frozenset(), part)

    def _change(self, name: str) -> None:
        if not self.keep():
            return
        if self._draft is not None and self._draft.name == name and self._stands():
            # It is being written, with every step that can be taken back.
            self._window.go_to(Place.AUTHORING)
            self._around.arrived()
            return
        text = self._library.text(name)
        asked = self._author.read(text)
        known = frozenset[str]()
        for each in self._library.listed():
            if each.questionnaire is not None and each.questionnaire.id == asked.id:
                known |= ids_in(each.questionnaire)
        follows = next_version(asked)
        while not is_draft(asked) and self._final_name(follows) in self._library.names():
            follows = next_version(as_finished(follows))
        begun_before = name_for(follows.id, follows.version)
        if not is_draft(asked) and begun_before in self._library.names():
            # What follows was begun already: it is gone on with, and nothing written over it.
            text = self._library.text(begun_before)
            asked = follows = self._author.read(text)
        self._open(DraftFile(self._author, self._library, follows, text, lies_there=is_draft(asked)), known, WHOLE)

    def _open(self, draft: DraftFile, known: frozenset[str], part: str) -> None:
        self._draft, asked = draft, draft.asked
        self._editing = begun(asked, known)
        self.page = page = AuthoringPage(self._window.look)
        page.written.connect(self._write)
        page.rested.connect(self._rest)
        page.deed_asked.connect(self._do)
        page.undo_asked.connect(lambda: self._step(back=True))
        page.redo_asked.connect(lambda: self._step(back=False))
        page.save_asked.connect(self._save)
        page.try_asked.connect(self._try_out)
        page.left.connect(self._leave)
        page.template_asked.connect(self._save_template)
        page.table_asked.connect(self._look_at_table)
        page.table_taken.connect(self._take_table)
        page.show_editing(self._editing, self._author.hint_words(asked.language), part)
        self._around.list_pages()
        self._window.add_page(Place.AUTHORING, page)
        self._window.go_to(Place.AUTHORING)
        self._around.arrived()
        self._judge()

    # Each step.

    def _write(self, where: Where, value: object) -> None:
        assert self._editing is not None
        assert self.page is not None
        self._editing = self._editing.to(with_(self._editing.asked, where, value), where)
        self.page.show_written(self._editing)
        self._later()

    def _rest(self) -> None:
        if self._editing is not None:
            self._editing = self._editing.rested()

    def _do(self, deed: EditDeed) -> None:
        assert self._editing is not None
        taken = set(self._editing.taken_ids)

        def new(stem: str) -> str:
            made = next_id(stem, taken)
            taken.add(made)
            return made

        self._editing = self._editing.to(deed(self._editing.asked, new))
        self._show()

    def _step(self, *, back: bool) -> None:
        assert self._editing is not None
        assert self.page is not None
        self._editing = self._editing.undone() if back else self._editing.redone()
        self._show(stays=True)

    def _show(self, *, stays: bool = False) -> None:
        assert self._editing is not None
        assert self.page is not None
        words = self._author.hint_words(self._editing.asked.language)
        self.page.show_editing(self._editing, words, stays=stays)
        self._later()

    def _later(self) -> None:
        assert self._editing is not None
        assert self._draft is not None
        self._draft.asked = self._editing.asked
        self._judge()
        self._waits.start()

    def _judge(self) -> None:
        """What stands in the way now, worked out behind the window."""
        assert self._editing is not None
        author, asked = self._author, self._editing.asked

        def show(found: tuple[FoundMistake, ...]) -> None:
            if self._editing is not None and self._editing.asked is asked and self._stands():
                assert self.page is not None
                self.page.show_mistakes(found)

        run(lambda _progress: author.mistakes(asked), show, self._window_says, owner=self)

    # Keeping.

    def _pause(self) -> None:
        """Nobody has written for a moment: it is put on the disk behind the window, and what comes is another step."""
        self._rest()
        if (draft := self._draft) is not None:
            run(lambda _progress: draft.keep(), lambda _none: self._follow_draft(), self._window_says, owner=self)

    def keep(self) -> bool:
        """Put what was written on the disk, as a draft among one's own. Whether nothing would be lost now."""
        self._waits.stop()
        if self._draft is None:
            return True
        try:
            self._draft.keep()
        except Refused as refused:
            self._window_says(refused)
            return False
        self._follow_draft()
        return True

    def forget(self, name: str) -> None:
        """The draft with this name is removed: what was written in it is not put there again."""
        if self._draft is None or self._draft.name != name:
            return
        self.keep()
        # Kept elsewhere by now, where another window wrote into it.
        if self._draft.name == name:
            self._draft.forget()
            self._editing = self._draft = None
            self._window.drop_page(Place.AUTHORING)

    def _follow_draft(self) -> None:
        """Say where it is kept from now on, if another window wrote into its file."""
        draft, editing = self._draft, self._editing
        if draft is None or editing is None or draft.version == editing.asked.version:
            return
        self._editing = editing.as_version(draft.version)
        draft.asked = self._editing.asked
        said = _(
            "{title} was changed elsewhere while you wrote, and that is kept. What you write here is kept beside it, "
            "as version {version}."
        )
        version = as_finished(draft.asked).version
        self._window.say(said.format(title=draft.asked.title or draft.name, version=version))
        if self._stands():
            assert self.page is not None
            self.page.show_editing(self._editing, self._author.hint_words(draft.asked.language))

    def _save(self) -> None:
        """The draft becomes a version that checks can ask, once nothing stands in the way."""
        assert self._editing is not None
        assert self._draft is not None
        assert self.page is not None
        if mistakes := self._author.mistakes(as_finished(self._editing.asked)):
            self.page.show_mistakes(mistakes)
            self.page.show_first_mistake()
        elif self.keep():
            draft, asked = self._draft, self._editing.asked
            self._guarded(lambda: self._finish(draft, asked))

    def _finish(self, draft: DraftFile, asked: Questionnaire) -> None:
        finished = as_finished(asked)
        while self._final_name(finished) in self._library.names():
            finished = with_(finished, ("version",), raised(finished.version))
        self._library.save(self._final_name(finished), draft.finished(finished))
        said = _("{title}, version {version}, is saved. Checks can ask it from now on.")
        said = said.format(title=finished.title, version=finished.version)
        draft.forget()
        try:
            self._library.remove(draft.name)
        except Refused as refused:
            # It is saved: asked for once more it would be another version.
            said = f"{said} {refused}"
        self._go_back(said)

    def _leave(self) -> None:
        if self.keep():
            self._go_back("")

    def _go_back(self, said: str) -> None:
        self._editing = self._draft = None
        self.left.emit(said)
        # Only now: a page that is shown cannot be dropped, and one that was left is come back to by nobody.
        self._window.drop_page(Place.TRYING_OUT)
        self._window.drop_page(Place.AUTHORING)

    # As people will see it, and from a table.

    def _try_out(self) -> None:
        from trustcheck.ui.authoring.trying_out import TryingOut

        assert self._editing is not None
        assert self.page is not None
        where = focused_place(self.page)
        asked = self._editing.asked
        theme = asked.items_of("" if self.page.theme_id == OWN_QUESTIONS else self.page.theme_id)
        item_id = str(where[1]) if where[:1] == ("items",) else (theme[0].id if theme else "")
        self._trying = TryingOut(self._window.look, asked, item_id, self._come_back)
        self._window.add_page(Place.TRYING_OUT, self._trying.page)
        self._window.go_to(Place.TRYING_OUT)

    def _come_back(self) -> None:
        self._window.go_to(Place.AUTHORING, backwards=True)
        self._window.drop_page(Place.TRYING_OUT)
        self._around.arrived()

    def _save_template(self) -> None:
        path = self._dialogs.table_to_save(str(Path.home() / _("Questions.xlsx")))
        if path:
            self._guarded(lambda: self._write_template(path))

    def _write_template(self, path: str) -> None:
        tables = self._application.item_tables()
        self._application.write_whole(path, tables.template(Path(path).suffix.removeprefix(".").casefold()))
        assert self.page is not None
        self.page.say(_("Saved as {file}.").format(file=Path(path).name))

    def _look_at_table(self) -> None:
        path = self._dialogs.table_to_open(str(Path.home()))
        if not path:
            return
        tables = self._application.item_tables()
        run(lambda _progress: tables.read(path), self._show_table, self._window_says, owner=self)

    def _show_table(self, table: ItemTable) -> None:
        self._table = table
        if self._stands() and self.page is not None and isinstance(self.page.view, TablePart):
            self.page.view.show_found(table.name, self._found())

    def _found(self) -> TakenIn:
        assert self._editing is not None
        assert self._table is not None
        return taken_in(self._editing.asked, self._table, self._editing.taken_ids)

    def _take_table(self) -> None:
        assert self._editing is not None
        assert self.page is not None
        found = self._found()
        self._editing = self._editing.to(found.asked)
        first = found.added[0].theme or OWN_QUESTIONS
        self.page.show_editing(self._editing, self._author.hint_words(found.asked.language), first)
        self._later()

    def _final_name(self, asked: Questionnaire) -> str:
        finished = as_finished(asked)
        return name_for(finished.id, finished.version)

    def _stands(self) -> bool:
        return self.page is not None and shiboken6.isValid(self.page) and self._window.shows(Place.AUTHORING, self.page)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Refused as refused:
            self._window_says(refused)

    def _window_says(self, refused: Refused) -> None:
        self._window.say(str(refused))
