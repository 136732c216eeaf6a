"""Something nobody foresaw, said calmly: what happened, what is safe, what to do, and details that quote nothing."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.kit.text_box import PlainBox
from trustcheck.words import gettext as _

_DETAILS = 190
_RING = 6
"""Room at the sides of what scrolls, for the ring around what has the keyboard."""


class TroubleCard(Card):
    """The buttons are always in sight; what stands above them scrolls where there is no room for all of it.

    Signals: ``grown`` when it wants another height, ``left`` on Escape in the details.
    """

    grown = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="canvas", edge="line_strong", padding=(26 - _RING, 20), gap=14)
        self.title = Text(look, _("Something happened that TrustCheck did not expect."), "card_title")
        self.body, self.count = Text(look, "", "body"), Text(look, "", "small", "ink2")
        self.box, self._unfolded = PlainBox(), QWidget()
        self.fold = Fold(look, _("Details"), self._unfolded)
        self.fold.stand_flush()
        self.go_on = Button(look, _("Go on"), "primary", height=40)
        self.close_button = Button(look, _("Close TrustCheck"), height=40)
        self.copy_button = Button(look, _("Copy details"), height=40)
        self.folder_button = Button(look, _("Open log folder"), height=40)
        self._told, self._scroll = QVBoxLayout(), QScrollArea()
        self._held = QWidget()
        self._held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row = FlowLayout(look, self._held, gap=10)
        for button in (self.go_on, self.close_button, self.copy_button, self.folder_button):
            self._row.addWidget(button)
        self._fill_details()
        self._fill_told()
        self.column.addWidget(self._scroll)
        self.column.addWidget(self._held)
        self.fold.turned.connect(self._turned)
        self.box.left.connect(self.left)

    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard can be, in the order in which it goes."""
        every = (self.fold, self.box, self.go_on, self.close_button, self.copy_button, self.folder_button)
        return tuple(each for each in every if each.isVisible())

    def bring_into_view(self, stop: QWidget) -> None:
        """Scroll to where the keyboard has come, ring and all; the buttons are in sight anyway."""
        if self._scroll.isAncestorOf(stop):
            self._scroll.ensureWidgetVisible(stop, 0, self._look.px(_RING))

    def show_times(self, times: int) -> None:
        self.count.setText(_("It has happened {times} times by now.").format(times=times) if times > 1 else "")
        self.count.setVisible(times > 1)
        self.grown.emit()

    def fit(self, width: int, highest: int) -> None:
        """Take this width, and no more than this height."""
        self.setFixedWidth(max(width, 1))
        wear(self.box, self._look, "small")
        self.box.setFixedHeight(self._look.px(_DETAILS))
        self._told.setSpacing(self._look.px(10))
        sides = self.column.contentsMargins()
        inner = max(width - sides.left() - sides.right(), 1)
        ring = self._look.px(_RING)
        self._told.setContentsMargins(ring, ring, ring, ring)
        self._held.setContentsMargins(ring, 0, ring, 0)
        buttons = self._row.heightForWidth(max(inner - 2 * ring, 1))
        room = highest - sides.top() - sides.bottom() - self.column.spacing() - buttons
        self._scroll.setFixedHeight(max(min(self._told.heightForWidth(inner), room), 1))

    def _fill_details(self) -> None:
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(_("Details"))
        column = QVBoxLayout(self._unfolded)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        promise = _("The details name places in the program, and no answers. Nothing is sent anywhere.")
        column.addWidget(Text(self._look, promise, "caption", "ink3"))

    def _fill_told(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(self._look.px(14))
        head.addWidget(Icon(self._look, "circle-help", "warn", 26), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self._told.addLayout(head)
        self._told.addWidget(self.body)
        self._told.addWidget(self.count)
        self._told.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._told.addWidget(self._unfolded)
        self._told.addStretch(1)
        told = QWidget()
        told.setLayout(self._told)
        self._scroll.setWidget(told)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _turned(self, is_open: bool) -> None:
        self.grown.emit()
        if is_open:
            # The place of what has only now become visible is not settled before.
            QTimer.singleShot(0, self, self._show_details)

    def _show_details(self) -> None:
        self._scroll.verticalScrollBar().setValue(self.fold.y() - self._look.px(_RING))
