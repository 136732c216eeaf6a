"""The page of whoever leads a session: what is on the wall, what comes next, notes, the plan, what is decided."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from trustcheck.app.results.group import GroupResult
from trustcheck.app.workshop.plan import SessionPlan, plan_for
from trustcheck.app.workshop.session import Session, arranged, chosen
from trustcheck.app.workshop.slide import Slide
from trustcheck.app.workshop.slides import decided_words, deck, next_day
from trustcheck.domain.checks.workshop import Workshop
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.presenter.decisions_card import DecisionsCard
from trustcheck.ui.presenter.session_cards import ClockCard, NotesCard, SlidesCard
from trustcheck.ui.presenter.slide_painting import OnWall
from trustcheck.ui.presenter.wall import SlideView, Wall
from trustcheck.ui.presenter.wall_keys import WallCommand, WallKeys
from trustcheck.words import gettext as _


class PresenterPage(Page):
    """Signals: ``workshop_changed`` with a :class:`Workshop` to keep, ``wall_screen_chosen`` with the name of a screen,
    ``overview_asked`` when the session is left, ``promise_page_asked`` to promise what was decided.
    """

    workshop_changed = Signal(object)
    wall_screen_chosen = Signal(str)
    overview_asked = Signal()
    promise_page_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=1240)
        self.name = _("Present")
        self.session: Session | None = None
        self._kept = Workshop()
        self._result: GroupResult | None = None
        self._slides: tuple[Slide, ...] = ()
        self._plan = SessionPlan(())
        self._today = date.min
        self._screen_name = ""
        self._with_clock = False
        self._keys = WallKeys()
        self.wall_look = Look(replace(look.taste, scale=1.0), look.icons)
        look.changed.connect(self._follow)
        self.wall: Wall | None = None
        self._build()

    # -- what it shows

    def first_focus(self) -> QWidget:
        return self.stage

    def announcement(self) -> str:
        return f"{self.name}. {self.stage.accessibleName()}"

    def show_workshop(self, result: GroupResult, today: date, screen: str = "") -> None:
        """The session about this result, as it was left; another result of the same check keeps its place. ``screen``
        is the name of the one that was the wall last.
        """
        self._screen_name = screen
        same = self._result is not None and self._result.summary.id == result.summary.id
        self._result, self._kept, self._today = result, result.workshop, today
        self._slides = deck(result)
        if not same:
            self.session = None
        self._offer_screens()
        self._arrange()

    @property
    def shows_clock(self) -> bool:
        """Whether the clock stands on the wall."""
        return self._with_clock and self.clock.goes

    # -- what a person does

    def do(self, command: WallCommand) -> None:
        """What was pressed, here or on the wall."""
        session = self.session
        if session is None:
            return
        moves: dict[WallCommand, Callable[[], Session]] = {
            WallCommand.FORWARD: session.forward,
            WallCommand.BACK: session.back,
            WallCommand.COVER: session.turn_cover,
            WallCommand.BLANK: session.turn_blank,
            WallCommand.FIRST: partial(session.go_to, 0),
            WallCommand.LAST: partial(session.go_to, len(session.slides) - 1),
        }
        if command in moves:
            self._show(moves[command]())
        elif command is WallCommand.PROMISES:
            self.go_to("promises")
        elif command is WallCommand.LIGHT:
            self._turn_light()
        elif command is WallCommand.TIMER:
            self._with_clock = not self._with_clock
            self._show(session)
        elif command is WallCommand.LEAVE:
            self._leave()

    def go_to(self, slide_id: str) -> None:
        """Put a slide on the wall, covered; one that was left out comes in again."""
        if self.session is None:
            return
        if all(each.id != slide_id for each in self.session.slides):
            self._keep(replace(self._kept, left_out=tuple(each for each in self._kept.left_out if each != slide_id)))
        at = next((place for place, each in enumerate(self.session.slides) if each.id == slide_id), None)
        if at is not None:
            self._show(self.session.go_to(at))

    def open_wall(self) -> None:
        """Show it to everybody: on the other screen where there is one, over this one otherwise."""
        wall = Wall(self.wall_look, self)
        wall.pressed.connect(lambda command: self.do(WallCommand(command)))
        wall.went_to.connect(self._go_to_number)
        wall.left.connect(self._wall_left)
        self.wall = wall
        screen = self._wall_screen()
        wall.stand_alone(alone=screen is self.screen())
        wall.setScreen(screen)
        wall.setGeometry(screen.geometry())
        wall.showFullScreen()
        if self.session is not None:
            self._show(self.session)

    def close_wall(self) -> None:
        if self.wall is not None:
            self.wall.close()

    # -- inside

    def _build(self) -> None:
        look = self.look
        self._title = self.title("")
        line = QWidget()
        flow = FlowLayout(look, line, gap=10)
        self.to_wall = Button(look, _("Show on the wall"), "primary", icon="presentation")
        self.to_wall.clicked.connect(lambda: self.close_wall() if self.wall is not None else self.open_wall())
        flow.addWidget(self.to_wall)
        self.column.addWidget(line)
        self._screens = QWidget()
        self._screen_line = FlowLayout(look, self._screens, gap=10)
        self.column.addWidget(self._screens)
        self.stage, self._next = SlideView(self.wall_look), SlideView(self.wall_look)
        self.stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notes, self.clock, self.list = NotesCard(look), ClockCard(look), SlidesCard(look)
        self.decisions = DecisionsCard(look)
        self.column.addWidget(Columns(look, self._left(), self._right(), narrow=900))
        self.column.addStretch(1)
        self.clock.ticked.connect(self._tell_time)
        self.clock.length_chosen.connect(lambda each: self._keep(replace(self._kept, minutes=each, lengths=())))
        self.clock.lengths_changed.connect(lambda each: self._keep(replace(self._kept, lengths=each)))
        self.list.asked.connect(self.go_to)
        self.list.arranged.connect(lambda ids: self._keep(replace(self._kept, order=ids)))
        self.list.left_out_changed.connect(lambda ids: self._keep(replace(self._kept, left_out=ids)))
        self.decisions.promises_asked.connect(self.promise_page_asked)
        self.decisions.changed.connect(lambda each: self._keep(replace(self._kept, decisions=each)))

    def _left(self) -> QWidget:
        on_wall = Card(self.look, gap=10)
        self._state = Text(self.look, "", "small_strong", "ink2")
        on_wall.column.addWidget(self._state)
        # Above what it turns: in the smallest window a slide reaches beyond the lower edge.
        on_wall.column.addWidget(self._buttons())
        on_wall.column.addWidget(self.stage)
        return self._below_each_other(on_wall, self.notes, self.decisions)

    def _right(self) -> QWidget:
        follows = Card(self.look, gap=10)
        follows.column.addWidget(Text(self.look, _("Next"), "section"))
        follows.column.addWidget(self._next)
        return self._below_each_other(follows, self.clock, self.list)

    def _below_each_other(self, *cards: Card) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(12))
        for each in cards:
            column.addWidget(each)
        column.addStretch(1)
        return held

    def _buttons(self) -> QWidget:
        held = QWidget()
        flow = FlowLayout(self.look, held, gap=8)
        self.back = Button(self.look, _("Back"), "outline", icon="arrow-left", height=40)
        self.cover = Button(self.look, _("Uncover"), "outline", icon="eye", height=40)
        self.forward = Button(self.look, _("On"), "primary", trailing="arrow-right", height=40)
        self.black = Button(self.look, _("Black wall"), "quiet", height=40)
        commands = (
            (self.back, WallCommand.BACK),
            (self.cover, WallCommand.COVER),
            (self.forward, WallCommand.FORWARD),
            (self.black, WallCommand.BLANK),
        )
        for button, command in commands:
            button.clicked.connect(lambda _clicked=False, command=command: self.do(command))
            flow.addWidget(button)
        return held

    def _arrange(self) -> None:
        """What is kept, shown."""
        assert self._result is not None
        slides = arranged(self._slides, self._kept.order)
        on_wall = chosen(slides, self._kept.left_out)
        self._plan = plan_for(self._result, self._kept.minutes).lasting(self._kept.lengths)
        self.clock.show_plan(self._plan, self._kept.minutes)
        self.decisions.show_decisions(self._kept.decisions, self._today, next_day(self._result))
        self._title.setText(
            _("The session of {organisation}").format(organisation=self._result.summary.organisation.name)
        )
        self._show(self.session.with_slides(on_wall) if self.session is not None else Session(tuple(on_wall)))
        self.list.show_slides(slides, self._kept.left_out, self._slide.id)

    @property
    def _slide(self) -> Slide:
        assert self.session is not None
        return self.session.slide

    def _keep(self, kept: Workshop) -> None:
        self._kept = kept
        self._arrange()
        self.workshop_changed.emit(kept)

    def _show(self, session: Session) -> None:
        moved = self.session is None or self.session.slide is not session.slide
        self.session = session
        slide = session.slide
        on_wall = None if session.blank else self._on_wall(session)
        self.stage.show_slide(on_wall)
        if self.wall is not None:
            self.wall.show_slide(on_wall)
        following = session.following
        self._next.setVisible(following is not None)
        if following is not None:
            place = _("{at} of {number}").format(at=session.at + 2, number=len(session.slides))
            self._next.show_slide(OnWall(following, following.covers, self._decided(following), place))
        self.notes.show_notes(slide, () if session.tells else slide.told)
        self._say_state(session)
        self.list.show_slides(arranged(self._slides, self._kept.order), self._kept.left_out, slide.id)
        if moved or on_wall is not None:
            announce(self.stage, self.stage.accessibleName())

    def _on_wall(self, session: Session) -> OnWall:
        place = _("{at} of {number}").format(at=session.at + 1, number=len(session.slides))
        clock = self.clock.words if self.shows_clock else ""
        return OnWall(session.slide, session.tells, self._decided(session.slide), place, clock)

    def _decided(self, slide: Slide) -> Sequence[str]:
        return [decided_words(each) for each in self._kept.decisions] if slide.id == "promises" else ()

    def _say_state(self, session: Session) -> None:
        self._state.setText(_state_words(session, on_wall=self.wall is not None))
        self.cover.say(_("Cover") if session.tells else _("Uncover"))
        self.cover.setEnabled(session.slide.covers)
        self.to_wall.say(_("Take it off the wall") if self.wall is not None else _("Show on the wall"))

    def _tell_time(self) -> None:
        """The clock went on: only where it stands on the wall is that painted anew."""
        if self.session is not None and self.shows_clock and not self.session.blank:
            on_wall = self._on_wall(self.session)
            self.stage.show_slide(on_wall)
            if self.wall is not None:
                self.wall.show_slide(on_wall)

    def _go_to_number(self, number: int) -> None:
        if self.session is not None:
            self._show(self.session.go_to(number - 1))

    def _turn_light(self) -> None:
        taste = self.wall_look.taste
        self.wall_look.show(replace(taste, theme=self.look.other_theme(taste.theme)))

    def _follow(self) -> None:
        self.wall_look.show(replace(self.look.taste, scale=1.0))

    def _wall_screen(self) -> QScreen:
        """The one that was chosen, else the one beside this, else this one."""
        screens = QGuiApplication.screens()
        named = (each for each in screens if each.name() == self._screen_name)
        beside = (each for each in screens if each is not self.screen())
        return next(named, None) or next(beside, None) or self.screen()

    def _offer_screens(self) -> None:
        """Which screen is the wall, where there are several."""
        self.clear(self._screen_line)
        screens = QGuiApplication.screens()
        self._screens.setVisible(len(screens) > 1)
        if len(screens) > 1:
            names = [self._name_of(each) for each in screens]
            offered = Segmented(self.look, _("The wall is"), names)
            offered.show_choice(screens.index(self._wall_screen()))
            offered.chosen.connect(lambda at: self.choose_screen(screens[at].name()))
            self._screen_line.addWidget(offered)

    def _name_of(self, screen: QScreen) -> str:
        return _("this screen") if screen is self.screen() else screen.name()

    def choose_screen(self, name: str) -> None:
        self._screen_name = name
        self.wall_screen_chosen.emit(name)
        if self.wall is not None:
            self.close_wall()
            self.open_wall()

    def _wall_left(self) -> None:
        wall, self.wall = self.wall, None
        if wall is not None:
            wall.deleteLater()
        if self.session is not None:
            self._say_state(self.session)
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """First the wall goes, then the page."""
        if self.wall is not None:
            self.close_wall()
        else:
            self.overview_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where nobody writes, the keys of the wall; Space and Enter belong to whatever button has the keyboard."""
        focus = self.focusWidget()
        command = self._keys.command(event, self) if not isinstance(focus, QLineEdit | QPlainTextEdit) else None
        if command is WallCommand.GO:
            number = self._keys.number()
            if number is not None:
                self._go_to_number(number)
        elif command is not None:
            self.do(command)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere takes it off the wall: nothing of this check stays there."""
        self.close_wall()
        super().hideEvent(event)


def _state_words(session: Session, *, on_wall: bool) -> str:
    """What everybody sees of the slide, or would see."""
    if session.blank:
        return _("The wall is black") if on_wall else _("Not on the wall yet, and black")
    if session.slide.covers and not session.uncovered:
        return _("Covered: the result is not on the wall yet") if on_wall else _("Not on the wall yet, and covered")
    return _("Everybody sees this") if on_wall else _("Not on the wall yet")
