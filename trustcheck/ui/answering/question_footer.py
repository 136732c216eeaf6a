"""Under a question: back, a hint, skip, next. It never moves, so that a hand finds it without looking."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _


class QuestionFooter(QWidget):
    """Signals: ``back_asked``, ``skip_asked``, ``next_asked``, by a press on the button of that name."""

    back_asked = Signal()
    skip_asked = Signal()
    next_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._hint, self._is_narrow = look, "", False
        self.back = Button(look, _("Back"), "outline", icon="arrow-left")
        self.skip = Button(look, _("Skip"), "quiet")
        self.next = Button(look, _("Next"), "primary", trailing="arrow-right")
        self._beside = Text(look, "", "caption", "ink3", wrap=False)
        self._above = Text(look, "", "small_strong", "warn")
        self._above.hide()
        for button, said in ((self.back, self.back_asked), (self.skip, self.skip_asked), (self.next, self.next_asked)):
            button.clicked.connect(said)
        self._row = QHBoxLayout()
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self._beside)
        self._row.addStretch(1)
        self._row.addWidget(self.skip)
        self._row.addWidget(self.next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._above)
        self._column.addLayout(self._row)

    @property
    def words(self) -> str:
        """What the line between the buttons says, or the line above them where there is no room between."""
        line = self._beside if self._above.isHidden() else self._above
        return line.text() if not line.isHidden() else ""

    def show_hint(self, words: str) -> None:
        """The standing hint; it takes the place of whatever was told."""
        self._hint = words
        self._beside.use_ink("ink3")
        self._beside.setText(words)
        self._beside.setVisible(not self._is_narrow)
        self._above.hide()

    def tell(self, words: str) -> None:
        """Something to know right now, read aloud too."""
        self._beside.use_ink("warn")
        self._beside.setText("" if self._is_narrow else words)
        self._above.setText(words)
        self._above.setVisible(self._is_narrow)
        announce(self, words)

    def fit(self, *, narrow: bool) -> None:
        self._row.setSpacing(self._look.px(12))
        self._column.setSpacing(self._look.px(6))
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.show_hint(self._hint)
