"""What all pages share: a scrolling column of readable width, a title, and a place where the focus begins."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGroupBox, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.into_view import bring_into_view
from trustcheck.ui.kit.layout import sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text

_MARGIN = 40
_MARGIN_NARROW = 24


class ScrolledSheet(QGroupBox):
    """What scrolls. Its height follows from its width, not from the narrowest width, where words wrap most.

    A group, for those who listen: the name of one is said on the way to what has the keyboard in it, that of a plain
    widget or of one that scrolls never is. The style sheet gives it neither frame nor ground.
    """

    def minimumSizeHint(self) -> QSize:
        smallest, layout = super().minimumSizeHint(), self.layout()
        follows = layout is not None and layout.hasHeightForWidth()
        return QSize(smallest.width(), 0) if follows else smallest


class Page(QScrollArea):
    """A page shows values and says by signals what a person did. It knows nobody.

    Fill ``column``; set ``name`` (what a screen reader hears on arrival); override :meth:`first_focus`. ``widest``
    is the column's width; with ``measure`` its words keep to that width, beginning where those of all pages begin.
    """

    name = ""

    def __init__(self, look: Look, *, widest: int = 1040, measure: int = 0) -> None:
        super().__init__()
        self.look, self._widest, self._measure = look, widest, measure or widest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of Qt's own would have PySide make the enumerations of all widgets, to look for its class.
        self.setViewport(QWidget())
        self._sheet = outer = ScrolledSheet()
        outer.setObjectName("column")
        self._sides = QHBoxLayout(outer)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._held = QWidget()
        self._held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self._held)
        self._sides.addWidget(self._held)
        self._sides.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setWidget(outer)
        look.changed.connect(self._fit)
        self._fit()

    def first_focus(self) -> QWidget | None:
        """The widget that gets the keyboard when the page appears."""
        return next(
            (each for each in self._sheet.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus), None
        )

    def announcement(self) -> str:
        """What a screen reader hears when the page appears."""
        return self.name

    def title(self, words: str, role: str = "title") -> Text:
        """A heading with the page's words, added to the column."""
        heading = Text(self.look, words, role)
        self.column.addWidget(heading)
        return heading

    def bring_into_view(self, *parts: QWidget) -> None:
        """Scroll to what has only now been said or offered; the last of several surely."""
        bring_into_view(self, self.look, *parts)

    def clear(self, layout: QLayout | None = None) -> None:
        """Empty the column (or a layout in it) before it is filled anew."""
        target = self.column if layout is None else layout
        while (entry := target.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
            elif (inner := entry.layout()) is not None:
                self.clear(inner)

    def _fit(self) -> None:
        narrow = self.width() < 900 * self.look.scale
        margin = self.look.px(_MARGIN_NARROW if narrow else _MARGIN)
        widest = self.look.px(self._widest) + 2 * margin
        beside = min(self.viewport().width(), widest) - margin - self.look.px(self._measure)
        self.column.setContentsMargins(*sided(self, margin, self.look.px(24), max(margin, beside), self.look.px(32)))
        self.column.setSpacing(self.look.px(12))
        self._held.setMaximumWidth(widest)
        self._is_centred = self.width() > widest + 320
        self._sides.setAlignment(Qt.AlignmentFlag.AlignHCenter if self._is_centred else Qt.AlignmentFlag(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
