"""The report before it is saved: the very pages on the left, what may be chosen on the right."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.carrying.file_names import SLIDES, WEB, WORD
from trustcheck.app.ports import Edition, Paper, Refused, Report, ReportOptions
from trustcheck.app.presenting.boxes import boxes_in_report
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.results.group_report_choices import GroupReportChoices
from trustcheck.ui.results.language_choice import LanguageChoice
from trustcheck.ui.results.pdf_preview import PdfPreview
from trustcheck.words import gettext as _

# What may be chosen for a report: paper, a name, and how much of it.


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
        self.language = LanguageChoice(look)
        self.language.chosen.connect(lambda language: self._choose(replace(self._options, language=language)))
        for part in (self.language, self.prepared, self.notes, self.questions, self.sums):
            column.addWidget(part)

    @property
    def options(self) -> ReportOptions:
        return self._options

    def show_options(self, options: ReportOptions) -> None:
        """Show what is chosen, telling nobody."""
        self._options = options
        self.paper.show_choice(_PAPERS.index(options.paper))
        self.language.show_language(options.language)
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


"""Characters that could not be printed, named one by one."""
_OPTIONS_WIDE = 320
_NARROW = 860


class Side(QWidget):
    """Beside the preview it has a width of its own; below, the whole one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_OPTIONS_WIDE), super().sizeHint().height())


