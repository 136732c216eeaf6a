"""What may be chosen for a report: paper, a name, and how much of it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.ports import Paper, ReportOptions
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.switch import Switch
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_PAPERS = (Paper.A4, Paper.LETTER)
_WRITTEN_MS = 700
"""A pause in typing after which a name counts as written."""


class ReportChoices(QWidget):
    """Signals: ``changed`` with the new :class:`ReportOptions` after a person changed something."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._options = ReportOptions(date.min)
        self._written = QTimer(self)
        self._written.setSingleShot(True)
        self._written.setInterval(_WRITTEN_MS)
        self._written.timeout.connect(self._take_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        column.addLayout(self._papers())
        self.prepared = Field(look, _("Prepared by"), hint=_("May stay empty."))
        self.prepared.changed.connect(lambda _words: self._written.start())
        self.prepared.line.editingFinished.connect(self._take_name)
        self.notes = Switch(look, _("With my notes"))
        self.notes.toggled.connect(lambda on: self._choose(replace(self._options, with_notes=on)))
        self.questions = Switch(look, _("With all questions"))
        self.questions.toggled.connect(lambda on: self._choose(replace(self._options, with_all_questions=on)))
        self.sums = Switch(look, _("With the sum of every number"))
        self.sums.toggled.connect(lambda on: self._choose(replace(self._options, with_sums=on)))
        for part in (self.prepared, self.notes, self.questions, self.sums):
            column.addWidget(part)

    @property
    def options(self) -> ReportOptions:
        return self._options

    def show_options(self, options: ReportOptions) -> None:
        """Show what is chosen, telling nobody."""
        self._options = options
        self.paper.show_choice(_PAPERS.index(options.paper))
        self.prepared.show_words(options.prepared_by)
        for switch, on in (
            (self.notes, options.with_notes),
            (self.questions, options.with_all_questions),
            (self.sums, options.with_sums),
        ):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)

    def _papers(self) -> QVBoxLayout:
        self.paper = Segmented(self._look, _("Paper"), [_("A4"), _("Letter")])
        self.paper.chosen.connect(lambda at: self._choose(replace(self._options, paper=_PAPERS[at])))
        column = QVBoxLayout()
        column.setSpacing(self._look.px(6))
        column.addWidget(Text(self._look, _("Paper"), "small_strong"))
        column.addWidget(self.paper)
        return column

    def _choose(self, options: ReportOptions) -> None:
        if options != self._options:
            self._options = options
            self.changed.emit(options)

    def _take_name(self) -> None:
        self._written.stop()
        self._choose(replace(self._options, prepared_by=self.prepared.words))
