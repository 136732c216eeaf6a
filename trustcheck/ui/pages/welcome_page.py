"""The first page somebody ever sees: one question, three ways to begin, and where the answers will lie."""

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.choice_tile import ChoiceTile
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.mark import Mark
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.text import Text

_TALL = 700
_ROOM_FOR_RING = 6


class WelcomePage(Page):
    """Signals: ``just_me``, ``open_asked``, ``sample_asked`` for the three ways to begin."""

    just_me = Signal()
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
        self.column.addWidget(Mark(self.look, 68, 34), 0, Qt.AlignmentFlag.AlignHCenter)
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
            ("file-text", _("Open a data file"), _("Answers kept earlier, here or elsewhere."), self.open_asked),
            ("eye", _("Look at a sample"), _("An invented check, to see what you will get."), self.sample_asked),
        )
        tiles = []
        for at, (icon, words, detail, says) in enumerate(faces):
            tile = ChoiceTile(self.look, icon, words, detail)
            tile.clicked.connect(says)
            tile.moved.connect(lambda step, at=at: self._move(at + step))
            tiles.append(tile)
        return tiles

    def _move(self, to: int) -> None:
        if 0 <= to < len(self.tiles):
            self.tiles[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _promise(self) -> QWidget:
        """What happens with the answers, before anybody gives one."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addStretch(1)
        first.addWidget(Icon(self.look, "shield-check", "ink3", 18))
        first.addWidget(Text(self.look, _("No account. Nothing is sent anywhere."), "caption", "ink2", wrap=False))
        first.addStretch(1)
        column.addLayout(first)
        self._place = Text(self.look, "", "caption", "ink2", centred=True)
        open_to = _("The file is not encrypted; anybody who can use your account can open it.")
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
        self.heading.use_role("display" if tall else "title")
        self._lead.use_role("lead" if tall else "body")
        self.second.use_role("display_quiet" if tall else "title_quiet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()
