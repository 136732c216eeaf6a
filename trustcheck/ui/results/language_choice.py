"""In which language a report is written: a choice of its own, where there is more than one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.assets import spoken_languages
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import language


class LanguageChoice(QWidget):
    """Hidden where there is English alone. Signals: ``chosen`` with the language, as its catalogue is called."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._languages = spoken_languages()
        self.choice = Segmented(look, _("Language"), [native_name(each) for each in self._languages])
        self.choice.chosen.connect(lambda at: self.chosen.emit(self._languages[at]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Text(look, _("Language"), "small_strong"))
        column.addWidget(self.choice)
        # Never shown by itself: until it is placed it would be a window of its own, and take the keyboard.
        if len(self._languages) == 1:
            self.hide()

    def show_language(self, chosen: str) -> None:
        """Show what is chosen, telling nobody; empty is what the window speaks."""
        wanted = chosen or language()
        self.choice.show_choice(self._languages.index(wanted) if wanted in self._languages else 0)
