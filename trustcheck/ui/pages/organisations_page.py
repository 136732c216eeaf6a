"""All organisations of one data file, what needs somebody first at the top. A thousand are as quick as ten."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.organisations import Need, found
from trustcheck.charts.scene import Dot
from trustcheck.charts.two_dots import INKS, PillarDot
from trustcheck.ui.look import Look
from trustcheck.ui.organisations_view import OrganisationLine, OrganisationsView, headline
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.ui.widgets.new_name import NewName
from trustcheck.ui.widgets.organisation_row import OrganisationRow
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text

AT_ONCE = 20
"""Rows that are built together; the rest come when somebody asks for them."""
_ROOM_FOR_RING = 6
_SEARCH_FROM = 12
"""From so many organisations on there is a field to look for one."""


class OrganisationsPage(Page):
    """Signals: ``organisation_asked``, ``go_on_asked`` and ``check_asked`` (a new one) with an organisation's id;
    ``added`` with a name; ``brought_back`` with an id; ``rows_seen`` with a tuple of ids that came into view and have
    neither dots nor picture; ``sample_asked``, ``open_asked``, ``own_asked``.
    """

    # Ids are longer than the int of a signal.
    organisation_asked = Signal(object)
    go_on_asked = Signal(object)
    check_asked = Signal(object)
    brought_back = Signal(object)
    rows_seen = Signal(object)
    added = Signal(str)
    sample_asked = Signal()
    open_asked = Signal()
    own_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Organisations")
        self.rows: dict[int, OrganisationRow] = {}
        self._view: OrganisationsView | None = None
        self._seen: set[int] = set()
        self._pillars: tuple[str, ...] = ()
        self.verticalScrollBar().valueChanged.connect(self._look_round)

    def show_organisations(self, view: OrganisationsView) -> None:
        """Fill the page anew. A name that is being sought stays sought."""
        sought = self._sought
        self._view = view
        self.clear()
        self._head(view)
        self._deleted(view)
        self.new = NewName(self.look)
        self.new.named.connect(self.added)
        self.column.addWidget(self.new)
        self._search(view, sought)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self._foot(view)
        self._fill()

    def ask_for_new(self) -> None:
        """Open the line for a new organisation's name, and put the keyboard in it."""
        self.new.open()

    def show_dots(self, organisation_id: int, dots: Sequence[PillarDot]) -> None:
        """The pillar scores of an organisation's last closed check, if its row is still here."""
        row = self.rows.get(organisation_id)
        if row is None or not dots:
            return
        row.show_dots(dots)
        if not self._pillars:
            self._pillars = tuple(each.name for each in dots)
            self._fill_legend()

    def show_picture(self, organisation_id: int, picture: QImage) -> None:
        row = self.rows.get(organisation_id)
        if row is not None:
            row.show_picture(picture)

    def first_focus(self) -> QWidget | None:
        if self._view is not None and not self._view.lines:
            return self.new_button
        return next((row.button for row in self.rows.values()), self.new_button)

    @property
    def _sought(self) -> str:
        return self.search.words if self._view is not None else ""

    def _button(self, words: str, kind: str, says: object, *, icon: str = "") -> Button:
        button = Button(self.look, words, kind, icon=icon)
        button.clicked.connect(says)
        return button

    def _head(self, view: OrganisationsView) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(2))
        column.addWidget(Text(self.look, _("Organisations"), "title"))
        if said := headline(view):
            column.addWidget(Text(self.look, said, "body", "ink2"))
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = Flow(self.look, held, gap=8)
        for button in self._head_buttons(view):
            buttons.addWidget(button)
        head = Columns(self.look, words, held, narrow=860)
        head.box.setStretch(1, 0)
        self.column.addWidget(head)

    def _head_buttons(self, view: OrganisationsView) -> list[Button]:
        if view.is_sample:
            self.new_button = self._button(_("Back to my own"), "primary", self.own_asked, icon="arrow-left")
            return [self.new_button]
        self.new_button = self._button(_("New organisation"), "primary", self.ask_for_new, icon="plus")
        others = [
            self._button(_("Open the sample"), "quiet", self.sample_asked),
            self._button(_("Open a data file\u2026"), "quiet", self.open_asked),
        ]
        # Where there is none yet, the one primary button stands below, beside the words that say so.
        return [*others, self.new_button] if view.lines else others

    def _deleted(self, view: OrganisationsView) -> None:
        """What was deleted since the file was opened, each with the way back."""
        for organisation in view.deleted:
            strip = Card(self.look, fill="sunk", edge="", padding=(20, 10))
            said = _("{name} is deleted, with its checks. It can be brought back until you close TrustCheck.")
            back = self._button(
                _("Bring it back"), "outline", lambda _on=False, gone=organisation.id: self.brought_back.emit(gone)
            )
            back.setAccessibleName(_("Bring {name} back").format(name=organisation.name))
            line = Columns(self.look, Text(self.look, said.format(name=organisation.name), "body"), back, narrow=560)
            line.box.setStretch(1, 0)
            line.box.setContentsMargins(*(4 * (_ROOM_FOR_RING,)))
            strip.column.addWidget(line)
            self.column.addWidget(strip)

    def _search(self, view: OrganisationsView, sought: str) -> None:
        self.search = Field(self.look, _("Find an organisation"))
        self.search.show_words(sought)
        self.search.changed.connect(self._fill)
        self.search.setVisible(len(view.lines) >= _SEARCH_FROM)
        self._legend = QWidget()
        self._legend.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._legend_line = Flow(self.look, self._legend, gap=20)
        self.column.addWidget(self.search)
        self.column.addWidget(self._legend)
        self._fill_legend()

    def _fill_legend(self) -> None:
        """What the two dots are, in the names of the questionnaire, once there are any dots."""
        self._legend.setVisible(bool(self._pillars))
        if self._legend_line.count():
            return
        for pillar, ink in zip(self._pillars, INKS, strict=False):
            entry = LegendEntry(self.look, Dot(7, 10, 6, ink, ring=ink != INKS[0]), 14, pillar)
            self._legend_line.addWidget(entry)

    def _fill(self, _words: str = "") -> None:
        """The rows of what is being sought, the first twenty of them."""
        assert self._view is not None
        self.clear(self._list)
        self.rows, self._seen = {}, set()
        lines = self._view.lines
        if not lines:
            self._list.addWidget(self._nothing_yet())
            return
        kept = {each.organisation.id for each in found((line.summary for line in lines), self._sought)}
        self._waiting = [line for line in lines if line.id in kept]
        if not self._waiting:
            said = _("No organisation is called that.")
            self._list.addWidget(Text(self.look, said, "body", "ink2"))
            return
        self._card = Card(self.look, padding=(24, 14), gap=12)
        self._list.addWidget(self._card)
        self._more = self._button("", "quiet", self._show_more, icon="chevron-down")
        self._list.addWidget(self._more)
        self._show_more()

    def _show_more(self) -> None:
        batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        had_keyboard = self._more.hasFocus()
        for line in batch:
            if self.rows:
                self._card.column.addWidget(Rule(self.look))
            self._card.column.addWidget(self._row(line))
        left = len(self._waiting)
        self._more.setVisible(bool(left))
        self._more.say(ngettext("Show {number} more", "Show more, {number} to come", left).format(number=f"{left:,}"))
        if had_keyboard:
            self.rows[batch[0].id].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_round()

    def _row(self, line: OrganisationLine) -> OrganisationRow:
        row = self.rows[line.id] = OrganisationRow(self.look, line)
        row.opened.connect(lambda: self.organisation_asked.emit(line.id))
        if line.next.need is Need.UNDER_WAY:
            asked = self.go_on_asked
        else:
            asked = self.organisation_asked if line.summary.checks else self.check_asked
        row.asked.connect(lambda: asked.emit(line.id))
        return row

    def _nothing_yet(self) -> QWidget:
        card = Card(self.look, padding=(32, 32), gap=12)
        card.column.addWidget(Text(self.look, _("No organisations yet."), "card_title"))
        said = _("Add the first one, or look at the sample to see what you will get.")
        card.column.addWidget(Text(self.look, said, "lead", "ink2"))
        card.column.addSpacing(self.look.px(8))
        card.column.addWidget(self.new_button)
        return card

    def _look_round(self) -> None:
        # Where a row stands is known once the layout has settled.
        QTimer.singleShot(0, self, self._tell_seen)

    def _tell_seen(self) -> None:
        """Tell which rows came into view, each once."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        seen = []
        for organisation_id, row in self.rows.items():
            above = row.mapTo(self.widget(), row.rect().topLeft()).y()
            if organisation_id not in self._seen and above < bottom and above + row.height() > top:
                seen.append(organisation_id)
        self._seen.update(seen)
        if seen and self.isVisible():
            self.rows_seen.emit(tuple(seen))

    def _foot(self, view: OrganisationsView) -> None:
        where = _(
            "Everything stays in one file on this computer: {path}. It is not encrypted. Nothing is sent anywhere."
        )
        line = QHBoxLayout()
        line.setSpacing(self.look.px(8))
        line.addWidget(Icon(self.look, "shield-check", "ink3", 18))
        line.addWidget(Text(self.look, where.format(path=view.path), "caption", "ink3"), 1)
        self.column.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_round()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_round()
