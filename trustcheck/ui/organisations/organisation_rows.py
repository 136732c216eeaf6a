"""One organisation in the list: who, when last, the two dots, what is next, and one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.organisations import Need, found, initials, need_of
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.two_dots import two_dots
from trustcheck.ui.kit.buttons import Button, MoreButton, NameLink
from trustcheck.ui.kit.charts import ChartView, MarkLegend
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card, Pill, Rule
from trustcheck.ui.kit.pressable import OpeningRow
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.badge import Badge
from trustcheck.ui.organisations.organisations_view import OrganisationLine, button_words, last_words
from trustcheck.words import gettext as _

# What a row says of a closed check: its line with two marks, whose numbers they are, and how far apart.


_LINE = 216


class ReadingLine(QWidget):
    """Nothing until it is told something."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.chart = ChartView(look, two_dots((), _LINE))
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # The row below is what is pressed.
        self.chart.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = Text(look, "", "small", "ink")
        self.about = Text(look, "", "caption", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for part in (self.chart, self.words, self.about):
            column.addWidget(part)
            part.hide()
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_reading(self, reading: CheckReading | None) -> None:
        self.chart.setVisible(reading is not None and bool(reading.marks))
        self.words.setVisible(reading is not None)
        self.about.setVisible(reading is not None and bool(reading.about))
        if reading is None:
            return
        self.chart.show_scene(two_dots(reading.marks, _LINE, reading.sentence))
        self.words.setText(reading.words)
        self.about.setText(reading.about)


_PLATES = {Need.DUE: ("warn", "warn_soft"), Need.UNDER_WAY: ("accent", "accent_soft"), Need.NOTHING: ("ink2", "sunk")}


class OrganisationRow(OpeningRow):
    """Signals: ``opened`` for the organisation's page, ``asked`` for what its one button says.

    ``was_seen`` is the page's mark on a row that came into view and was told about.
    """

    asked = Signal()

    def __init__(self, look: Look, line: OrganisationLine) -> None:
        super().__init__(look)
        self.line = line
        self.was_seen = False
        self.badge = Badge(look, initials(line.name))
        self.reading = ReadingLine(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._parts = Columns(look, self._who(), self.reading, self._what_next(), narrow=700, gap=20)
        for at, share in enumerate((5, 4, 4)):
            self._parts.box.setStretch(at, share)
        column.addWidget(self._parts)
        self.open_by_press(can_be=True)

    def show_reading(self, reading: CheckReading | None) -> None:
        """What the last closed check showed, once that is worked out."""
        self.reading.show_reading(reading)
        self._fit()

    def show_picture(self, picture: QImage) -> None:
        self.badge.show_picture(picture)

    def _fit(self) -> None:
        """A line that says nothing keeps the columns straight; where there are no columns it would only take room."""
        self.reading.setVisible(bool(self.reading.words.text()) or not self._parts.is_stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _who(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(14))
        words = QVBoxLayout()
        words.setSpacing(self._look.px(2))
        self.name = NameLink(self._look, self.line.name)
        self.name.asked.connect(self.opened)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(Text(self._look, last_words(self.line.summary), "caption", "ink2"))
        words.addStretch(1)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return held

    def _what_next(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(12))
        coming = self.line.next
        row.addWidget(Pill(self._look, coming.words, *_PLATES[coming.need]))
        row.addStretch(1)
        words = button_words(self.line)
        self.button = Button(self._look, words, height=38)
        self.button.setAccessibleName(_("{words}: {name}").format(words=words, name=self.line.name))
        self.button.setAccessibleDescription(coming.words)
        self.button.clicked.connect(self.asked)
        row.addWidget(self.button)
        return held


# The rows of many organisations: twenty at a time, and a line to find the one that is sought.


AT_ONCE = 20
"""Rows that are built together; the rest come when somebody asks for them."""
_SEARCH_FROM = 12
"""From so many organisations on there is a field to look for one."""


class OrganisationsList(QWidget):
    """Signals: ``organisation_asked``, ``go_on_asked`` and ``check_asked`` (a new one) with an organisation's id;
    ``filled`` whenever other rows are there than before.
    """

    # Ids are longer than the int of a signal.
    organisation_asked = Signal(object)
    go_on_asked = Signal(object)
    check_asked = Signal(object)
    filled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[OrganisationLine, ...] = ()
        self._waiting: list[OrganisationLine] = []
        self.rows: dict[int, OrganisationRow] = {}
        self.search = Field(look, _("Find an organisation"))
        self._legend = MarkLegend(look)
        self._nobody = Text(look, _("No organisation is called that."), "body", "ink2")
        self._held = QVBoxLayout()
        self._card: Card | None = None
        self.more = MoreButton(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        for part in (self.search, self._legend, self._nobody):
            column.addWidget(part)
        column.addLayout(self._held)
        column.addWidget(self.more)
        self.search.changed.connect(self._fill)
        self.search.line.returnPressed.connect(self._go_to_first)
        self.more.clicked.connect(self._show_more)

    @property
    def sought(self) -> str:
        return self.search.words

    def show_lines(self, lines: tuple[OrganisationLine, ...], sought: str = "") -> None:
        """Show those whose name has the words that are sought in it, the first of them at once."""
        self._lines = lines
        self.search.show_words(sought)
        self.search.setVisible(len(lines) >= _SEARCH_FROM or bool(sought))
        self._fill()

    def begin_search(self, begun: str = "") -> None:
        """Look for a name; what was ``begun`` to be typed is its beginning."""
        self.search.show()
        line = self.search.line
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if begun:
            line.setText(begun)
            self._fill()
        else:
            line.selectAll()

    def give_up(self) -> None:
        """All of them again."""
        self.search.show_words("")
        self.search.setVisible(len(self._lines) >= _SEARCH_FROM)
        self._fill()
        self._go_to_first()

    def _go_to_first(self) -> None:
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reading(self, organisation_id: int, reading: CheckReading | None) -> None:
        """What an organisation's last closed check showed, if its row is here."""
        row = self.rows.get(organisation_id)
        if row is not None and reading is not None:
            row.show_reading(reading)
            self._legend.learn(reading)

    def show_picture(self, organisation_id: int, picture: QImage) -> None:
        row = self.rows.get(organisation_id)
        if row is not None:
            row.show_picture(picture)

    def _fill(self, _words: str = "") -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._held.removeWidget(self._card)
        self.rows = {}
        kept = {each.organisation.id for each in found((line.summary for line in self._lines), self.sought)}
        self._waiting = [line for line in self._lines if line.id in kept]
        self._nobody.setVisible(not self._waiting)
        self._card = Card(self._look, padding=(24, 14), gap=12) if self._waiting else None
        if self._card is not None:
            self._held.addWidget(self._card)
        self._show_more()

    def _show_more(self) -> None:
        batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        had_keyboard = self.more.hasFocus()
        for line in batch:
            assert self._card is not None
            if self.rows:
                self._card.column.addWidget(Rule(self._look))
            self._card.column.addWidget(self._row(line))
        self.more.show_left(len(self._waiting))
        if had_keyboard and batch:
            first = self.rows[batch[0].id]
            # What is not shown yet takes no keyboard.
            first.show()
            first.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filled.emit()

    def _row(self, line: OrganisationLine) -> OrganisationRow:
        row = self.rows[line.id] = OrganisationRow(self._look, line)
        row.opened.connect(lambda: self.organisation_asked.emit(line.id))
        if need_of(line.summary, line.today) is Need.UNDER_WAY:
            asked = self.go_on_asked
        else:
            asked = self.organisation_asked if line.summary.checks else self.check_asked
        row.asked.connect(lambda: asked.emit(line.id))
        return row


# Where everything is kept, at the foot of the first page.


def where_it_lies(look: Look, path: str, *, is_protected: bool) -> QHBoxLayout:
    """The line that names the data file, and says what is and is not done with it."""
    said = _("Everything stays in one file on this computer: {path}. It is not encrypted. Nothing is sent anywhere.")
    if is_protected:
        said = _("Everything stays in one file on this computer: {path}. It is encrypted. Nothing is sent anywhere.")
    line = QHBoxLayout()
    line.setSpacing(look.px(8))
    line.addWidget(Icon(look, "shield-check", "ink3", 18))
    line.addWidget(Text(look, said.format(path=path), "caption", "ink3"), 1)
    return line
