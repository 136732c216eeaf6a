"""What is kept of one organisation: notes and routes for concerns, and how its reports look. It saves itself."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.round import OrganisationDetails
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.colour_field import ColourField
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.labelled_box import LabelledBox
from trustcheck.ui.widgets.logo_box import LogoBox
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

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
