"""Making the kit of one check: for each view a page that is answered in a browser, and a form beside it, in one go."""

from pathlib import Path

from PySide6.QtCore import QObject

from trustcheck.app.collecting.form_identity import FILE_CODE_LENGTH, new_codes
from trustcheck.app.ports import Progress
from trustcheck.ui.collecting.form_words import FormCheck, page_name
from trustcheck.ui.collecting.making_forms import look_at
from trustcheck.ui.kit.asking import folder_for, free_name, remember_folder
from trustcheck.ui.kit.background import run
from trustcheck.ui.shell.context import Context
from trustcheck.words import gettext as _
from trustcheck.words.sentences import in_a_row


class MakingPages(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file

    def ask(self, round_id: int) -> None:
        """Ask for a folder, and put the pages of an open check there."""
        look_at(self._context, round_id, self._make, self)

    def _make(self, check: FormCheck) -> None:
        store, whose, round_id = self._file.store, check.summary.organisation.id, check.summary.id
        folder = self._context.dialogs.folder_for_forms(str(folder_for(store, whose)))
        if not folder:
            return
        application = self._context.application

        def work(_progress: Progress) -> tuple[str, ...]:
            """All are made before the first is written. What lies there already is never replaced unasked."""
            forms, made = application.forms(), dict[str, bytes]()
            # On the disk before anybody can have a page that is sealed to it.
            key = store.sheets.reply_key(round_id, forms.new_key)
            for each in check.setup.perspectives:
                order, (code,) = check.order(each), new_codes(forms.choose, 1, length=FILE_CODE_LENGTH)
                made[f"{page_name(check, each)}.html"] = forms.make_kit(order, key)
                # For whoever has a browser that seals nothing.
                made[f"{check.file_name(each)} {code}.pdf"] = forms.make_fillable(order, code)
            paths = {str(free_name(Path(folder) / name)): content for name, content in made.items()}
            for path, content in paths.items():
                application.write_whole(path, content)
            return tuple(Path(path).name for path in paths)

        def saved(made: tuple[str, ...]) -> None:
            remember_folder(store, whose, Path(folder))
            words = _(
                "Made in {folder}: {names}. Send everybody the page, or the form where it does not open; what comes"
                " back is taken in with Take in returned forms."
            )
            self._window.say(words.format(folder=folder, names=in_a_row(made)), done=True)

        run(work, saved, self._context.refuse, owner=self)
