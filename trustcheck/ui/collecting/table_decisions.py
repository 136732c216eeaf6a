"""What a file does not say of itself: each thing once, what is likeliest, and a button to say what it is."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.collecting.tables import Decision
from trustcheck.ui.collecting.taking_in_words import TableView, decision_detail, decision_words, has_offers
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

NARROW = 520
_BUTTON = 190


class WideButton(Button):
    """All of them as wide as each other, so that they stand on one line."""

    def __init__(self, look: Look, words: str, *, trailing: str, height: int) -> None:
        super().__init__(look, words, trailing=trailing, height=height)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(self._look.px(_BUTTON), hint.height()))

    def minimumSizeHint(self) -> QSize:
        """Where there is little room, as wide as its own words."""
        return super().sizeHint()


class DecisionRow(QWidget):
    """Signals: ``chosen`` with the value of a :class:`Choice`."""

    chosen = Signal(str)

    def __init__(self, look: Look, decision: Decision) -> None:
        super().__init__()
        self._look, self._decision = look, decision
        self._question = Text(look, "", "small")
        self._detail = Text(look, "", "caption", "ink3")
        self.button = WideButton(look, "", trailing="chevron-down", height=36)
        self.button.clicked.connect(self._open)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(2))
        lines.addWidget(self._question)
        lines.addWidget(self._detail)
        row = Columns(look, words, self.button, narrow=NARROW, gap=16)
        row.box.setStretch(1, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, look.px(8), 0, look.px(8))
        outer.addWidget(row)
        self.show_decision(decision)

    @property
    def waits(self) -> bool:
        return not self._decision.chosen

    def show_decision(self, decision: Decision) -> None:
        """Say what is asked, and what was chosen."""
        self._decision = decision
        self._question.setText(decision.question)
        self.button.say(decision_words(decision))
        self.button.setAccessibleName(f"{decision.question} {decision_words(decision)}")
        self.button.setAccessibleDescription(_("Choose what it stands for."))
        detail = decision_detail(decision)
        self._detail.setText(detail)
        self._detail.use_ink("warn" if self.waits else "ink3")
        self._detail.setVisible(bool(detail))

    def menu(self) -> QMenu:
        """Everything it can stand for."""
        menu = QMenu(self)
        wear(menu, self._look, "row")
        group = QActionGroup(menu)
        for choice in self._decision.choices:
            action = QAction(choice.words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(choice.value == self._decision.chosen)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, value=choice.value: self.chosen.emit(value))
            menu.addAction(action)
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


class DecisionList(QWidget):
    """Signals: ``chosen`` with the id of a decision and the value of the choice, ``offers_taken``."""

    chosen = Signal(str, str)
    offers_taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: dict[str, DecisionRow] = {}
        self.take_offers = Button(look, _("Take every offer"), "outline", height=36)
        self.take_offers.clicked.connect(self.offers_taken)
        self._card = Card(look, padding=(20, 6), gap=0)
        self._card.setAccessibleName(_("To decide"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.take_offers)
        column.addWidget(self._card)

    def show_view(self, view: TableView) -> None:
        """The decisions of a table as it is planned now."""
        asked = {each.id: each for each in view.preview.decisions}
        # What waits comes first where it is new; what is there stays in its place.
        for name, decision in sorted(asked.items(), key=lambda each: bool(each[1].chosen)):
            if name in self.rows:
                self.rows[name].show_decision(decision)
            else:
                self._add(name, decision)
        for name, row in self.rows.items():
            row.setVisible(name in asked)
        self._card.setVisible(bool(asked))
        self.take_offers.setVisible(has_offers(view))
        self.setVisible(bool(asked) or has_offers(view))

    def to_decide(self) -> list[QWidget]:
        """The buttons of what waits, and before them the one that takes what is offered."""
        waiting: list[QWidget] = [row.button for row in self.rows.values() if row.waits and not row.isHidden()]
        return waiting if self.take_offers.isHidden() else [self.take_offers, *waiting]

    def _add(self, name: str, decision: Decision) -> None:
        if self.rows:
            self._card.column.addWidget(Rule(self._look))
        row = DecisionRow(self._look, decision)
        row.chosen.connect(lambda value: self.chosen.emit(name, value))
        self.rows[name] = row
        self._card.column.addWidget(row)
