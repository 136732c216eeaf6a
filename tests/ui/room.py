"""A room with one laptop in it: the window, a real data file with an open check, and people who sit down in turn."""

import os
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.ui.contexts import Called, context_of
from trustcheck.app.answering.sealing import Sealing
from trustcheck.app.ports import NewGroupRound, Store
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.exchange.sealed_sheet import ScryptSealer
from trustcheck.settings import Settings
from trustcheck.storage.store import open_store
from trustcheck.ui.datafile.saving_elsewhere import SavingElsewhere
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.look import Look
from trustcheck.ui.laptop.hand_over import HandOver
from trustcheck.ui.laptop.hand_over_page import HandOverPage
from trustcheck.ui.laptop.laptop_turns import Patience
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

ASKED = builders.questionnaire({"people": {"A": 2, "B": 2}, "openness": {"C": 2, "D": 2}})
BOTH = (Perspective.LEADER, Perspective.STAFF)
PIN = "2468"


def setup(**otherwise: object) -> GroupSetup:
    """Leaders and staff on one laptop, notes for the group."""
    usual = GroupSetup(
        form=Form.FULL,
        perspectives=BOTH,
        invited={Perspective.LEADER: 5, Perspective.STAFF: 9},
        leaders_are="the management team",
        staff_are="everybody else on the payroll",
        notes=NotesUse.GROUP,
        routes="Ms Okafor in the staff office",
    )
    return replace(usual, **otherwise)  # type: ignore[arg-type]


def quick_sealing(words: Callable[[], tuple[str, ...]] | None = None) -> Sealing:
    """The real cryptography with a cheap function: what is slow on purpose is proved elsewhere."""
    listed = words or build(os.environ).sealing().words
    return Sealing(lambda: ScryptSealer(secrets.token_bytes, cost=2**4), listed, secrets.randbelow)


def open_check(store: Store, given: GroupSetup, questionnaire: Questionnaire = ASKED) -> int:
    organisation = store.organisations.add("Northgate Housing")
    new = NewGroupRound(organisation, questionnaire, given, date(2026, 11, 22))
    round_id = store.groups.prepare(new)
    store.groups.open(round_id)
    return round_id


class Room:
    """One laptop. Whoever sits before it presses keys, reads the screen, and waits for what they see."""

    def __init__(
        self,
        path: Path,
        look: Look,
        qapp: QApplication,
        qtbot: QtBot,
        patience: Patience | None = None,
        passphrase: str = "",
    ) -> None:
        self.path, self._look, self._qapp, self._qtbot = path, look, qapp, qtbot
        self._patience, self._passphrase = patience, passphrase
        self.seconds = 0.0
        """What the clock that only runs forwards says."""
        self.round_id = 0
        self.start()

    def start(self) -> None:
        """Open the window on the data file, as the program does when it is started."""
        self.application = replace(build(os.environ), sealing=quick_sealing)
        # However long a busy machine takes between two keys, the question stays.
        self.application.settings.save(Settings(go_on_by_itself=False))
        self.store = open_store(str(self.path), passphrase=self._passphrase)
        self.file = OpenFile(self.store, is_sample=False)
        self.window = MainWindow(self._look, self._qapp)
        self._qtbot.addWidget(self.window)
        self.window.add_page(Place.OVERVIEW, QLabel("Somebody else's result"))
        self.window.go_to(Place.OVERVIEW)
        self.called = Called()
        context = context_of(self.application, self.window, self.file, called=self.called)
        self.hand_over = HandOver(context, self._patience, lambda: self.seconds)
        SavingElsewhere(self.window, FileDialogs(self.window)).watch(self.file)
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def end(self) -> None:
        """Close the program, as a crash or a person does; whatever waits for a PIN is still locked."""
        assert self.file.let_go()
        self.window.close()

    def open_check(self, **otherwise: object) -> None:
        self.round_id = open_check(self.store, setup(**otherwise))

    def begin(self) -> None:
        """The facilitator locks the laptop and passes it on."""
        self.hand_over.begin(self.round_id)
        self.arrives_at(Place.PIN)
        self.lock()

    def lock(self) -> None:
        """On the page that asks for a PIN."""
        self.write_into("A PIN for this round", PIN)
        self.write_into("The same PIN again", PIN)
        self.choose("Lock and begin")
        self.arrives_at(Place.HAND_OVER)

    def sit_down(self, who: str = "As staff") -> None:
        """The next person reads the promises and begins."""
        self.read_the_promises()
        if who:
            self.choose(who)
        self.choose(_("Begin"))
        self.arrives_at(Place.QUESTION)

    def read_the_promises(self) -> None:
        """Half a second passes, and somebody presses the button."""
        self.arrives_at(Place.HAND_OVER)
        assert isinstance(self.page, HandOverPage)
        self.page.guard.stop()
        self.choose("I\u2019m the next person")
        self.arrives_at(Place.BEFORE)

    def answer_all(self, keys: str = "44444444") -> None:
        for key in keys:
            self.write(key)
            self.press(Qt.Key.Key_Return)
        self.arrives_at(Place.REVIEW)

    def finish(self) -> None:
        self.choose(_("Finish and put away"))
        self.arrives_at(Place.HAND_OVER)

    # -- doing

    @property
    def page(self) -> QWidget:
        return self.window.page(self.window.place)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def write(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def write_into(self, name: str, words: str) -> None:
        line = next(each for each in self.page.findChildren(QLineEdit) if each.accessibleName() == name)
        line.setFocus()
        QTest.keyClicks(line, words)

    def choose(self, name: str) -> None:
        button = next(
            each
            for each in self.window.findChildren(QAbstractButton)
            if each.isVisible() and each.accessibleName().startswith(name)
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    # -- seeing

    def waits_for(self, seen: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(seen)

    def arrives_at(self, place: Place) -> None:
        self.waits_for(lambda: self.window.place is place)

    def sees(self, words: str) -> None:
        self.waits_for(lambda: words in self.reads())

    def reads(self) -> str:
        """Everything that stands on the screen in words."""
        words = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible() and label.text()]
        words += [button.text() for button in self.window.findChildren(QAbstractButton) if button.isVisible()]
        words += [box.toPlainText() for box in self.window.findChildren(QPlainTextEdit) if box.isVisible()]
        words += [line.text() for line in self.window.findChildren(QLineEdit) if line.isVisible()]
        return "\n".join(words).replace("\u200b", "")
