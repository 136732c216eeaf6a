"""The frame of a page that stands alone: what is above and below stays, what is between scrolls, one left edge."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGroupBox, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.into_view import bring_into_view
from trustcheck.ui.kit.layout import sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Rule

_MARGIN, _MARGIN_NARROW = 40, 24
_NARROW_BELOW = 900
_LOW_BELOW = 660
_OUTDENT = 12


class Middle(QScrollArea):
    """Scrolls by the usual keys and leaves those with Alt to the page: Alt+Left is a way back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FocusFrame(QGroupBox):
    """Fill ``over`` (the whole width), ``header`` and ``footer`` (which stay) and ``column`` (which scrolls).

    Override :meth:`arrange` to place things anew whenever width, height or text size changed.
    """

    name = ""

    def __init__(self, look: Look, *, widest: int = 960) -> None:
        super().__init__()
        self.look, self._widest = look, widest
        self._fitting = False
        self._insets: list[QVBoxLayout] = []
        self.over, self.header, self.footer = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.area = Middle()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        # What scrolls gives way before the buttons below it do.
        self.area.setMinimumHeight(1)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("column")
        self.column = QVBoxLayout(inner)
        self.area.setWidget(inner)
        self._stack_up()
        self.area.verticalScrollBar().installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._bring_into_view)  # type: ignore[union-attr]
        look.changed.connect(self._fit)

    def _stack_up(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        # Words are shortened and things restacked to fit; what they asked for before must not hold the window open.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        above, below = QWidget(), QWidget()
        for held, layout in ((above, self.header), (below, self.footer)):
            held.setLayout(layout)
            held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._line = Rule(self.look)
        whole.addLayout(self.over)
        whole.addWidget(above)
        whole.addWidget(self.area, 1)
        whole.addWidget(self._line)
        whole.addWidget(below)

    @property
    def is_narrow(self) -> bool:
        """Whether margins and words have to be short at this text size."""
        return self.width() < _NARROW_BELOW * self.look.scale

    @property
    def is_low(self) -> bool:
        """Whether height is scarce at this text size."""
        return self.height() < _LOW_BELOW * self.look.scale

    @property
    def margin(self) -> int:
        return self.look.px(_MARGIN_NARROW if self.is_narrow else _MARGIN)

    @property
    def room(self) -> int:
        """The width of the column."""
        return self.width() - 2 * self._side()

    def add(self, widget: QWidget) -> None:
        """Add to the column, at its left edge."""
        inset = QVBoxLayout()
        inset.addWidget(widget)
        self._insets.append(inset)
        self.column.addLayout(inset)

    def add_outdented(self, widget: QWidget) -> None:
        """Add something whose words, and not its plate, begin at the column's left edge, such as a quiet button."""
        self.column.addWidget(widget)

    def bring_into_view(self, *parts: QWidget) -> None:
        """Scroll to what has only now been said."""
        bring_into_view(self.area, self.look, *parts)

    def first_focus(self) -> QWidget | None:
        """The widget that gets the keyboard when the page appears."""
        inside = self.findChildren(QWidget)
        return next((each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus), None)

    def announcement(self) -> str:
        """What a screen reader hears when the page appears."""
        return self.name

    def arrange(self) -> None:
        """Place things for the width, height and text size there are now."""

    def _side(self) -> int:
        return max(self.margin, (self.width() - self.look.px(self._widest)) // 2)

    def _fit(self) -> None:
        """Margins first, then what depends on the height they leave; at once, so that nobody sees it half done."""
        if self._fitting:
            return
        self._fitting = True
        self._set_margins()
        self._lay_out()
        self.arrange()
        # The scroll bar may have come or gone meanwhile.
        self._set_margins()
        self._lay_out()
        self._fitting = False

    def _lay_out(self) -> None:
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()

    def _set_margins(self) -> None:
        side, px = self._side(), self.look.px
        out = px(_OUTDENT)
        for inset in self._insets:
            inset.setContentsMargins(out, 0, out, 0)
        bar = self.area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisibleTo(self.area) else 0
        self.header.setContentsMargins(side, 0, side, 0)
        # The scroll bar comes out of the margin: the words do not move when it appears.
        top = px(12 if self.is_low else 32)
        self.column.setContentsMargins(*sided(self, side - out, top, max(side - out - taken, 0), px(24)))
        around = px(10 if self.is_low else 18)
        self.footer.setContentsMargins(side, around, side, around)

    def _bring_into_view(self, _old: QWidget | None, now: QWidget | None) -> None:
        inner = self.area.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, self.look.px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
