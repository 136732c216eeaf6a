"""The promise page: what happens with the answers, read before the first question by everybody who answers."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.answering.beside import dots_asked
from trustcheck.app.collecting.promises_read import how_much, in_short, phrase_strength, promises
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Definition, Perspective, Questionnaire
from trustcheck.ui.answering.question_help import DefinitionLines
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

# Three return words, large enough to be remembered.


class PhraseCard(Card):
    """The words can be read and not copied: a clipboard would hand them on."""

    def __init__(self, look: Look, explanation: str, strength: str = "") -> None:
        super().__init__(look, padding=(24, 18), gap=6)
        self.column.addWidget(Text(look, _("Your three return words"), "small_strong", "ink2"))
        self.phrase = Text(look, "", "card_title")
        self.column.addWidget(self.phrase)
        self.column.addWidget(Text(look, explanation, "small", "ink2"))
        if strength:
            self.column.addWidget(Text(look, strength, "caption", "ink3"))

    def show_phrase(self, phrase: str) -> None:
        self.phrase.setText(phrase)
        self.setAccessibleName(_("Your three return words: {words}").format(words=phrase))


@dataclass(frozen=True)
class BeforeView:
    """What somebody reads before they answer."""

    questionnaire: Questionnaire
    setup: GroupSetup
    definitions: tuple[Definition, ...]
    phrase: str


class BeforePage(FocusFrame):
    """Signals: ``begun`` with the :class:`Perspective` that was chosen and whether somebody agrees to dots,
    ``view_chosen`` with the place of the choice each time one is made, ``cancelled``.
    """

    begun = Signal(object, bool)
    view_chosen = Signal(int)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=1120)
        self.name = _("Before you begin")
        self._setup: GroupSetup | None = None
        self._arriving = True
        self.heading, self.lead = Text(look, self.name, "title"), Text(look, "", "lead", "ink2")
        self._promised, self._short, self._all = (
            Text(look, _("What happens with your answers"), "section"),
            QWidget(),
            QWidget(),
        )
        self.all_of_it = Fold(look, _("Read all of it"), self._all, _("In short again"))
        self.all_of_it.stand_flush()
        self.who = Segmented(
            look,
            _("Are you answering as a leader or as staff?"),
            (_("As a leader"), _("As staff"), _("I\u2019d rather not say")),
        )
        self.meant = Text(look, "", "caption", "ink2")
        self.phrase = PhraseCard(
            look,
            _("You need them only if you leave before you finish. Nobody can look them up."),
            phrase_strength(),
        )
        self.dots, self._dots_asked = Switch(look, ""), Text(look, "", "section")
        self.definitions = DefinitionLines(look)
        self._words = self._made_words()
        self._asking = self._made_asking()
        self.trouble = Text(look, "", "small_strong", "warn")
        self.cancel = Button(look, _("Not me after all"), "outline", icon="arrow-left")
        self.begin = Button(look, _("Begin"), "primary", trailing="arrow-right")
        self._fill()
        self.all_of_it.turned.connect(self._unfold)
        self.who.chosen.connect(self._on_who)
        self.who.chosen.connect(self.view_chosen)
        self.cancel.clicked.connect(self.cancelled)
        self.begin.clicked.connect(self._begin)

    def show_before(self, view: BeforeView) -> None:
        self._setup = view.setup
        self.lead.setText(how_much(view.questionnaire, view.setup))
        for lines, held in (
            (in_short(view.setup), self._short_lines),
            (promises(view.questionnaire, view.setup), self._lines),
        ):
            for icon, words in lines:
                held.addWidget(IconLine(self.look, icon, words, ink="accent"))
        self._asking.setVisible(view.setup.compares)
        dots = dots_asked(view.setup)
        if dots is not None:
            self._dots_asked.setText(dots.asked)
            self.dots.say(dots.agree, dots.explained)
        for part in (self._dots_asked, self.dots):
            part.setVisible(dots is not None)
        self.phrase.show_phrase(view.phrase)
        self.definitions.show_definitions(view.definitions)
        self._fit()

    def first_focus(self) -> QWidget:
        """The choice there is to make, or the way to the first question."""
        return self.who.segments[self.who.choice or 0] if not self._asking.isHidden() else self.begin

    def show_choice(self, choice: int) -> None:
        """A view that was chosen on the same page in another language."""
        self.who.show_choice(choice)
        self._on_who(choice)

    @property
    def perspective(self) -> Perspective | None:
        """Whom this person is counted with; ``None`` until they have said so."""
        assert self._setup is not None
        if not self._setup.compares:
            return self._setup.perspectives[0]
        if self.who.choice is None:
            return None
        return Perspective.LEADER if self.who.choice == 0 else Perspective.STAFF

    def announcement(self) -> str:
        return f"{self.name}. {self.lead.text()}"

    def _bring_into_view(self, old: QWidget | None, now: QWidget | None) -> None:
        """Who arrives reads from the top, wherever the keyboard waits."""
        super()._bring_into_view(old, now)
        if self._arriving and now is self.first_focus():
            self._arriving = False
            self.area.verticalScrollBar().setValue(0)

    def arrange(self) -> None:
        px, low = self.look.px, self.is_low
        self.heading.use_role("card_title" if low else "title")
        self._promised.setVisible(not low)
        for layout in (self.column, self._left, self._right):
            layout.setSpacing(px(8 if low else 14))
        for lines in (self._short_lines, self._lines):
            lines.setSpacing(px(8 if low else 10))
        self._words.setVisible(self.all_of_it.is_open or not self._beside.is_stacked)

    def _fill(self) -> None:
        look = self.look
        left, right = QWidget(), QWidget()
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        self._short_lines, self._lines = QVBoxLayout(self._short), QVBoxLayout()
        everything = QVBoxLayout(self._all)
        everything.addLayout(self._lines)
        everything.addWidget(self.phrase)
        for column in (self._left, self._right, self._short_lines, everything):
            column.setContentsMargins(0, 0, 0, 0)
        for part in (self._promised, self._short, self.all_of_it, self._all):
            self._left.addWidget(part)
        for part in (self._asking, self._dots_asked, self.dots, self._words):
            self._right.addWidget(part)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self.add(self.heading)
        self.add(self.lead)
        self._beside = Columns(look, left, right, narrow=860, gap=40)
        for at, share in enumerate((6, 5)):
            self._beside.box.setStretch(at, share)
        self.add(self._beside)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self.cancel)
        row.addWidget(self.trouble, 1)
        row.addWidget(self.begin)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.footer.addLayout(row)

    def _made_words(self) -> QWidget:
        words = Card(self.look, fill="sunk", edge="", padding=(24, 16), gap=6)
        words.column.addWidget(Text(self.look, _("Words that mean the same to everybody"), "small_strong", "ink2"))
        words.column.addWidget(self.definitions)
        return words

    def _unfold(self, is_open: bool) -> None:
        """All of it stands where the short form stood."""
        self._short.setVisible(not is_open)
        self._fit()

    def _made_asking(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        column.addWidget(Text(self.look, _("Are you answering as a leader or as staff?"), "section"))
        column.addWidget(self.who)
        column.addWidget(self.meant)
        self.meant.setText(_("It chooses the wording of the questions, and whom you are counted with."))
        return held

    def _on_who(self, choice: int) -> None:
        self.trouble.setText("")
        self.meant.setText(
            (
                _("The questions speak of leaders as \u201cwe\u201d. You are counted with the leaders."),
                _("The questions speak of leaders as \u201cthey\u201d. You are counted with staff."),
                _("You will be counted with staff, and read the questions as staff do."),
            )[choice]
        )

    def _begin(self) -> None:
        perspective = self.perspective
        if perspective is not None:
            self.begun.emit(perspective, self.dots.isChecked())
            return
        words = _("One choice first: as a leader, as staff, or rather not.")
        self.trouble.setText(words)
        self.who.segments[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)
