"""What may be chosen for the report of a group's check: for whom, on which paper, and which of its sections."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.ports import Edition, Paper, ReportOptions
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.labelled_box import LabelledBox
from trustcheck.ui.widgets.section_list import SectionList
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.switch import Switch
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_EDITIONS = (Edition.LEADERS, Edition.STAFF, Edition.FACILITATOR)
_PAPERS = (Paper.A4, Paper.LETTER)
_MINUTES = (60, 90, 180)
_LONGEST = 1000
"""Characters of what will not be done: the page for staff is one or two."""
_WRITTEN_MS = 700
"""A pause in typing after which words count as written."""


class GroupReportChoices(QWidget):
    """Signals: ``changed`` with the new :class:`ReportOptions` after a person changed something."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._options = ReportOptions(date.min, edition=Edition.LEADERS)
        self._written = QTimer(self)
        self._written.setSingleShot(True)
        self._written.setInterval(_WRITTEN_MS)
        self._written.timeout.connect(self._take_words)
        self.edition = Segmented(look, _("For whom"), [_("Leaders"), _("Staff"), _("With notes for the talk")])
        self.paper = Segmented(look, _("Paper"), [_("A4"), _("Letter")])
        self.minutes = Segmented(look, _("Minutes for the talk"), [str(each) for each in _MINUTES])
        self.prepared = Field(look, _("Prepared by"), hint=_("May stay empty."))
        self.will_not = LabelledBox(
            look, _("What you will not do, and why"), hint=_("Empty leaves lines for a pen."), limit=_LONGEST
        )
        self.made_with = Switch(look, _("“Made with TrustCheck”"))
        self.sums = Switch(look, _("With the sum of every number"))
        self.sections = SectionList(look)
        self.fold = Fold(look, _("Sections and their order"), self.sections)
        self._fill()
        self._connect()

    @property
    def options(self) -> ReportOptions:
        return self._options

    def show_options(self, options: ReportOptions) -> None:
        """Show what is chosen, telling nobody."""
        self._options = options
        self.edition.show_choice(_EDITIONS.index(options.edition or Edition.LEADERS))
        self.paper.show_choice(_PAPERS.index(options.paper))
        self.minutes.show_choice(_MINUTES.index(options.minutes) if options.minutes in _MINUTES else 1)
        self.prepared.show_words(options.prepared_by)
        self.will_not.show_words(options.will_not)
        for switch, on in ((self.made_with, options.made_with), (self.sums, options.with_sums)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        self.sections.show_sections(options.sections)
        self._fit()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(14))
        self._minutes = self._named(_("Minutes for the talk"), self.minutes)
        for part in (
            self._named(_("For whom"), self.edition),
            self._named(_("Paper"), self.paper),
            self._minutes,
            self.prepared,
            self.will_not,
            self.made_with,
            self.sums,
            self.fold,
            self.sections,
            Text(
                self._look, _("The logo, the colour and the last page stand with the organisation."), "caption", "ink3"
            ),
        ):
            column.addWidget(part)

    def _named(self, name: str, choice: Segmented) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        column.addWidget(Text(self._look, name, "small_strong"))
        column.addWidget(choice)
        return held

    def _connect(self) -> None:
        self.edition.chosen.connect(lambda at: self._choose(replace(self._options, edition=_EDITIONS[at])))
        self.paper.chosen.connect(lambda at: self._choose(replace(self._options, paper=_PAPERS[at])))
        self.minutes.chosen.connect(lambda at: self._choose(replace(self._options, minutes=_MINUTES[at])))
        self.made_with.toggled.connect(lambda on: self._choose(replace(self._options, made_with=on)))
        self.sums.toggled.connect(lambda on: self._choose(replace(self._options, with_sums=on)))
        self.sections.changed.connect(lambda chosen: self._choose(replace(self._options, sections=chosen)))
        self.prepared.changed.connect(lambda _words: self._written.start())
        self.prepared.line.editingFinished.connect(self._take_words)
        self.will_not.changed.connect(lambda _words: self._written.start())

    def _fit(self) -> None:
        """Staff get one page or two: there is nothing to leave out of it, and something of its own to say."""
        for_staff = self._options.edition is Edition.STAFF
        self._minutes.setVisible(not for_staff)
        self.fold.setVisible(not for_staff)
        self.sums.setVisible(not for_staff)
        self.will_not.setVisible(for_staff)
        if for_staff:
            self.fold.show_open(is_open=False)

    def _choose(self, options: ReportOptions) -> None:
        if options != self._options:
            self._options = options
            self._fit()
            self.changed.emit(options)

    def _take_words(self) -> None:
        self._written.stop()
        self._choose(replace(self._options, prepared_by=self.prepared.words, will_not=self.will_not.words))
