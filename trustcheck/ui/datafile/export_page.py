"""Exporting: what, as what, and what leaves with it; one button, and where the file is once it was read back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.carrying.exporting import ExportFormat
from trustcheck.ui.datafile.transfer_words import ExportView, ExportWanted, exported, format_faces, what_leaves
from trustcheck.ui.kit.buttons import Button, ButtonRow, FolderButton
from trustcheck.ui.kit.choices import ChoiceGroup
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

_ONE, _ALL = 0, 1


class ExportPage(Page):
    """Signals: ``export_asked`` with an :class:`ExportWanted`, ``cancel_asked``, ``left`` to where the person was."""

    export_asked = Signal(object)
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, formats: tuple[ExportFormat, ...]) -> None:
        super().__init__(look, measure=860)
        self._formats = formats
        self.name = _("Export")
        self._view = ExportView()
        self.title(self.name)
        self.what = Segmented(look, _("What leaves?"), (_("This organisation"), _("Everything in this data file")))
        self.all_alone = Text(look, _("Everything in this data file leaves."), "lead", "ink2")
        self.formats = ChoiceGroup(look, _("As what?"), format_faces(formats), in_a_row=2, titled=False)
        self.formats.chosen.connect(lambda _at: self._say_what_leaves())
        self.making = MakingLine(look, _("Exporting"), _("Export again"))
        self.export_button = Button(look, _("Save the export\u2026"), "primary", icon="download")
        self.said = Text(look, "", "body")
        self.said.can_be_copied()
        self.folder = FolderButton(look)
        self._leaves = QVBoxLayout()
        self._what_leaves = Text(look, _("What leaves?"), "small_strong")
        as_what = Text(look, _("As what?"), "small_strong")
        for part in (self.all_alone, self._what_leaves, self.what, as_what, self.formats, self._buttons()):
            self.column.addWidget(part)
        for part in (self.making, self.said, self.folder):
            self.column.addWidget(part)
        self.column.addSpacing(look.px(4))
        self.column.addWidget(Text(look, _("What leaves, and what stays"), "small_strong"))
        self.column.addLayout(self._leaves)
        self.column.addStretch(1)
        self._connect()
        for part in (self.said, self.making):
            part.hide()

    def first_focus(self) -> QWidget:
        return self.formats.cards[self.formats.choice]

    def show_export(self, view: ExportView) -> None:
        """From where the person stands; the organisation at hand first, where there are others beside it."""
        self._view = view
        chooses = bool(view.organisation) and view.organisations > 1
        self.what.setVisible(chooses)
        self._what_leaves.setVisible(chooses)
        self.all_alone.setVisible(not chooses)
        if chooses:
            self.what.segments[_ONE].say(_("{organisation} alone").format(organisation=view.organisation))
        self.what.show_choice(_ONE if chooses else _ALL)
        self._say_what_leaves()

    @property
    def wanted(self) -> ExportWanted:
        one = self.what.choice == _ONE
        return ExportWanted(self._view.organisation if one else "", self._formats[self.formats.choice])

    def show_making(self, done: int = 0, of: int = 1) -> None:
        """``done`` of ``of`` organisations are behind us."""
        self.said.hide()
        self.folder.hide()
        self.export_button.setEnabled(False)
        arriving = self.making.isHidden() or self.making.cancel_button.isHidden()
        self.making.show()
        self.making.show_step(done, of)
        if arriving:
            self.making.cancel_button.setFocus()
            self.bring_into_view(self.making)

    def show_made(self, path: str) -> None:
        """The export is on the disk, and was read back."""
        self._stand_still(exported(path), "ok")
        self.folder.lead_to(path)
        self.folder.setFocus()
        self.bring_into_view(self.said, self.folder)
        announce(self, exported(path))

    def show_refused(self, words: str) -> None:
        self._stand_still(words, "danger")
        self.export_button.setFocus()
        self.bring_into_view(self.export_button, self.said)
        announce(self, words, assertive=True)

    def _buttons(self) -> QWidget:
        back = Button(self.look, _("Back"), "quiet")
        back.clicked.connect(self.left)
        return ButtonRow(self.look, self.export_button, back)

    def _connect(self) -> None:
        self.export_button.clicked.connect(self._export)
        self.making.cancelled.connect(self._cancel)
        self.making.again.connect(self._export)

    def _export(self) -> None:
        self.export_asked.emit(self.wanted)

    def _cancel(self) -> None:
        self.export_button.setEnabled(True)
        self.making.show_stopped(_("Stopped. Nothing was written."))
        self.export_button.setFocus()
        self.cancel_asked.emit()

    def _stand_still(self, words: str, ink: str) -> None:
        self.export_button.setEnabled(True)
        self.making.hide()
        self.said.setText(words)
        self.said.use_ink(ink)
        self.said.show()

    def _say_what_leaves(self) -> None:
        self.clear(self._leaves)
        for icon, words in what_leaves(self._formats[self.formats.choice]):
            line = IconLine(self.look, icon, words)
            self._leaves.addWidget(line)
            line.show()
