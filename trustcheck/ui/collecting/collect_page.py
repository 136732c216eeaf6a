"""Collecting: how many have answered, the ways in which answers come in, and closing. Never a score."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.collecting.asking_card import AskingCard
from trustcheck.ui.collecting.collect_words import (
    CollectView,
    again_of,
    closing_question,
    counted,
    discarding_question,
    half_filled,
    headline,
    hurried_question,
    lead,
    reopening_question,
    row_words,
)
from trustcheck.ui.collecting.open_room_card import OpenRoomCard
from trustcheck.ui.collecting.ways import CollectingWay, ways
from trustcheck.ui.kit.answered_dots import AnsweredDots
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.charts import PerspectiveMark
from trustcheck.ui.kit.dates import month_in_words
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.into_view import tab_in_reading_order
from trustcheck.ui.kit.layout import Columns, FlowLayout, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

# Who has answered so far, in dots and words: how many leaders, how many staff, and nothing about any of them.


class CountCard(Card):
    """One row for each perspective that is asked."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 16), gap=10)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(14))
        self.column.addLayout(self._rows)
        self._by_view: dict[Perspective, _CountRow] = {}

    def show_counts(self, view: CollectView) -> None:
        # While phones answer this is said again with each sheet: rows that stand there are only counted on.
        if tuple(self._by_view) != view.setup.perspectives:
            empty(self._rows)
            self._by_view = {each: _CountRow(self._look, each) for each in view.setup.perspectives}
            for row in self._by_view.values():
                self._rows.addWidget(row)
                row.show()
        for perspective, row in self._by_view.items():
            row.show_count(view.finished(perspective), view.invited(perspective), row_words(view, perspective))


class _CountRow(Columns):
    """Who, a dot for each, and the count in words."""

    def __init__(self, look: Look, perspective: Perspective) -> None:
        name, dots, count = QWidget(), AnsweredDots(look), Text(look, "", "small_strong", "ink2")
        super().__init__(look, name, dots, count, narrow=620, gap=16)
        self._dots, self._count = dots, count
        beside = QHBoxLayout(name)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(look.px(12))
        beside.addWidget(PerspectiveMark(look, perspective))
        beside.addWidget(Text(look, people_first(perspective), "strong", wrap=False))
        beside.addStretch(1)
        # Too many for dots: the count stays below the others all the same.
        policy = dots.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        dots.setSizePolicy(policy)
        for at, share in enumerate((3, 9, 4)):
            self.box.setStretch(at, share)

    def show_count(self, answered: int, invited: int, words: str) -> None:
        self._count.setText(counted(answered, invited))
        self._dots.show_count(answered, invited, words)


# One way in which sheets come in: what happens, and what to press.


