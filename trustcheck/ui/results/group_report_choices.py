"""What may be chosen for the report of a group's check: for whom, on which paper, and which of its sections."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.ports import Edition, Paper, ReportOptions
from trustcheck.app.report_options import ALWAYS, section_names
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.fields import Field, LabelledBox
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.results.language_choice import LanguageChoice
from trustcheck.words import gettext as _

# Which sections a report has, and in which order: a switch for each, and two buttons that move it.


class SectionRow(QWidget):
    """One section. Signals: ``turned`` with whether it is in, ``moved`` with -1 for up and 1 for down."""

    turned = Signal(bool)
    moved = Signal(int)

    def __init__(self, look: Look, name: str, *, can_be_left_out: bool) -> None:
        super().__init__()
        detail = "" if can_be_left_out else _("Stands in every report.")
        self.switch = Switch(look, name, detail)
        self.switch.setEnabled(can_be_left_out)
        self.switch.toggled.connect(self.turned)
        self.up = _arrow(look, "chevron-up", _("{section}: up").format(section=name))
        self.down = _arrow(look, "chevron-down", _("{section}: down").format(section=name))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.switch, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)

    def show_state(self, *, is_in: bool, first: bool, last: bool) -> None:
        self.switch.blockSignals(True)
        self.switch.setChecked(is_in)
        self.switch.blockSignals(False)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)


def _arrow(look: Look, icon: str, name: str) -> Button:
    """A narrow button without words; a screen reader and the mouse's hint say its name."""
    button = Button(look, "", "quiet", icon=icon, height=36)
    button.stand_flush()
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


class SectionList(QWidget):
    """Signals: ``changed`` with the ids of the chosen sections in order; empty for all of them as usual."""

    changed = Signal(tuple)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._order, self._out = list(section_names()), set[str]()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self.rows = {
            each: SectionRow(look, name, can_be_left_out=each != ALWAYS) for each, name in section_names().items()
        }
        for each, row in self.rows.items():
            row.turned.connect(lambda on, at=each: self._turn(at, is_in=on))
            row.moved.connect(lambda by, at=each: self._move(at, by))
            self._column.addWidget(row)
        self._show()

    @property
    def sections(self) -> tuple[str, ...]:
        if not self._out and self._order == list(section_names()):
            return ()
        return tuple(each for each in self._order if each not in self._out)

    def show_sections(self, sections: tuple[str, ...]) -> None:
        """Show what is chosen, telling nobody. What is left out keeps its place among the others where it can."""
        if sections == self.sections:
            return
        self._out = set(section_names()) - set(sections) if sections else set()
        self._order = [*sections, *(each for each in section_names() if each not in sections)]
        self._show()

    def _turn(self, section: str, *, is_in: bool) -> None:
        (self._out.discard if is_in else self._out.add)(section)
        self.changed.emit(self.sections)

    def _move(self, section: str, by: int) -> None:
        at = self._order.index(section)
        self._order.insert(at + by, self._order.pop(at))
        self._show()
        place = _("{section} is number {number} now.")
        announce(self, place.format(section=section_names()[section], number=at + by + 1))
        self.changed.emit(self.sections)

    def _show(self) -> None:
        last = len(self._order) - 1
        for at, each in enumerate(self._order):
            row = self.rows[each]
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            row.show_state(is_in=each not in self._out, first=at == 0, last=at == last)


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
        self.language = LanguageChoice(look)
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
        self.language.show_language(options.language)
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
            self.language,
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
        self.language.chosen.connect(lambda language: self._choose(replace(self._options, language=language)))
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
