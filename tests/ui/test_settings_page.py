"""Settings: real controls, shown as they are, in effect at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QGroupBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.catalogues import write_catalogue
from tests.ui.finding import enlarge, shown
from trustcheck import assets
from trustcheck.settings import Settings
from trustcheck.ui.help.settings_page import ChoiceSetting, SettingsPage, SwitchSetting, groups
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Switch

PATH = "/home/asha/TrustCheck/answers.trustcheck"


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SettingsPage:
    shown = SettingsPage(look)
    shown.show_settings(Settings(), PATH)
    qtbot.addWidget(shown)
    shown.resize(1056, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def radio(page: SettingsPage, group: str, words: str) -> QRadioButton:
    held = next(each for each in page.findChildren(QGroupBox) if each.accessibleName() == group)
    return next(each for each in held.findChildren(QRadioButton) if each.text() == words)


def switch(page: SettingsPage, words: str) -> QCheckBox:
    return next(each for each in page.findChildren(QCheckBox) if each.accessibleName() == words)


@pytest.mark.parametrize(
    ("group", "words", "wanted"),
    [
        ("Light or dark", "Dark", Settings(look="dark")),
        ("Text size", "150 %", Settings(text_size=150)),
        ("Hide the screen when nothing happens", "After 60 seconds", Settings(hide_after_seconds=60)),
        ("Paper", "Letter", Settings(paper="letter")),
    ],
)
def test_choosing_one_of_a_few_takes_effect_at_once(
    page: SettingsPage, qtbot: QtBot, group: str, words: str, wanted: Settings
) -> None:
    with qtbot.waitSignal(page.changed) as heard:
        qtbot.mouseClick(radio(page, group, words), Qt.MouseButton.LeftButton)

    assert heard.args == [wanted]
    assert radio(page, group, words).isChecked()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Less motion", Settings(less_motion=True)),
        ("Go on by itself", Settings(go_on_by_itself=False)),
        ("Single keys", Settings(single_keys=False)),
    ],
)
def test_a_switch_takes_effect_at_once(page: SettingsPage, qtbot: QtBot, words: str, wanted: Settings) -> None:
    with qtbot.waitSignal(page.changed) as heard:
        qtbot.keyClick(switch(page, words), Qt.Key.Key_Space)

    assert heard.args == [wanted]


def test_who_prepares_the_report_is_kept_when_the_line_is_left(page: SettingsPage, qtbot: QtBot) -> None:
    line = next(each for each in page.findChildren(QLineEdit) if each.accessibleName() == "Prepared by")
    line.setFocus()

    qtbot.keyClicks(line, "Asha Verma")
    with qtbot.waitSignal(page.changed) as heard:
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert heard.args == [Settings(prepared_by="Asha Verma")]


def test_one_change_after_another_adds_up(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(radio(page, "Light or dark", "Dark"), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(page.changed) as heard:
        qtbot.keyClick(switch(page, "Less motion"), Qt.Key.Key_Space)

    assert heard.args == [Settings(look="dark", less_motion=True)]


def test_showing_settings_tells_nobody_that_they_changed(page: SettingsPage) -> None:
    told: list[object] = []
    page.changed.connect(told.append)

    page.show_settings(Settings(look="dark", text_size=200, single_keys=False, prepared_by="Tom"), PATH)

    assert told == []
    assert radio(page, "Light or dark", "Dark").isChecked()
    assert radio(page, "Text size", "200 %").isChecked()
    assert not switch(page, "Single keys").isChecked()


def test_a_text_size_between_the_steps_is_told_and_none_of_them_is_shown_as_chosen(page: SettingsPage) -> None:
    page.show_settings(Settings(text_size=130), PATH)

    steps = [each for each in page.findChildren(QRadioButton) if each.text().endswith("%")]
    assert not any(each.isChecked() for each in steps)
    assert any("Now 130" in each.text() for each in page.findChildren(QLabel))


def test_arrow_keys_move_within_a_choice_and_tab_leaves_it(page: SettingsPage, qtbot: QtBot) -> None:
    first = radio(page, "Light or dark", "Like the system")
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert radio(page, "Light or dark", "Light").isChecked()

    qtbot.keyClick(radio(page, "Light or dark", "Light"), Qt.Key.Key_Tab)
    assert radio(page, "Text size", "100 %").hasFocus()


def test_every_choice_is_a_radio_button_in_a_named_group(page: SettingsPage) -> None:
    for choice in (row for group in groups() for row in group.rows if isinstance(row, ChoiceSetting)):
        held = next(each for each in page.findChildren(QGroupBox) if each.accessibleName() == choice.words)
        assert QAccessible.queryAccessibleInterface(held).role() is QAccessible.Role.Grouping
        for each in held.findChildren(QRadioButton):
            assert QAccessible.queryAccessibleInterface(each).role() is QAccessible.Role.RadioButton


def test_every_setting_a_person_can_have_is_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The language, too, where there is another than English."""
    write_catalogue(tmp_path, "qx", {"Settings": "Yoluk"})
    monkeypatch.setattr(assets, "path", lambda *_parts: tmp_path)

    offered = {row.key for group in groups() for row in group.rows}

    assert offered == set(Settings.__dataclass_fields__) - {"last_file"}


def test_what_a_choice_offers_is_what_a_setting_may_be() -> None:
    for row in (row for group in groups() for row in group.rows):
        default = getattr(Settings(), row.key)
        if isinstance(row, ChoiceSetting):
            assert default in [option.value for option in row.options]
        elif isinstance(row, SwitchSetting):
            assert isinstance(default, bool)


def test_the_page_says_where_the_answers_lie_and_shows_the_folder(page: SettingsPage, qtbot: QtBot) -> None:
    said = "\n".join(each.text() for each in page.findChildren(QLabel)).replace("\u200b", "")
    assert PATH in said
    assert "not encrypted" in said

    button = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == "Show folder")
    with qtbot.waitSignal(page.folder_asked) as heard:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == [PATH]


def test_nothing_is_cut_off_at_double_text_in_the_smallest_window(page: SettingsPage, qtbot: QtBot, look: Look) -> None:
    from dataclasses import replace

    look.show(replace(look.taste, scale=2.0))
    page.resize(576, 560)

    qtbot.waitUntil(lambda: page.widget().minimumSizeHint().width() <= page.viewport().width())


@pytest.mark.parametrize(("width", "scale"), [(656, 1.5), (648, 2.0), (1056, 1.0)])
def test_what_a_switch_does_is_never_cut_off(look: Look, qtbot: QtBot, width: int, scale: float) -> None:
    enlarge(look, scale)
    page = SettingsPage(look)
    page.show_settings(Settings(), "/home/ada/answers.trustcheck")
    shown(page, qtbot, width)

    def cut_off() -> list[str]:
        switches = page.findChildren(Switch)
        return [each.text() for each in switches if each.height() < each.heightForWidth(each.width())]

    qtbot.waitUntil(lambda: cut_off() == [])
