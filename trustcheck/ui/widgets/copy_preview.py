"""What is in a chosen copy, beside what is in the file now, and what putting it back would mean."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.comparing_copies import Comparison
from trustcheck.ui.announce import announce
from trustcheck.ui.copy_words import amount, beside_each_other, what_would_be_missing
from trustcheck.ui.help.topic import Points
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.listing import Listing
from trustcheck.ui.widgets.prose import Prose
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class CopyPreview(QWidget):
    """Empty until something is shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(10))

    def say(self, words: str) -> None:
        """One sentence in the place of everything."""
        self._begin()
        self._column.addWidget(Text(self._look, words, "body", "ink2"))
        self._column.addStretch(1)

    def show_comparison(self, heading: str, comparison: Comparison, aside: str) -> None:
        """``aside`` says under which name the present file is kept."""
        self._begin()
        look, missing = self._look, what_would_be_missing(comparison)
        self._column.addWidget(Text(look, heading, "card_title"))
        self._column.addWidget(Text(look, amount(comparison.copied), "body", "ink2"))
        if comparison.rows:
            self._column.addWidget(Listing(look, heading, beside_each_other(comparison), (3, 4, 4)))
        self._column.addWidget(Text(look, _("What would be missing afterwards"), "small_strong"))
        self._column.addWidget(Prose(look, (Points(missing),)))
        self._column.addWidget(Text(look, aside, "caption", "ink2"))
        self._column.addStretch(1)
        announce(self, " ".join((heading, amount(comparison.copied), *missing)))

    def _begin(self) -> None:
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
