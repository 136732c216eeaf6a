"""Help and About: complete, true, and readable without a mouse."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import personal_round, questionnaire
from tests.ui.finding import cut_off, enlarge, nameless
from trustcheck.app.portraits.result import result_of
from trustcheck.ui.answering.question_keys import Act, act_of, answer_of
from trustcheck.ui.help import scores as score_help
from trustcheck.ui.help.about_page import AboutPage
from trustcheck.ui.help.data_file import data_file
from trustcheck.ui.help.help_page import HelpPage, getting_started, hits
from trustcheck.ui.help.keyboard import keyboard
from trustcheck.ui.help.privacy import privacy
from trustcheck.ui.help.scores import scores
from trustcheck.ui.help.together import together
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.shell.commands import Commands, menus


def shown(page: Page, qtbot: QtBot) -> Page:
    qtbot.addWidget(page)
    page.resize(1056, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    return page


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HelpPage:
    made = HelpPage(look)
    shown(made, qtbot)
    return made


def words(page: Page) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel)).replace("\u200b", "")


def topic(page: HelpPage, name: str) -> QRadioButton:
    return next(each for each in page.findChildren(QRadioButton) if each.text() == name)


def test_help_begins_with_getting_started(page: HelpPage) -> None:
    assert page.announcement() == "Help: Getting started"
    assert "A first look, alone" in words(page)
    assert "With your organisation, or one you advise" in words(page)


def test_the_topics_are_reached_by_arrow_keys(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.keyClick(topic(page, "Getting started"), Qt.Key.Key_Right)
    assert "works without a mouse" in words(page)

    qtbot.keyClick(topic(page, "Keyboard"), Qt.Key.Key_Right)
    assert "You can check every number with a pencil." in words(page)
    assert page.announcement() == "Help: How scores are worked out"

    qtbot.keyClick(topic(page, "How scores are worked out"), Qt.Key.Key_Right)
    assert "How a check runs" in words(page)

    qtbot.keyClick(topic(page, "Several people"), Qt.Key.Key_Right)
    assert "not encrypted" in words(page)


@pytest.mark.parametrize(
    ("topic_id", "heading"),
    [
        ("start", "A first look, alone"),
        ("keyboard", "While answering"),
        ("scores", "From four answers to a score"),
        ("together", "How a check runs"),
        ("privacy", "Who could read it"),
        ("data-file", "When it does not open"),
    ],
)
def test_a_topic_can_be_asked_for_by_name(page: HelpPage, topic_id: str, heading: str) -> None:
    page.show_topic(topic_id)

    assert heading in words(page)


# -- looking for words


def seek(page: HelpPage, qtbot: QtBot, sought: str) -> None:
    page.begin_search()
    qtbot.keyClicks(page.search.line, sought)


def test_words_are_found_in_every_topic_whatever_their_case(page: HelpPage, qtbot: QtBot) -> None:
    seek(page, qtbot, "PIN Lost")

    assert [each.hit.section.heading for each in page.found] == [
        "When the laptop goes round",
        "What a passphrase does",
    ]
    assert "If the PIN is lost" in page.found[0].hit.sentence
    assert "Found in 2 places." in words(page)


def test_enter_reads_the_first_place_and_shows_it(page: HelpPage, qtbot: QtBot) -> None:
    seek(page, qtbot, "not encrypted")
    heading = page.found[0].hit.section.heading
    qtbot.keyClick(page.search.line, Qt.Key.Key_Return)

    assert page.announcement() == "Help: Privacy, in one page"
    assert page.search.words == ""
    shown_heading = next(each for each in page.findChildren(QLabel) if each.text() == heading)
    qtbot.waitUntil(lambda: not shown_heading.visibleRegion().isEmpty())


def test_a_heading_comes_before_what_only_speaks_of_it(page: HelpPage, qtbot: QtBot) -> None:
    seek(page, qtbot, "copies")

    assert page.found[0].hit.section.heading == "Copies"
    assert len(page.found) > 1


def test_what_is_nowhere_is_said_and_esc_leads_back(page: HelpPage, qtbot: QtBot) -> None:
    page.show_topic("scores")
    seek(page, qtbot, "zebra crossing")
    assert "Nothing in the help has these words." in words(page)
    qtbot.keyClick(page.search.line, Qt.Key.Key_Escape)

    assert page.search.words == ""
    assert "From four answers to a score" in words(page)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1056), (1.5, 656), (2.0, 656)])
def test_what_was_found_fits(page: HelpPage, qtbot: QtBot, look: Look, scale: float, width: int) -> None:
    enlarge(look, scale)
    page.resize(width, 700)
    seek(page, qtbot, "file")

    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert nameless(page) == []


def test_every_section_is_found_by_its_own_heading() -> None:
    topics = (getting_started(), keyboard(), scores(), together(), privacy(), data_file())

    for each in topics:
        for section in each.sections:
            assert section in [hit.section for hit in hits(topics, section.heading)]
    assert hits(topics, "  ") == ()


def test_a_long_topic_is_scrolled_with_page_down_from_the_switch(page: HelpPage, qtbot: QtBot) -> None:
    page.show_topic("scores")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)

    qtbot.keyClick(page.first_focus(), Qt.Key.Key_PageDown)

    assert page.verticalScrollBar().value() > 0


def test_another_topic_begins_at_its_top(page: HelpPage, qtbot: QtBot) -> None:
    page.show_topic("scores")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    page.show_topic("privacy")

    assert page.verticalScrollBar().value() == 0


def test_every_menu_key_is_listed_as_the_menu_has_it(page: HelpPage, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window, lambda _id: None)
    page.show_topic("keyboard")
    said = words(page).split("\n")

    for command in (each for menu in menus() for each in menu.commands if each is not None and each.keys):
        pressed = (
            commands.action(command.id)
            .shortcuts()[0]
            .toString(commands.action(command.id).shortcuts()[0].SequenceFormat.NativeText)
        )
        assert pressed in said, command.id
        assert command.words.replace("&", "").removesuffix("\u2026") in said


def test_the_keys_of_the_question_page_are_listed(page: HelpPage) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    def press(key: Qt.Key, text: str) -> QKeyEvent:
        return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)

    page.show_topic("keyboard")
    said = words(page).split("\n")
    does = {"S": Act.SKIP, "E": Act.NOTE, "Enter": Act.NEXT, "Delete": Act.CLEAR}
    keys = {"S": Qt.Key.Key_S, "E": Qt.Key.Key_E, "Enter": Qt.Key.Key_Return, "Delete": Qt.Key.Key_Delete}
    for name, act in does.items():
        assert name in said
        text = name.lower() if len(name) == 1 else ""
        assert act_of(press(keys[name], text), writing=False, single_keys=True) is act
    for name, key in (("0", Qt.Key.Key_0), ("N", Qt.Key.Key_N)):
        assert name in said
        assert answer_of(press(key, name.lower()), 5, writing=False) is not None


def test_the_worked_example_is_what_the_program_works_out() -> None:
    asked = questionnaire({"people": {"A": 4}, "openness": {"B": 4}}, reverse=("A4",))
    given: dict[str, int | str] = {f"A{at}": point for at, (point, _reverse) in enumerate(score_help.EXAMPLE, 1)}

    result = result_of(personal_round(asked, given))

    assert result.theme("A").score == score_help.example_score()


def test_the_example_says_its_numbers_and_its_band(page: HelpPage) -> None:
    page.show_topic("scores")

    said = words(page)
    assert "The theme's score is the mean of 75, 50, 75, 75: 68.75, shown as 69." in said
    assert "The example of 69 reads as Usual." in said
    assert "the pillar stands at 65.75, shown as 66" in said


def test_one_answer_of_two_that_apply_is_too_few_as_the_help_says(page: HelpPage) -> None:
    asked = questionnaire({"people": {"A": 4}, "openness": {"B": 4}})

    result = result_of(personal_round(asked, {"A1": 4, "A2": "na", "A3": "na"}))

    page.show_topic("scores")
    assert "two that do not apply leave two: one answer is too few" in words(page)
    assert result.theme("A").score is None


def test_the_help_names_the_margins_and_differences_in_use(page: HelpPage) -> None:
    from trustcheck.domain.statistics.change import PILLAR, THEME
    from trustcheck.domain.statistics.margins import apart_by_chance

    page.show_topic("scores")

    said = words(page)
    assert f"about {THEME.margin} points either way for a theme" in said
    assert f"two pillars lie {apart_by_chance(PILLAR.margin)} points apart" in said
    assert f"a theme of two questions may lie off by {THEME.of_questions(2).margin} points" in said


def test_the_themes_named_in_the_gates_are_themes_of_the_questionnaire(page: HelpPage) -> None:
    from trustcheck import assets

    shipped = assets.path("questionnaires", "trust-and-openness", "questionnaire.yaml").read_text(encoding="utf-8")
    page.show_topic("scores")

    for theme in ("Safe to speak", "Fair response", "Words and deeds", "Real voices"):
        assert theme in words(page)
        assert f"name: {theme}" in shipped


def test_privacy_says_what_is_kept_who_could_read_it_and_how_it_goes(page: HelpPage) -> None:
    page.show_topic("privacy")

    said = words(page)
    for part in ("What is kept", "What is not kept", "What is sent", "Who could read it", "How to delete"):
        assert part in said
    assert "Nothing. TrustCheck has no account" in said
    assert "confidential" in said
    assert "anonym" not in said.lower()


def test_no_word_of_help_or_about_is_one_we_do_not_use(page: HelpPage, look: Look, qtbot: QtBot) -> None:
    about = AboutPage(look)
    qtbot.addWidget(about)
    said = words(about)
    for topic_id in ("keyboard", "scores", "together", "privacy"):
        page.show_topic(topic_id)
        said += words(page)

    assert not re.search(r"\b(respondent|user|submit|invalid|oops|maturity|empower)", said, re.IGNORECASE)
    assert "!" not in said


def test_about_names_version_licences_refused_uses_and_whose_idea_it_was(look: Look, qtbot: QtBot) -> None:
    about = AboutPage(look)
    about.show_version("1.2.3")
    shown(about, qtbot)

    said = words(about)
    assert "Version 1.2.3" in said
    for part in ("Qt 6", "PySide6", "SQLAlchemy", "ReportLab", "NumPy", "SciPy", "Lucide", "Source Serif 4"):
        assert part in said
    for licence in ("LGPL v3", "MIT", "CC BY 4.0", "SIL OFL 1.1", "ISC"):
        assert licence in said
    for use in ("Pay", "Dismissal", "Ranking", "who said what"):
        assert use in said
    assert "Paul Taylor" in said
    assert "There is no switch for it because there is nothing to switch off." in said


def test_about_is_scrolled_by_keyboard(look: Look, qtbot: QtBot) -> None:
    about = AboutPage(look)
    shown(about, qtbot)
    about.resize(648, 400)
    qtbot.waitUntil(lambda: about.verticalScrollBar().maximum() > 0)

    qtbot.keyClick(about, Qt.Key.Key_PageDown)

    assert about.verticalScrollBar().value() > 0


@pytest.mark.parametrize("topic_id", ["keyboard", "scores", "together", "privacy"])
def test_nothing_is_cut_off_at_double_text_in_the_smallest_window(
    page: HelpPage, look: Look, qtbot: QtBot, topic_id: str
) -> None:
    from dataclasses import replace

    page.show_topic(topic_id)
    look.show(replace(look.taste, scale=2.0))
    page.resize(576, 560)

    qtbot.waitUntil(lambda: page.widget().minimumSizeHint().width() <= page.viewport().width())
