"""What is kept of one organisation: notes and routes for concerns, and how its reports look. It saves itself."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.checks.round import OrganisationDetails
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import Field, LabelledBox
from trustcheck.ui.kit.layout import Columns, FlowLayout, ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.badge import PAPER
from trustcheck.ui.organisations.colour_field import ColourField
from trustcheck.words import gettext as _

# A logo as a report's cover will wear it, on white paper, and the ways to another one or to none.


_BOX = (240, 80)
"""The cover's box of 150 by 50 points, at the same ratio."""
_ROOM = 8


class LogoBox(QWidget):
    """Signals: ``choose_asked`` for the dialog that finds a picture, ``removed``."""

    choose_asked = Signal()
    removed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.paper = PicturePaper(look)
        self.choose = Button(look, _("Choose a picture\u2026"), "outline", height=38)
        self.remove = Button(look, _("Remove the logo"), "quiet", height=38)
        self._said = Text(look, "", "caption", "warn")
        self._said.hide()
        buttons = QWidget()
        line = FlowLayout(look, buttons, gap=10)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        column.addWidget(Text(look, _("Logo"), "small_strong"))
        column.addWidget(self.paper)
        column.addWidget(buttons)
        column.addWidget(Text(look, _("PNG or JPEG, up to two megabytes."), "caption", "ink3"))
        column.addWidget(self._said)
        self.choose.clicked.connect(self.choose_asked)
        self.remove.clicked.connect(self.removed)

    @property
    def said(self) -> str:
        """Why a picture was not taken; empty when it was."""
        return self._said.text()

    def show_picture(self, picture: QImage) -> None:
        self.paper.show_picture(picture)
        self.remove.setVisible(not picture.isNull())
        self.say("")

    def say(self, words: str) -> None:
        """Say why a picture was not taken."""
        self._said.setText(words)
        self._said.setVisible(bool(words))


class PicturePaper(QWidget):
    """A piece of white paper with a picture on it, or with the words that there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._picture = look, QImage()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.setAccessibleName(_("The logo as the cover wears it") if self.has_picture else _("No logo"))
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(QSize(*(self._look.px(length) for length in _BOX)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        plate = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(PAPER if self.has_picture else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.drawRoundedRect(plate, self._look.px(9), self._look.px(9))
        room = self._look.px(_ROOM)
        inside = plate.adjusted(room, room, -room, -room)
        if self.has_picture:
            size = QSizeF(self._picture.size()).scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(inside.topLeft(), size)
            place.moveTop(inside.center().y() - size.height() / 2)
            painter.drawImage(place, self._picture)
        else:
            painter.setPen(self._look.ink("ink3"))
            painter.setFont(self._look.font("caption"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, _("No logo"))
        painter.end()


LONG_TEXT = 4000
"""Characters of an organisation's notes and of a report's closing page."""


class OrganisationCards(QWidget):
    """Signals: ``changed`` with all :class:`OrganisationDetails` after each change by a person, ``logo_asked``."""

    changed = Signal(object)
    logo_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.details = look, OrganisationDetails()
        self.notes = LabelledBox(
            look, _("Notes"), hint=_("For you alone: they appear in no report and on no check."), limit=LONG_TEXT
        )
        self.routes = LabelledBox(
            look,
            _("Where can somebody turn with a concern?"),
            hint=_("Offered to every new check, and read by everybody who answers."),
        )
        self.logo, self.colour = LogoBox(look), ColourField(look)
        self.prepared_by = Field(look, _("Prepared by"), hint=_("Stands on the cover. Leave it empty for nobody."))
        self.closing = LabelledBox(
            look, _("Last page of a report, in your own words"), hint=_("Empty for no such page."), limit=LONG_TEXT
        )
        self._fill()
        self._connect()

    def show_details(self, details: OrganisationDetails, logo: QImage) -> None:
        self.details = details
        self.notes.show_words(details.notes)
        self.routes.show_words(details.routes)
        self.prepared_by.show_words(details.prepared_by)
        self.closing.show_words(details.closing_words)
        self.colour.show_colour(details.accent)
        self.logo.show_picture(logo)

    def wear(self, logo: bytes, picture: QImage) -> None:
        """Take a logo that was looked at, or none."""
        self.logo.show_picture(picture)
        self._change(replace(self.details, logo=logo))

    def _fill(self) -> None:
        about = Card(self._look, padding=(24, 20), gap=16)
        about.column.addWidget(Text(self._look, _("About"), "section"))
        about.column.addWidget(self.notes)
        about.column.addWidget(self.routes)
        about.column.addWidget(self.closing)
        about.column.addStretch(1)
        wear = Card(self._look, padding=(24, 20), gap=16)
        wear.column.addWidget(Text(self._look, _("How its reports look"), "section"))
        for part in (self.logo, self.prepared_by, self.colour):
            wear.column.addWidget(part)
        wear.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(self._look, about, wear, narrow=760))

    def _connect(self) -> None:
        self.notes.changed.connect(lambda _words: self._change(replace(self.details, notes=self.notes.words)))
        self.routes.changed.connect(lambda _words: self._change(replace(self.details, routes=self.routes.words)))
        self.prepared_by.changed.connect(
            lambda _words: self._change(replace(self.details, prepared_by=self.prepared_by.words))
        )
        self.closing.changed.connect(
            lambda _words: self._change(replace(self.details, closing_words=self.closing.words))
        )
        self.colour.changed.connect(lambda colour: self._change(replace(self.details, accent=colour)))
        self.logo.choose_asked.connect(self.logo_asked)
        self.logo.removed.connect(lambda: self.wear(b"", QImage()))

    def _change(self, details: OrganisationDetails) -> None:
        if details != self.details:
            self.details = details
            self.changed.emit(details)
