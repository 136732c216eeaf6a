"""Which sections a report has, and in which order: a switch for each, and two buttons that move it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.report_sections import ALWAYS, GROUP_SECTIONS
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.switch import Switch
from trustcheck.words import gettext as _


class SectionRow(QWidget):
    """One section. Signals: ``turned`` with whether it is in, ``moved`` with -1 for up and 1 for down."""

    turned = Signal(bool)
    moved = Signal(int)

    def __init__(self, look: Look, name: str, *, can_be_left_out: bool) -> None:
        super().__init__()
        detail = "" if can_be_left_out else _("Stands in every report.")
        self.switch = Switch(look, name, detail)
        self.switch.setEnabled(can_be_left_out)
        self.switch.toggled.connect(self.turned)
        self.up = _arrow(look, "chevron-up", _("{section}: up").format(section=name))
        self.down = _arrow(look, "chevron-down", _("{section}: down").format(section=name))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.switch, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)

    def show_state(self, *, is_in: bool, first: bool, last: bool) -> None:
        self.switch.blockSignals(True)
        self.switch.setChecked(is_in)
        self.switch.blockSignals(False)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)


def _arrow(look: Look, icon: str, name: str) -> Button:
    """A narrow button without words; a screen reader and the mouse's hint say its name."""
    button = Button(look, "", "quiet", icon=icon, height=36)
    button.stand_flush()
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


class SectionList(QWidget):
    """Signals: ``changed`` with the ids of the chosen sections in order; empty for all of them as usual."""

    changed = Signal(tuple)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._order, self._out = list(GROUP_SECTIONS), set[str]()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self.rows = {
            each: SectionRow(look, name, can_be_left_out=each != ALWAYS) for each, name in GROUP_SECTIONS.items()
        }
        for each, row in self.rows.items():
            row.turned.connect(lambda on, at=each: self._turn(at, is_in=on))
            row.moved.connect(lambda by, at=each: self._move(at, by))
            self._column.addWidget(row)
        self._show()

    @property
    def sections(self) -> tuple[str, ...]:
        if not self._out and self._order == list(GROUP_SECTIONS):
            return ()
        return tuple(each for each in self._order if each not in self._out)

    def show_sections(self, sections: tuple[str, ...]) -> None:
        """Show what is chosen, telling nobody. What is left out keeps its place among the others where it can."""
        if sections == self.sections:
            return
        self._out = set(GROUP_SECTIONS) - set(sections) if sections else set()
        self._order = [*sections, *(each for each in GROUP_SECTIONS if each not in sections)]
        self._show()

    def _turn(self, section: str, *, is_in: bool) -> None:
        (self._out.discard if is_in else self._out.add)(section)
        self.changed.emit(self.sections)

    def _move(self, section: str, by: int) -> None:
        at = self._order.index(section)
        self._order.insert(at + by, self._order.pop(at))
        self._show()
        place = _("{section} is number {number} now.")
        announce(self, place.format(section=GROUP_SECTIONS[section], number=at + by + 1))
        self.changed.emit(self.sections)

    def _show(self) -> None:
        last = len(self._order) - 1
        for at, each in enumerate(self._order):
            row = self.rows[each]
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            row.show_state(is_in=each not in self._out, first=at == 0, last=at == last)
