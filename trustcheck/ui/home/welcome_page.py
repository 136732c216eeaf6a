"""The first page somebody ever sees: one question, three ways to begin, and where the answers will lie."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import Icon, Mark
from trustcheck.ui.kit.layout import Columns, FlowLayout, ReadingPainter, read_key
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.text import LineText, Text
from trustcheck.words import gettext as _

# A large choice at the very beginning: an icon, two or three words, and what they mean.


_SIDE = 22
_ICON = 28
_HEAD_TOP = 64
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceTile(QPushButton):
    """A real button; Enter, Space and a click open it. Signals: ``moved`` (-1 or 1) when an arrow key leaves it."""

    moved = Signal(int)
    corner = 14
    always_ringed = True

    def __init__(self, look: Look, icon: str, words: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._icon, self._detail = look, icon, detail
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def _height(self, words: str, role: str, width: int) -> int:
        room = QRectF(0, 0, max(width - 2 * self._look.px(_SIDE), 1), 10_000)
        return int(QFontMetricsF(self._look.font(role)).boundingRect(room, _WRAP, words).height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._height(self.text(), "card_strong", width) + self._height(self._detail, "small", width)
        return self._look.px(_HEAD_TOP) + words + self._look.px(30)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(260))
        return QSize(self._look.px(260), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(read_key(self, event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in _OPENS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, corner = self._look.px(_SIDE), self._look.px(self.corner)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(self._look.ink("accent_soft" if lit else "surface"))
        painter.setPen(QPen(self._look.ink("line_strong"), 1.25))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)
        picture = self._look.icon(self._icon, "accent", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(side, self._look.px(22), picture)
        room, top = self.width() - 2 * side, self._look.px(_HEAD_TOP)
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("card_strong"))
        head = self._height(self.text(), "card_strong", self.width())
        painter.drawText(QRect(side, top, room, head), _WRAP, self.text())
        painter.setPen(self._look.ink("ink2"))
        painter.setFont(self._look.font("small"))
        below = top + head + self._look.px(4)
        painter.drawText(QRect(side, below, room, self.height() - below), _WRAP, self._detail)
        painter.end()


_TALL = 700
_ROOM_FOR_RING = 6


class WelcomePage(Page):
    """Signals: ``just_me``, ``my_organisation``, ``advise_others`` for the three ways to begin; ``sample_asked`` for a
    look first, ``open_asked`` for answers that were kept elsewhere.
    """

    just_me = Signal()
    my_organisation = Signal()
    advise_others = Signal()
    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=920)
        self.name = _("Welcome to TrustCheck")
        self._above, self._between, self._below = QWidget(), QWidget(), QWidget()
        self._head()
        self.column.addWidget(self._between)
        self.tiles = self._tiles()
        side_by_side = Columns(look, *self.tiles, narrow=620, gap=24)
        side_by_side.box.setContentsMargins(*(4 * (_ROOM_FOR_RING,)))
        self.column.addWidget(side_by_side)
        self.column.addWidget(self._quieter())
        self.column.addWidget(self._below, 1)
        self.column.addWidget(self._promise())
        self._space()
        look.changed.connect(self._space)

    def first_focus(self) -> QWidget:
        return self.tiles[0]

    def announcement(self) -> str:
        return f"{self.name}. {self.heading.text()} {self.second.text()}"

    def show_place(self, path: str) -> None:
        """Say where the answers will lie."""
        self._place.setText(_("Your answers stay in one file on this computer: {path}").format(path=path))
        self._place.setAccessibleName(_("Your answers stay in one file on this computer: {path}").format(path=path))

    def _head(self) -> None:
        self.column.addWidget(self._above)
        self._mark = Mark(self.look, 68, 34)
        self.column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading = Text(self.look, _("How much do you trust your people?"), "display", centred=True)
        self.second = Text(self.look, _("And yourselves?"), "display_quiet", "ink2", centred=True)
        lead = _(
            "TrustCheck asks forty questions, shows you the answers in one sentence, and helps you keep a promise."
        )
        self._lead = Text(self.look, lead, "lead", "ink2", centred=True)
        for text in (self.heading, self.second, self._lead):
            self.column.addWidget(text)

    def _tiles(self) -> list[ChoiceTile]:
        faces = (
            ("user", _("Just me"), _("A quiet look at the place where you work."), self.just_me),
            ("users", _("My organisation"), _("Several people answer, and we talk about it."), self.my_organisation),
            ("building-2", _("I advise others"), _("Several organisations, kept well apart."), self.advise_others),
        )
        tiles = []
        for at, (icon, words, detail, says) in enumerate(faces):
            tile = ChoiceTile(self.look, icon, words, detail)
            tile.clicked.connect(says)
            tile.moved.connect(lambda step, at=at: self._move(at + step))
            tiles.append(tile)
        return tiles

    def _quieter(self) -> QWidget:
        """What is no choice yet: a look at a sample, and answers that lie elsewhere."""
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = FlowLayout(self.look, held, gap=16)
        line.stand_in_middle()
        self.sample = Button(self.look, _("Look at a sample first"), "quiet", trailing="arrow-right")
        self.open_file = Button(self.look, _("Open a data file\u2026"), "quiet")
        self.sample.clicked.connect(self.sample_asked)
        self.open_file.clicked.connect(self.open_asked)
        line.addWidget(self.sample)
        line.addWidget(self.open_file)
        return held

    def _move(self, to: int) -> None:
        if 0 <= to < len(self.tiles):
            self.tiles[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _promise(self) -> QWidget:
        """What happens with the answers, before anybody gives one."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        sign = QWidget()
        first = FlowLayout(self.look, sign, gap=8)
        first.stand_in_middle()
        first.addWidget(Icon(self.look, "shield-check", "ink3", 18))
        said = _("No account. Nothing is sent anywhere. You can change your mind later.")
        first.addWidget(LineText(self.look, said, "caption", "ink2"))
        column.addWidget(sign)
        self._place = Text(self.look, "", "caption", "ink2", centred=True)
        open_to = _("A passphrase can encrypt it; without one, anybody who can use your account can open it.")
        column.addWidget(self._place)
        column.addWidget(Text(self.look, open_to, "caption", "ink2", centred=True))
        return lines

    def _space(self) -> None:
        """Air above and around the choices while there is room for it, none where there is not."""
        tall = self.height() >= self.look.px(_TALL)
        self._above.setFixedHeight(self.look.px(52))
        self._between.setFixedHeight(self.look.px(20))
        self._below.setMinimumHeight(self.look.px(24))
        for air in (self._above, self._between, self._below):
            air.setVisible(tall)
        self._mark.setVisible(tall)
        self.heading.use_role("display" if tall else "title")
        self._lead.use_role("lead" if tall else "body")
        self.second.use_role("display_quiet" if tall else "title_quiet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()
