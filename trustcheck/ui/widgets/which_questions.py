"""Which questions a new check asks: those of last time first, and the newest where they are others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.ui.look import Look
from trustcheck.ui.set_up_view import NewCheckView, which_words
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class WhichQuestions(QWidget):
    """Signals: ``chosen`` when a person takes another questionnaire."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._questionnaires: tuple[Questionnaire, ...] = ()
        self.choice: Segmented | None = None
        """``None`` where there is nothing to choose."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))

    @property
    def questionnaire(self) -> Questionnaire:
        at = self.choice.choice or 0 if self.choice is not None else 0
        return self._questionnaires[at]

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read or to choose."""
        return self._column.count() > 0

    def show_view(self, view: NewCheckView) -> None:
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._questionnaires, self.choice = view.questionnaires, None
        if len(view.questionnaires) > 1:
            self._offer(view)
        elif view.had_one_before and not view.is_change:
            said = _("The same questions as last time, so that you can compare.")
            self._column.addWidget(Text(self._look, said, "body", "ink2"))

    def _offer(self, view: NewCheckView) -> None:
        names = [which_words(view, at) for at in range(len(view.questionnaires))]
        self.choice = Segmented(self._look, _("Which questions?"), names)
        self.choice.show_choice(0)
        self.choice.chosen.connect(self.chosen)
        self._column.addWidget(Text(self._look, _("Which questions?"), "small_strong"))
        self._column.addWidget(self.choice)