class ReportPage(Page):
    """Signals: ``options_changed`` with :class:`ReportOptions` to make it with, ``save_asked``, ``document_asked`` with
    the ending of another kind of file to save it as, ``print_asked``, ``cancel_asked``."""

    options_changed = Signal(object)
    save_asked = Signal()
    document_asked = Signal(str)
    print_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=1400)
        self.name = _("Report")
        self._has_report, self._for_group, self._path = False, False, ""
        self.title(_("The report"))
        self.preview = PdfPreview(look)
        self.preview.unreadable.connect(self._on_unreadable)
        self.making = MakingLine(look)
        self.making.cancelled.connect(self._on_cancelled)
        self.making.again.connect(self._on_again)
        self._body = Columns(look, self._left(), self._right(), narrow=_NARROW, gap=24)
        self._body.box.setStretch(1, 0)
        self.column.addWidget(self._body, 1)
        self._fit_parts()
        look.changed.connect(self._fit_parts)

    def first_focus(self) -> QWidget:
        return self.save_button if self.save_button.isEnabled() else self.preview.desk

    def show_options(self, options: ReportOptions) -> None:
        """Show what is chosen, telling nobody. An edition for a group has choices of its own."""
        self._for_group = options.edition not in (None, Edition.INDIVIDUAL)
        self.slides_button.setVisible(self._for_group)
        self.choices.setVisible(not self._for_group)
        self.group_choices.setVisible(self._for_group)
        self._chosen.show_options(options)

    @property
    def _chosen(self) -> ReportChoices | GroupReportChoices:
        return self.group_choices if self._for_group else self.choices

    def show_making(self, done: int, of: int) -> None:
        """The report is being made; ``done`` of ``of`` steps are behind us."""
        self._has_report = False
        self._can_leave(on=False)
        for part in (self._said, self._folder, self._boxes):
            part.hide()
        self.preview.show_stale()
        self.making.show_step(done, of)

    def show_report(self, report: Report) -> None:
        """Show a finished report: what is seen is what will be saved."""
        self._has_report = True
        self._can_leave(on=True)
        self.making.show_done(_("This is the very file that will be saved."))
        self.preview.show_pdf(report.pdf)
        self._boxes.setText(boxes_in_report(report.unprintable))
        self._boxes.setVisible(bool(report.unprintable))

    def show_saved(self, path: str) -> None:
        """The report is on the disk at ``path``."""
        self._path = path
        self._say(_("Saved as {path}").format(path=path), "ok")
        self._folder.show()
        announce(self, _("Saved as {path}").format(path=Path(path).name))

    def show_printed(self) -> None:
        """Every page went to the printer."""
        self._say(_("Sent to the printer."), "ok")
        self._folder.hide()
        announce(self, _("Sent to the printer."))

    def show_refused(self, refused: Refused) -> None:
        """The report could not be made, or could not be saved."""
        self._say(str(refused), "danger")
        self._folder.hide()
        announce(self, str(refused), assertive=True)
        if not self._has_report:
            self.making.show_stopped(_("The report was not made."))

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        column.addWidget(self.making)
        column.addWidget(self.preview)
        column.addStretch(1)
        return left

    def _right(self) -> QWidget:
        side = Side(self.look)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(self.look, padding=(22, 20), gap=14)
        # First, so that it is in sight however long the choices are.
        saving = self._saving()
        self.choices = ReportChoices(self.look)
        self.group_choices = GroupReportChoices(self.look)
        self.group_choices.hide()
        for choices in (self.choices, self.group_choices):
            choices.changed.connect(self.options_changed)
        for part in (*saving, Rule(self.look), self.choices, self.group_choices):
            card.column.addWidget(part)
        column.addWidget(card)
        column.addStretch(1)
        return side

    def _saving(self) -> tuple[QWidget, ...]:
        self._boxes = Text(self.look, "", "caption", "warn")
        self._said = Text(self.look, "", "small")
        self._said.can_be_copied()
        self.save_button = Button(self.look, _("Save PDF"), "primary", icon="download")
        self.save_button.clicked.connect(self.save_asked)
        self._folder = Button(self.look, _("Show in folder"), "quiet", height=36)
        self._folder.clicked.connect(self._show_folder)
        for part in (self._boxes, self._said, self._folder):
            part.hide()
        self.print_button = Button(self.look, _("Print\u2026"), "outline", height=40)
        self.print_button.clicked.connect(self.print_asked)
        self.word_button = Button(self.look, _("Save as Word\u2026"), "outline", height=40)
        self.word_button.setAccessibleDescription(_("To add to it: the same report, without the pages seen here."))
        self.word_button.clicked.connect(lambda: self.document_asked.emit(WORD))
        self.web_button = Button(self.look, _("Save for a browser\u2026"), "outline", height=40)
        self.web_button.setAccessibleDescription(
            _("For a small screen or a screen reader: the same report as one page, with every chart as a table too.")
        )
        self.web_button.clicked.connect(lambda: self.document_asked.emit(WEB))
        self.slides_button = Button(self.look, _("Save as slides\u2026"), "outline", height=40)
        self.slides_button.setAccessibleDescription(
            _("What stands on the wall in a session, as a presentation that can be edited.")
        )
        self.slides_button.clicked.connect(lambda: self.document_asked.emit(SLIDES))
        self._can_leave(on=False)
        reminder = Text(self.look, _("Who will read this?"), "small", "ink2")
        buttons = QWidget()
        row = FlowLayout(self.look, buttons, gap=10)
        for button in self._leaving:
            row.addWidget(button)
        return reminder, buttons, self._said, self._folder, self._boxes

    @property
    def _leaving(self) -> tuple[Button, ...]:
        """What takes a finished report out of the window."""
        return self.save_button, self.print_button, self.word_button, self.web_button, self.slides_button

    def _can_leave(self, *, on: bool) -> None:
        for button in self._leaving:
            button.setEnabled(on)

    @property
    def said(self) -> str:
        """What happened to the report last; empty before anything did."""
        return self._said.text() if not self._said.isHidden() else ""

    def _say(self, words: str, ink: str) -> None:
        self._said.setText(words)
        self._said.use_ink(ink)
        self._said.show()

    def _on_cancelled(self) -> None:
        self.making.show_stopped(_("Stopped. Nothing was saved."))
        self.cancel_asked.emit()

    def _on_again(self) -> None:
        self._said.hide()
        self.options_changed.emit(self._chosen.options)

    def _on_unreadable(self) -> None:
        self.making.show_done(
            _("The report is made, but its pages cannot be shown here. It can be saved all the same.")
        )

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._path).parent)))

    def _fit_parts(self) -> None:
        """The preview fills the height that the heading leaves, and no more: a whole page in it is seen whole."""
        self.preview.setFixedHeight(max(self.viewport().height() - self.look.px(190), self.look.px(320)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_parts()
