"""Another text size: everything wears it at once, and no page is styled anew for it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from tests.ui.finding import shown
from trustcheck import assets
from trustcheck.settings import Settings
from trustcheck.ui.help.settings_page import SettingsPage
from trustcheck.ui.kit.fields import Field, LineEdit
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.ui.shell.appearance import Appearance
from trustcheck.ui.shell.main_window import MainWindow


class Styled(QObject):
    """Counts how often a widget is given a style anew."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.StyleChange
        return False


@pytest.fixture
def appearance(qapp: QApplication, fonts: None) -> Iterator[Appearance]:
    usual = Settings(look="light", less_motion=True)
    worn = Appearance(qapp, assets.root(), usual)
    yield worn
    worn.prefer(usual)


def beside_words(line: LineEdit) -> int:
    """Pixels between the edge of a line and its words."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    return inside.left() + line.textMargins().left()


def test_a_text_size_styles_no_part_of_a_page_anew(appearance: Appearance, qtbot: QtBot) -> None:
    page = SettingsPage(appearance.look)
    shown(page, qtbot)
    styled = Styled()
    for part in page.findChildren(QObject):
        part.installEventFilter(styled)

    appearance.prefer(Settings(look="light", less_motion=True, text_size=150))
    QApplication.processEvents()
    assert styled.times == 0

    appearance.prefer(Settings(look="dark", less_motion=True, text_size=150))
    assert styled.times > 0


@pytest.mark.parametrize("size", [100, 150, 200])
def test_a_line_to_write_on_has_room_and_type_of_the_text_size(appearance: Appearance, qtbot: QtBot, size: int) -> None:
    before = Field(appearance.look, "A name")
    qtbot.addWidget(before)
    before.show()
    usual = beside_words(before.line)

    appearance.prefer(Settings(look="light", less_motion=True, text_size=size))
    after = Field(appearance.look, "A name")
    qtbot.addWidget(after)
    after.show()

    for field in (before, after):
        assert beside_words(field.line) == usual + 12 * size // 100 - 12
        assert field.line.font() == appearance.look.font("body")


def test_a_box_for_sentences_has_the_same_room(appearance: Appearance, qtbot: QtBot) -> None:
    text = TextBox(appearance.look, "A note")
    qtbot.addWidget(text)
    text.resize(600, 200)
    text.show()
    before = text.box.viewport().geometry().topLeft()

    appearance.prefer(Settings(look="light", less_motion=True, text_size=200))
    QApplication.processEvents()

    after = text.box.viewport().geometry().topLeft()
    assert (after.x() - before.x(), after.y() - before.y()) == (12, 6)


def test_menus_follow_the_text_size_too(appearance: Appearance, qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(appearance.look, qapp)
    qtbot.addWidget(window)
    usual = window.menuBar().sizeHint().height()

    appearance.prefer(Settings(look="light", less_motion=True, text_size=200))

    assert window.menuBar().sizeHint().height() > 1.5 * usual