class SourceCard(Card):
    """``planned``: the way the set-up names, whose first button is the page's own. Signals: ``asked`` with the id of a
    :class:`~trustcheck.ui.collecting.ways.WayAct`.
    """

    asked = Signal(str)

    def __init__(self, look: Look, source: CollectingWay, *, planned: bool) -> None:
        super().__init__(look, padding=(22, 18), gap=8)
        self.setAccessibleName(source.name)
        self.is_planned, self.buttons = planned, list[Button]()
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(Icon(look, source.icon, "accent" if planned else "ink2", 24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(look, source.name, "strong"), 1)
        self.column.addLayout(head)
        self.column.addWidget(Text(look, source.detail, "small", "ink2"))
        self.column.addStretch(1)
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = FlowLayout(look, held, gap=10)
        for at, each in enumerate(source.acts):
            button = Button(look, each.words, "primary" if planned and at == 0 else "outline", height=40)
            button.clicked.connect(lambda _on=False, act=each.id: self.asked.emit(act))
            line.addWidget(button)
            self.buttons.append(button)
        self.column.addWidget(held)


class CollectPage(Page):
    """Signals: ``way_asked`` with the id of a :class:`~trustcheck.ui.collecting.ways.WayAct` for each way of
    collecting, ``setup_asked``, ``facts_asked`` and ``result_asked`` for other pages, ``open_asked``, ``close_asked``
    with whether hurried sheets are left out, ``reopen_asked``, and ``discard_asked`` with the ids of the half-filled
    sheets, each once it was confirmed where something would be lost; ``stop_asked`` while the check is being closed.
    """

    way_asked = Signal(str)
    setup_asked = Signal()
    facts_asked = Signal()
    result_asked = Signal()
    open_asked = Signal()
    close_asked = Signal(bool)
    reopen_asked = Signal()
    discard_asked = Signal(object)
    stop_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view: CollectView | None = None
        self.where = Text(look, "", "small_strong", "ink2")
        self.heading, self.lead = Text(look, "", "title"), Text(look, "", "lead", "ink2")
        self.counts, self.ways = CountCard(look), QWidget()
        self.facts = self._row(_("Answer the facts\u2026"), self.facts_asked)
        self.left_over = self._row(_("Discard\u2026"), None)
        self.closing = AskingCard(
            look,
            _("Keep it open"),
            _("Close the check"),
            choices=(_("Count every sheet"), _("Leave hurried sheets out")),
        )
        self.making = MakingLine(look, _("Closing the check"))
        self.discarding = AskingCard(look, _("Keep"), _("Discard"), kind="danger")
        self.reopening = AskingCard(look, _("Keep it closed"), _("Reopen the check"))
        self.room = OpenRoomCard(look)
        self.deeds = QWidget()
        self._fill()
        self._connect()

    def show_collect(self, view: CollectView) -> None:
        self._view = view
        self.name = headline(view)
        of = _("{organisation}   Check of {month}") if view.summary.retests is None else again_of()
        self.where.setText(
            of.format(organisation=view.summary.organisation.name, month=month_in_words(view.summary.started_on))
        )
        self.heading.setText(self.name)
        self.lead.setText(lead(view))
        self.counts.show_counts(view)
        for part in (self.closing, self.discarding, self.reopening, self.making):
            part.hide()
        self.room.show_door(view.door)
        is_open = view.state is RoundState.OPEN
        self.counts.setVisible(view.state is not RoundState.PREPARING and not view.summary.carried)
        self.ways.setVisible(is_open)
        if is_open:
            self._list_ways(view)
        self._remind(view)
        self._offer(view)
        tab_in_reading_order(self._held)

    def show_counted(self, view: CollectView) -> None:
        """More have answered; a question that is being asked stays as it was asked."""
        self._view = view
        self.name = headline(view)
        self.heading.setText(self.name)
        self.lead.setText(lead(view))
        self.counts.show_counts(view)
        self.room.show_door(view.door)

    def show_closing(self, done: int = 0, of: int = 1) -> None:
        """The check is being closed; ``done`` of ``of`` steps are behind us, and nothing else can be done with it."""
        if self.making.isHidden():
            for part in (
                self.closing,
                self.deeds,
                self.room,
                self.ways,
                self.left_over[0],
                self.discarding,
                self.facts[0],
            ):
                part.hide()
            self.lead.setText(_("All of it or nothing: stopping leaves the check open."))
            self.making.show()
            self.making.show_step(done, of)
            self.making.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, _("Closing the check"))
        else:
            self.making.show_step(done, of)

    def first_focus(self) -> QWidget | None:
        """What this page is for now: the planned way of collecting, or what can be done with the check."""
        planned = next((each.buttons[0] for each in self.ways.findChildren(SourceCard) if each.is_planned), None)
        if planned is not None and not self.ways.isHidden():
            return planned
        return self.deeds.findChild(Button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Joining the window mixes the order again.
        tab_in_reading_order(self._held)

    def announcement(self) -> str:
        return f"{self.name} {self.lead.text()}"

    def _fill(self) -> None:
        self._ways = QVBoxLayout(self.ways)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._deeds = FlowLayout(self.look, self.deeds, gap=12)
        self.deeds.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        head = Columns(self.look, self.heading, self.deeds, narrow=640, gap=16)
        head.box.setStretch(1, 0)
        for part in (
            self.where,
            head,
            self.lead,
            self.closing,
            self.making,
            self.reopening,
            self.counts,
            self.room,
            self.ways,
            self.left_over[0],
            self.discarding,
            self.facts[0],
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.left_over[2].clicked.connect(self._ask_to_discard)
        self.room.asked.connect(lambda: self.way_asked.emit("open-room"))
        self.making.cancelled.connect(self.stop_asked)
        self.closing.agreed.connect(lambda choice: self.close_asked.emit(choice == 1))
        self.reopening.agreed.connect(lambda _choice: self.reopen_asked.emit())
        self.discarding.agreed.connect(self._discard)
        for card in (self.closing, self.discarding, self.reopening):
            card.kept.connect(self._put_keyboard_back)

    def _row(self, words: str, says: SignalInstance | None) -> tuple[QWidget, Text, Button]:
        """A sentence with a quiet button beside it."""
        text, button = Text(self.look, "", "body", "ink2"), Button(self.look, words, height=40)
        if says is not None:
            button.clicked.connect(says)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(16))
        row.addWidget(text, 1)
        row.addWidget(button)
        return held, text, button

    def _list_ways(self, view: CollectView) -> None:
        """Two beside each other, in the order of the list; another way is one more card."""
        self.clear(self._ways)
        self._ways.setSpacing(self.look.px(16))
        cards = [SourceCard(self.look, each, planned=each.way is view.setup.way) for each in ways()]
        for card in cards:
            card.asked.connect(self.way_asked)
        for at in range(0, len(cards), 2):
            row = Columns(self.look, *cards[at : at + 2], narrow=680, gap=16)
            self._ways.addWidget(row)
            row.show()

    def _remind(self, view: CollectView) -> None:
        waiting, is_open = len(view.half_filled), view.state is RoundState.OPEN
        self.left_over[0].setVisible(bool(waiting) and is_open)
        self.left_over[1].setText(half_filled(waiting) if waiting else "")
        facts = len(view.questionnaire.practices)
        self.facts[0].setVisible(bool(facts) and view.state is not RoundState.PREPARING and not view.summary.carried)
        self.facts[1].setText(
            _(
                "{number} facts about the organisation are answered once, by you, with what shows them. They are never"
                " mixed with what people answer."
            ).format(number=facts)
        )

    def _offer(self, view: CollectView) -> None:
        """What can be done with the check itself."""
        offers = {
            RoundState.PREPARING: (
                (_("Open the check"), "primary", self.open_asked),
                (_("Change the set-up\u2026"), "outline", self.setup_asked),
            ),
            RoundState.OPEN: (
                (_("Close the check\u2026"), "outline", self._ask_to_close),
                (_("Set-up\u2026"), "quiet", self.setup_asked),
            ),
            RoundState.CLOSED: (
                (_("See the result"), "primary", self.result_asked),
                (_("Reopen the check\u2026"), "outline", self._ask_to_reopen),
            ),
        }[view.state]
        empty(self._deeds)
        for words, kind, does in offers[: 1 if view.summary.carried else None]:
            button = Button(self.look, words, kind)
            button.clicked.connect(does)
            self._deeds.addWidget(button)
            button.show()
        self.deeds.show()

    def _ask_to_close(self) -> None:
        assert self._view is not None
        self.deeds.hide()
        hurried = hurried_question(self._view)
        self.closing.ask(
            closing_question(self._view), hurried, _("What happens with hurried sheets?") if hurried else ""
        )
        self._show_whole(self.closing)

    def _ask_to_reopen(self) -> None:
        assert self._view is not None
        self.deeds.hide()
        self.reopening.ask(reopening_question(self._view))
        self._show_whole(self.reopening)

    def _ask_to_discard(self) -> None:
        assert self._view is not None
        self.left_over[0].hide()
        self.discarding.ask(discarding_question(len(self._view.half_filled)))
        self._show_whole(self.discarding)

    def _discard(self, _choice: int) -> None:
        assert self._view is not None
        self.discard_asked.emit(self._view.half_filled)

    def _put_keyboard_back(self) -> None:
        """Somebody thought better of it: everything as it was."""
        if self._view is not None:
            self.deeds.show()
            self._remind(self._view)
            first = self.first_focus()
            if first is not None:
                first.setFocus()

    def _show_whole(self, card: QWidget) -> None:
        self.column.activate()
        self.ensureWidgetVisible(card)
