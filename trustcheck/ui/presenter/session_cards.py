"""What whoever leads a session has beside the wall: notes, the plan with its clock, the list of slides."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.presenting.agenda import LENGTHS
from trustcheck.app.workshop.plan import SessionPlan, clock_words
from trustcheck.app.workshop.slide import Slide
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.fields import NumberField
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_SECOND = 1000
_MINUTE = 60_000


class NotesCard(Card):
    """What helps with the slide on the wall; nothing of it ever stands there."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=8)
        self.column.addWidget(Text(look, _("For you alone"), "section"))
        self._said: list[Text] = []

    def show_notes(self, slide: Slide, covered: Sequence[str]) -> None:
        """``covered`` is what the slide will tell once it is uncovered."""
        for old in self._said:
            old.hide()
            old.deleteLater()
        self._said = []
        if covered:
            self._add(_("Still covered"), covered)
        if slide.notes is not None:
            self._add("", (slide.notes.opening,))
            self._add(_("You may hear"), slide.notes.expect)
            self._add(_("You could ask"), slide.notes.asks)

    def _add(self, heading: str, lines: Sequence[str]) -> None:
        shown = [each for each in lines if each]
        if heading and shown:
            self._put(Text(self._look, heading, "small_strong", "accent"))
        for each in shown:
            self._put(Text(self._look, each, "body"))

    def _put(self, words: Text) -> None:
        self._said.append(words)
        self.column.addWidget(words)


class ClockCard(Card):
    """The plan of the session and how far it is. Signals: ``ticked`` every second while the clock goes,
    ``length_chosen`` with the minutes of the whole, ``lengths_changed`` with those of its parts.
    """

    ticked = Signal()
    length_chosen = Signal(int)
    lengths_changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=8)
        self._plan = SessionPlan(())
        self._since = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._told)
        self.column.addWidget(Text(look, _("The plan"), "section"))
        self.whole = Segmented(look, _("How long there is"), [_("{n} minutes").format(n=each) for each in LENGTHS])
        self.whole.chosen.connect(lambda at: self.length_chosen.emit(LENGTHS[at]))
        self.column.addWidget(self.whole)
        self._words = Text(look, "", "body_strong")
        self.column.addWidget(self._words)
        self.start = Button(look, _("Start the clock"), "outline", icon="clock", height=40)
        self.start.clicked.connect(self.turn)
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        parts = QWidget()
        self._lengths = QVBoxLayout(parts)
        self._lengths.setContentsMargins(0, 0, 0, 0)
        fold = Fold(look, _("Change the times"), parts, _("Hide the times"))
        fold.stand_flush()
        self.column.addWidget(fold)
        self.column.addWidget(parts)
        self.fields: list[NumberField] = []

    @property
    def goes(self) -> bool:
        return self._since.isValid()

    @property
    def words(self) -> str:
        """What is due and how long is left of it; before the clock goes, how long all of it takes."""
        if not self.goes:
            return _("{minutes} minutes in all").format(minutes=self._plan.minutes)
        return clock_words(self._plan, self._since.elapsed() / _MINUTE)

    def show_plan(self, plan: SessionPlan, whole: int) -> None:
        anew = [each.title for each in plan.steps] != [each.title for each in self._plan.steps]
        self._plan = plan
        self.whole.show_choice(LENGTHS.index(min(LENGTHS, key=lambda each: abs(each - whole))))
        if anew:
            self._make_fields()
        for field, step in zip(self.fields, plan.steps, strict=True):
            field.show_number(step.minutes)
        self._told()

    def turn(self) -> None:
        """Start the clock, or put it back to the beginning."""
        if self.goes:
            self._since.invalidate()
            self._tick.stop()
        else:
            self._since.start()
            self._tick.start()
        self.start.say(_("Stop the clock") if self.goes else _("Start the clock"))
        self._told()

    def _make_fields(self) -> None:
        for old in self.fields:
            old.hide()
            old.deleteLater()
        self.fields = [NumberField(self._look, each.title, digits=3) for each in self._plan.steps]
        for field in self.fields:
            field.changed.connect(self._change)
            self._lengths.addWidget(field)

    def _change(self) -> None:
        numbers = [each.number for each in self.fields]
        if all(numbers):
            self.lengths_changed.emit(tuple(numbers))

    def _told(self) -> None:
        self._words.setText(self.words)
        self.ticked.emit()


class SlidesCard(Card):
    """Which slides there are, in which order, and which of them stand on the wall.

    Signals: ``asked`` with the id of the slide to show, ``arranged`` with the ids in their new order,
    ``left_out_changed`` with the ids of those that are left out.
    """

    asked = Signal(str)
    arranged = Signal(object)
    left_out_changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=4)
        self.column.addWidget(Text(look, _("Slides"), "section"))
        self._rows: list[SlideRow] = []

    @property
    def rows(self) -> Sequence["SlideRow"]:
        return self._rows

    def show_slides(self, slides: Sequence[Slide], left_out: Collection[str], now: str) -> None:
        """All there are, in their order; ``now`` is the id of the one on the wall."""
        if [each.id for each in slides] != [each.slide_id for each in self._rows]:
            self._make(slides)
        for place, row in enumerate(self._rows):
            row.show_state(chosen=row.slide_id not in left_out, now=row.slide_id == now)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self._rows) - 1)

    def _make(self, slides: Sequence[Slide]) -> None:
        had = next((row.slide_id for row in self._rows if row.has_keyboard()), "")
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [SlideRow(self._look, each) for each in slides]
        for row in self._rows:
            row.up.clicked.connect(partial(self._move, row.slide_id, -1))
            row.down.clicked.connect(partial(self._move, row.slide_id, 1))
            row.show_it.clicked.connect(partial(self._ask, row.slide_id))
            row.switch.clicked.connect(self._choose)
            self.column.addWidget(row)
            if row.slide_id == had:
                row.show_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, slide_id: str, *_clicked: bool) -> None:
        self.asked.emit(slide_id)

    def _move(self, slide_id: str, step: int, *_clicked: bool) -> None:
        ids = [each.slide_id for each in self._rows]
        at = ids.index(slide_id)
        ids.insert(at + step, ids.pop(at))
        self.arranged.emit(tuple(ids))

    def _choose(self) -> None:
        self.left_out_changed.emit(tuple(each.slide_id for each in self._rows if not each.switch.isChecked()))


class SlideRow(QWidget):
    """One slide in the list: whether it stands on the wall, where, and a way to it."""

    def __init__(self, look: Look, slide: Slide) -> None:
        super().__init__()
        self.slide_id = slide.id
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(4))
        self.switch = Switch(look, slide.name)
        line.addWidget(self.switch, 1)
        self.up = _small(look, "chevron-up", _("{slide}: earlier").format(slide=slide.name))
        self.down = _small(look, "chevron-down", _("{slide}: later").format(slide=slide.name))
        self.show_it = Button(look, _("Show"), "quiet", height=36)
        self.show_it.setAccessibleName(_("Show {slide}").format(slide=slide.name))
        for each in (self.show_it, self.up, self.down):
            line.addWidget(each)

    def has_keyboard(self) -> bool:
        return any(each.hasFocus() for each in (self.up, self.down, self.show_it, self.switch))

    def show_state(self, *, chosen: bool, now: bool) -> None:
        self.switch.setChecked(chosen)
        self.show_it.become("outline" if now else "quiet")


def _small(look: Look, icon: str, name: str) -> Button:
    button = Button(look, "", "quiet", icon=icon, height=36)
    button.setAccessibleName(name)
    return button
