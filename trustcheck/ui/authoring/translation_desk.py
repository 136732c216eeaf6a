"""Translating a questionnaire of one's own at work: a language chosen, sentences written, tables out and in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trustcheck.app.authoring.translating import Translating, words_taken_in
from trustcheck.app.authoring.translation_file import TranslationFile
from trustcheck.app.questionnaires.versions import are_versions
from trustcheck.app.refusals import Refused
from trustcheck.ui.authoring.kept_by_itself import kept_by_itself
from trustcheck.ui.authoring.translation_page import TranslationPage
from trustcheck.ui.kit.background import run
from trustcheck.ui.shell.places import Place
from trustcheck.words import ENGLISH, language, ngettext
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trustcheck.app.authoring.translating import TranslationTable
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.ui.authoring.authoring_desk import Surroundings
    from trustcheck.ui.kit.asking import FileDialogs


class TranslationDesk(QObject):
    """Signals: ``left`` back to the list, with an empty sentence: nothing is told, for all of it is kept."""

    left = Signal(str)

    def __init__(self, around: Surroundings, dialogs: FileDialogs) -> None:
        super().__init__(around.window)
        self._around, self._dialogs = around, dialogs
        self._application, self._window = around.application, around.window
        self._author, self.library = around.application.author(), around.application.library()
        self.page: TranslationPage | None = None
        self._asked: Questionnaire | None = None
        self._file: TranslationFile | None = None
        self._steps: list[Translating] = []
        self._written_at = ""
        self._waits = kept_by_itself(self, self._pause, self.keep)

    def begin(self, name: str) -> None:
        """Into the first language it has, or that of the window."""
        self._guarded(lambda: self._begin(name))

    def _begin(self, name: str) -> None:
        if not self.keep():
            return
        self._asked = self.library.questionnaire(name)
        tags = self._tags(name)
        self.page = page = TranslationPage(self._window.look)
        page.written.connect(self._write)
        page.rested.connect(self._rest)
        page.undo_asked.connect(self._undo)
        page.language_asked.connect(lambda tag: self._guarded(lambda: self._turn(name, tag)))
        page.save_asked.connect(self._save_table)
        page.table_asked.connect(self._take_table)
        page.left.connect(self._leave)
        self._turn(name, tags[0])
        self._around.list_pages()
        self._window.add_page(Place.TRANSLATING, page)
        self._window.go_to(Place.TRANSLATING)
        self._around.arrived()

    def _tags(self, name: str) -> tuple[str, ...]:
        """Those it has, those that another version of it has, and those the window speaks; the original's is none."""
        assert self._asked is not None
        listed = self.library.listed()
        mine = [each for each in listed if each.name == name]
        others = [each for each in listed if each.questionnaire and are_versions(each.questionnaire, self._asked)]
        there = [one.language for each in (*mine, *others) for one in each.translations]
        spoken = sorted(self._application.languages(), key=lambda each: each != language())
        own = _main(self._asked.language)
        return tuple(dict.fromkeys([*there, *(each for each in (*spoken, ENGLISH) if _main(each) != own)]))

    def _turn(self, name: str, tag: str) -> None:
        """Go on in another language; what was written is kept first."""
        assert self._asked is not None
        if not self.keep():
            return
        if _main(tag) == _main(self._asked.language):
            raise Refused(_("This questionnaire is written in that language already."))
        self._file = TranslationFile(self._author, self.library, name, tag)
        self._steps, self._written_at = [self._file.translating], ""
        self._show()
        assert self.page is not None
        self.page.show_mistakes(self._file.mistakes())
        if not self._file.translating.words:
            self._lend()

    def _lend(self) -> None:
        """What another version says in this language, for sentences that are the same in both."""
        assert self._asked is not None
        assert self._file is not None
        assert self.page is not None
        for title, earlier in self._others(self._asked, self._file):
            lent = self._here.with_earlier(earlier)
            if not (number := len(lent.words)):
                continue
            self._step(lent)
            self._show()
            said = ngettext(
                "{number} sentence is as it stands in {title}, where the original is the same.",
                "{number} sentences are as they stand in {title}, where the originals are the same.",
                number,
            )
            self.page.say(said.format(number=number, title=title))
            return

    def _others(self, asked: Questionnaire, file: TranslationFile) -> Iterator[tuple[str, Translating]]:
        """Other versions in this language, the newest of one's own first, and the one that all of them began as."""
        for each in reversed(self.library.listed()):
            other, tags = each.questionnaire, [one.language for one in each.translations]
            if other is not None and file.language in tags and are_versions(other, asked):
                title = _("{title}, version {version}").format(title=other.title, version=other.version)
                yield title, TranslationFile(self._author, self.library, each.name, file.language).translating
        catalog = self._application.catalog
        if asked.based_on in catalog.shipped() and file.language in catalog.translations(asked.based_on):
            texts = (self._author.shipped(asked.based_on, each) for each in ("", file.language))
            title = catalog.questionnaire(asked.based_on, language()).title
            yield title, Translating(file.language, self._author.sentences(*texts))

    # Each step.

    @property
    def _here(self) -> Translating:
        return self._steps[-1]

    def _write(self, key: str, words: str) -> None:
        assert self.page is not None
        self._step(self._here.with_words({key: words}), key)
        self.page.show_written(self._here)

    def _step(self, translating: Translating, key: str = "") -> None:
        assert self._file is not None
        if key and key == self._written_at and len(self._steps) > 1:
            self._steps.pop()
        self._written_at = key
        self._steps.append(translating)
        self._file.translating = translating
        self._waits.start()

    def _rest(self) -> None:
        self._written_at = ""

    def _undo(self) -> None:
        assert self._file is not None
        if len(self._steps) > 1:
            self._steps.pop()
            self._written_at, self._file.translating = "", self._here
            self._waits.start()
            self._show()

    def _show(self) -> None:
        assert self.page is not None
        assert self._asked is not None
        assert self._file is not None
        tags = dict.fromkeys([*self._tags(self._file.name), self._here.language])
        at = next((key for key, each in self.page.fields.items() if each.text_box.box.hasFocus()), "")
        self.page.show_translating(self._asked, self._here, tuple(tags), can_undo=len(self._steps) > 1)
        if at in self.page.fields:
            self.page.fields[at].focus()

    # Keeping.

    def _pause(self) -> None:
        """Nobody has written for a moment: it is put on the disk behind the window, and what comes is another step."""
        self._rest()
        if (file := self._file) is not None:

            def work() -> tuple[str, ...]:
                file.keep()
                return file.mistakes()

            run(lambda _progress: work(), lambda found: self._follow(file, found), self._window_says, owner=self)

    def keep(self) -> bool:
        """Put what was written on the disk. Whether nothing would be lost now."""
        self._waits.stop()
        if self._file is None:
            return True
        try:
            self._file.keep()
        except Refused as refused:
            self._window_says(refused)
            return False
        return True

    def forget(self, name: str) -> None:
        """The questionnaire with this name is removed, and its translations with it."""
        if self._file is not None and self._file.name == name:
            self._file.forget()
            self._file = None
            self._window.drop_page(Place.TRANSLATING)

    def _follow(self, file: TranslationFile, mistakes: tuple[str, ...]) -> None:
        """Show what is wrong in it, and what somebody wrote into the file elsewhere, where nothing was written here
        since.
        """
        if file is not self._file or self.page is None:
            return
        self.page.show_mistakes(mistakes)
        if file.translating == self._here and file.kept != self._here:
            self._step(file.kept)
            self._show()

    def _leave(self) -> None:
        if self.keep():
            self._file = None
            self.left.emit("")
            self._window.drop_page(Place.TRANSLATING)

    # Tables.

    def _save_table(self) -> None:
        assert self._asked is not None
        suggested = f"{self._asked.id}.{self._here.language}.xlsx"
        path = self._dialogs.table_to_save(str(Path.home() / suggested))
        if path:
            self._guarded(lambda: self._write_table(path))

    def _write_table(self, path: str) -> None:
        assert self.page is not None
        kind = Path(path).suffix.removeprefix(".").casefold()
        self._application.write_whole(path, self._application.item_tables().words_table(kind, self._here.sentences))
        self.page.say(_("Saved as {file}.").format(file=Path(path).name))

    def _take_table(self) -> None:
        path = self._dialogs.table_to_open(str(Path.home()))
        if path:
            tables, file = self._application.item_tables(), self._file

            def show(table: TranslationTable) -> None:
                if file is not None and file is self._file:
                    self._take(table)

            run(lambda _progress: tables.read_words(path), show, self._window_says, owner=self)

    def _take(self, table: TranslationTable) -> None:
        assert self.page is not None
        found = words_taken_in(self._here, table)
        if found.mistakes:
            self.page.say_mistakes(found.mistakes)
            return
        self._step(found.translating)
        self._show()
        said = ngettext(
            "{number} sentence of {file} is taken in.", "{number} sentences of {file} are taken in.", found.changed
        )
        self.page.say(said.format(number=found.changed, file=table.name))

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Refused as refused:
            self._window_says(refused)

    def _window_says(self, refused: Refused) -> None:
        self._window.say(str(refused))


def _main(tag: str) -> str:
    """The language of a tag, whatever the country."""
    return tag.replace("_", "-").split("-")[0].casefold()
