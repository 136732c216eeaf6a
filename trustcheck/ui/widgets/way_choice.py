"""How people will answer: four large cards, each a radio button with its sign."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from trustcheck.domain.group_round import Way
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.choice_card import ChoiceCard
from trustcheck.ui.widgets.choice_group import ChoiceGroup
from trustcheck.ui.widgets.radio_card import Face
from trustcheck.words import gettext as _

WAYS = (Way.LAPTOP, Way.PAPER, Way.FORM, Way.FILE)
_ICONS = {Way.LAPTOP: "laptop", Way.PAPER: "printer", Way.FORM: "file-text", Way.FILE: "download"}
_ICON = 26
_BESIDE = 44


class WayCard(ChoiceCard):
    """A choice card with an icon before its words."""

    indent = _BESIDE

    def __init__(self, look: Look, face: Face, icon: str) -> None:
        super().__init__(look, face)
        self._icon = icon

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(72))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self._look.px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = "accent" if self.isChecked() else "ink2"
        picture = self._look.icon(self._icon, ink, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(self._look.px(18), self._look.px(16), picture)
        painter.end()


class WayChoice(ChoiceGroup):
    def __init__(self, look: Look) -> None:
        super().__init__(look, _("How will people answer?"), _faces(), narrow=560, in_a_row=2, titled=False)

    def _card(self, face: Face) -> ChoiceCard:
        return WayCard(self._look, face, _ICONS[WAYS[[each.words for each in _faces()].index(face.words)]])

    @property
    def way(self) -> Way:
        return WAYS[self.choice]

    def show_way(self, way: Way) -> None:
        self.show_choice(WAYS.index(way))


def _faces() -> tuple[Face, ...]:
    """In the order of :data:`WAYS`."""
    return (
        Face(_("One laptop, passed round"), detail=_("Everything is hidden before the next person.")),
        Face(_("On paper"), detail=_("Print forms, type them in: a minute each.")),
        Face(_("A PDF form"), detail=_("Filled in anywhere, and sent back to you.")),
        Face(_("A table"), detail=_("CSV or XLSX, also from another survey tool.")),
    )
