"""Lies over the whole window when something happened that nobody foresaw, until the person goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.over_window import OverWindow
from trustcheck.ui.widgets.trouble_card import TroubleCard
from trustcheck.words import gettext as _

MOST_TOLD = 99
"""Times that are counted on the sheet: what fails when it is painted must not be painted without end."""

_WIDEST = 720
_MARGIN = 16
_VEIL = 0.9


class TroubleSheet(OverWindow):
    """Signals: ``gone_on`` (also by Escape), ``close_asked``, ``copy_asked``, ``folder_asked`` as the buttons say."""

    gone_on = Signal()
    close_asked = Signal()
    copy_asked = Signal()
    folder_asked = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.card = TroubleCard(look)
        self.setAccessibleName(self.card.title.text())
        self._middle = QHBoxLayout(self)
        self._middle.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        self._connect()

    @property
    def details(self) -> str:
        """What the details say, word for word."""
        return self.card.box.toPlainText()

    def ask(self, body: str, *, may_leave: bool) -> None:
        """Lie over the window. Without ``may_leave`` there is no way out of the page below."""
        words = f"{self.card.title.text()} {body}"
        self.card.body.setText(body)
        self.card.fold.show_open(is_open=False)
        self.card.close_button.setVisible(may_leave)
        self.card.folder_button.setVisible(may_leave)
        self.card.go_on.setAccessibleDescription(words)
        self.lie(self.card.go_on)
        announce(self, words, assertive=True)

    def tell_details(self, details: str, times: int) -> None:
        """What the details say, and how often something of the kind has happened while the sheet lies here."""
        if details != self.details:
            self.card.box.setPlainText(details)
        if times <= MOST_TOLD:
            self.card.show_times(times)

    def say_copied(self) -> None:
        self.card.copy_button.say(_("Details copied"))
        announce(self, _("Details copied"))

    def put_away(self) -> None:
        """Show the page again, and put the keyboard back."""
        self.card.copy_button.say(_("Copy details"))
        self.go()

    def _connect(self) -> None:
        card = self.card
        for said, told in (
            (card.go_on.clicked, self.gone_on),
            (card.left, self.gone_on),
            (card.close_button.clicked, self.close_asked),
            (card.copy_button.clicked, self.copy_asked),
            (card.folder_button.clicked, self.folder_asked),
        ):
            said.connect(told)
        card.grown.connect(self._fit)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        margin = self._look.px(_MARGIN)
        self._middle.setContentsMargins(margin, margin, margin, margin)
        self.card.fit(min(self.width() - 2 * margin, self._look.px(_WIDEST)), self.height() - 2 * margin)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab stays on the sheet: what lies below is not to be reached."""
        stops, focus = self.card.stops(), QApplication.focusWidget()
        if self.isHidden() or not stops:
            # Qt asks as well while it hides the sheet; the keyboard then goes back to where it was.
            return True
        at = stops.index(focus) if focus in stops else -1
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        stop = stops[(at + (1 if following else -1)) % len(stops)]
        stop.setFocus(reason)
        self.card.bring_into_view(stop)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes on; no other key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone_on.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = self._look.ink("canvas")
        veil.setAlphaF(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()
