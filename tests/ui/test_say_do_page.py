"""Say and do: twenty facts to enter, what they contradict, and a person who is never disturbed while entering them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import portraits
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.portraits.result import result_of
from trustcheck.domain.checks.round import NOTE_LIMIT
from trustcheck.domain.questionnaire.answers import EvidenceGrade, Fact, PracticeAnswer
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.fields import LineEdit
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.choice_row import ChoiceSegment
from trustcheck.ui.results.practice_card import ContradictionCard
from trustcheck.ui.results.say_do_page import FactRow, SayDoPage

ENOUGH = {f"K{number:02}": "yes" for number in range(1, 7)}


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SayDoPage:
    return entering(SayDoPage(look), qtbot)


def entering(page: SayDoPage, qtbot: QtBot, **known: str) -> SayDoPage:
    page.show_result(portraits.result(portraits.at("WD", 5), known=known))
    shown(page, qtbot)
    qtbot.waitUntil(lambda: len(page.rows) == 20)
    # The last card is there, and may still stand where it was born.
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return page


def choice(row: FactRow, fact: Fact) -> ChoiceSegment:
    return row.choices.segments[fact.value]


def evidence(row: FactRow) -> LineEdit:
    assert row.evidence is not None
    return row.evidence.line


def test_before_anything_is_entered_the_page_invites(page: SayDoPage) -> None:
    assert "What you describe, beside what can be checked" in words_on(page)
    assert "Answer the facts you know; the rest may stay open." in words_on(page)
    assert "0 of 20 known" in words_on(page)


def test_every_fact_says_what_counts_as_partly(page: SayDoPage) -> None:
    text = words_on(page)

    for fact in portraits.shipped().practices:
        assert fact.text in text
        assert f"Counts as partly: {fact.partly}" in text


def test_a_click_answers_a_fact_at_once(page: SayDoPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.fact_answered) as heard:
        qtbot.mouseClick(choice(page.rows["K04"], Fact.PARTLY), Qt.MouseButton.LeftButton)

    assert heard.args == [PracticeAnswer("K04", Fact.PARTLY)]
    assert choice(page.rows["K04"], Fact.PARTLY).isChecked()


@pytest.mark.parametrize(
    ("key", "fact"),
    [
        (Qt.Key.Key_Y, Fact.YES),
        (Qt.Key.Key_P, Fact.PARTLY),
        (Qt.Key.Key_N, Fact.NO),
        (Qt.Key.Key_0, Fact.DONT_KNOW),
        (Qt.Key.Key_D, Fact.DONT_KNOW),
        (Qt.Key.Key_A, Fact.NOT_APPLICABLE),
    ],
)
def test_a_letter_answers_the_fact_that_has_the_keyboard(
    page: SayDoPage, qtbot: QtBot, key: Qt.Key, fact: Fact
) -> None:
    first = choice(page.rows["K02"], Fact.YES)
    first.setFocus()

    with qtbot.waitSignal(page.fact_answered) as heard:
        qtbot.keyClick(first, key)

    assert heard.args == [PracticeAnswer("K02", fact)]
    qtbot.waitUntil(choice(page.rows["K02"], fact).hasFocus)


def test_arrows_move_and_choose_nothing_and_space_chooses(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    choice(row, Fact.YES).setFocus()

    with qtbot.assertNotEmitted(page.fact_answered):
        qtbot.keyClick(choice(row, Fact.YES), Qt.Key.Key_Right)
        qtbot.keyClick(choice(row, Fact.PARTLY), Qt.Key.Key_Down)
    assert row.choices.choice == ""
    assert choice(row, Fact.NO).hasFocus()

    with qtbot.waitSignal(page.fact_answered) as heard:
        qtbot.keyClick(choice(row, Fact.NO), Qt.Key.Key_Space)
    assert heard.args == [PracticeAnswer("K01", Fact.NO)]


def test_arrows_go_round_to_the_choices_that_stand_apart(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    choice(row, Fact.YES).setFocus()

    qtbot.keyClick(choice(row, Fact.YES), Qt.Key.Key_Left)

    assert choice(row, Fact.NOT_APPLICABLE).hasFocus()


def test_one_choice_puts_out_the_other_even_across_the_strip(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(choice(row, Fact.DONT_KNOW), Qt.MouseButton.LeftButton)

    assert [each for each, segment in row.choices.segments.items() if segment.isChecked()] == ["dk"]


def test_tab_stops_once_in_a_fact(page: SayDoPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(choice(page.rows["K01"], Fact.NO), Qt.MouseButton.LeftButton)
    qtbot.keyClick(choice(page.rows["K01"], Fact.NO), Qt.Key.Key_Tab)
    assert evidence(page.rows["K01"]).hasFocus()

    qtbot.keyClick(evidence(page.rows["K01"]), Qt.Key.Key_Tab)
    assert choice(page.rows["K02"], Fact.YES).hasFocus()

    qtbot.keyClick(choice(page.rows["K02"], Fact.YES), Qt.Key.Key_Tab)
    assert choice(page.rows["K03"], Fact.YES).hasFocus()


def test_delete_takes_an_answer_back(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(page.fact_cleared) as heard:
        qtbot.keyClick(choice(row, Fact.YES), Qt.Key.Key_Delete)

    assert heard.args == ["K01"]
    assert row.choices.choice == ""


def test_what_shows_it_is_told_when_typing_pauses(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(page.fact_answered) as heard:
        qtbot.keyClicks(evidence(row), "Page 2 of the rules")

    assert heard.args == [PracticeAnswer("K01", Fact.YES, "Page 2 of the rules")]


def test_what_shows_it_is_told_at_once_when_the_line_is_left(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)
    evidence(row).setFocus()
    qtbot.keyClicks(evidence(row), "Page 2")

    with qtbot.waitSignal(page.fact_answered, timeout=500) as heard:
        qtbot.keyClick(evidence(row), Qt.Key.Key_Tab)

    assert heard.args == [PracticeAnswer("K01", Fact.YES, "Page 2")]


def test_what_is_half_typed_is_told_when_the_page_goes(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(evidence(row), "Pa")

    with qtbot.waitSignal(page.fact_answered, timeout=500) as heard:
        page.hide()

    assert heard.args == [PracticeAnswer("K01", Fact.YES, "Pa")]


def test_what_shows_it_has_a_limit_and_a_reminder(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)

    assert evidence(row).maxLength() == NOTE_LIMIT
    assert evidence(row).placeholderText() == "A link, a date, a document. Never a person\u2019s case."


def test_a_new_result_leaves_the_person_who_types_alone(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)
    line = evidence(row)
    line.setFocus()
    qtbot.keyClicks(line, "half a sen")

    page.show_result(portraits.result(portraits.at("WD", 5), known={"K01": "yes", "K19": "no"}))

    assert page.rows["K01"] is row
    assert evidence(row) is line
    assert line.hasFocus()
    assert line.text() == "half a sen"
    assert choice(page.rows["K19"], Fact.NO).isChecked()


def test_a_contradiction_that_appears_above_does_not_push_the_person_away(page: SayDoPage, qtbot: QtBot) -> None:
    last = choice(page.rows["K19"], Fact.NO)
    last.setFocus()
    page.ensureWidgetVisible(last)
    before = last.mapTo(page.viewport(), last.rect().topLeft()).y()

    page.show_result(portraits.result(portraits.at("WD", 5), known={"K19": "no"}))

    assert len(page.findChildren(ContradictionCard)) == 1
    assert abs(last.mapTo(page.viewport(), last.rect().topLeft()).y() - before) <= 2
    assert last.hasFocus()


def stands(page: SayDoPage, widget: QWidget) -> tuple[int, int]:
    """Where something is on the screen right now."""
    at = widget.mapTo(page.viewport(), QPoint())
    return at.x(), at.y()


def living(page: SayDoPage, theme: str) -> None:
    """Let the page show at once what becomes of each answer, as the program does."""
    known: dict[str, str] = {}

    def answered(given: PracticeAnswer) -> None:
        known[given.practice_id] = given.fact.value
        page.show_result(portraits.result(portraits.at(theme, 5), known=known))
        QApplication.processEvents()

    page.fact_answered.connect(answered)


@pytest.mark.parametrize(("width", "height", "scale"), [(1056, 800, 1.0), (656, 560, 1.0), (1056, 800, 1.5)])
@pytest.mark.parametrize(("theme", "fact"), [("GI", "K01"), ("GI", "K02"), ("WD", "K19")])
def test_answering_a_fact_moves_nothing_under_the_pointer(
    page: SayDoPage, qtbot: QtBot, look: Look, width: int, height: int, scale: float, theme: str, fact: str
) -> None:
    """Neither the answers of that fact nor the next fact, whether a contradiction comes or goes above them."""
    page.resize(width, height)
    enlarge(look, scale)
    page.show_result(portraits.result(portraits.at(theme, 5)))
    QApplication.processEvents()
    living(page, theme)
    row = page.rows[fact]
    page.ensureWidgetVisible(row)
    QApplication.processEvents()
    below = list(page.rows.values())[list(page.rows).index(fact) + 1]
    shown_at = [stands(page, each) for each in (*row.choices.segments.values(), below)]
    seen = set()

    for given in (Fact.NO, Fact.YES, Fact.NO, Fact.DONT_KNOW, Fact.PARTLY):
        qtbot.mouseClick(choice(row, given), Qt.MouseButton.LeftButton)
        assert [stands(page, each) for each in (*row.choices.segments.values(), below)] == shown_at, given
        seen.add(len(page.findChildren(ContradictionCard)))

    assert seen == {0, 1}


def test_facts_that_fill_the_chart_push_nobody_away(page: SayDoPage, qtbot: QtBot) -> None:
    living(page, "WD")
    for fact in ENOUGH:
        segment = choice(page.rows[fact], Fact.YES)
        page.ensureWidgetVisible(segment)
        QApplication.processEvents()
        before = stands(page, segment)

        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)

        assert stands(page, segment) == before
    assert names_of(page, ChartView) != []


def room_above_the_facts(page: SayDoPage) -> int:
    """Pixels between the line that explains the page and the heading of the facts."""
    lead = next(each for each in page.findChildren(QLabel) if each.text().startswith("A fact stands beside"))
    facts = next(each for each in page.findChildren(QLabel) if each.text() == "The facts")
    return facts.mapTo(page, QPoint()).y() - lead.mapTo(page, lead.rect().bottomLeft()).y()


def test_air_that_kept_a_place_is_gone_when_the_page_is_shown_anew(look: Look, qtbot: QtBot) -> None:
    page = entering(SayDoPage(look), qtbot, K01="yes")
    living(page, "GI")
    before = room_above_the_facts(page)
    qtbot.mouseClick(choice(page.rows["K01"], Fact.NO), Qt.MouseButton.LeftButton)
    page.verticalScrollBar().setValue(0)
    # The card that was just answered has asked for its room, and is given it with what is posted.
    QApplication.processEvents()
    partly = choice(page.rows["K01"], Fact.PARTLY)
    stood = stands(page, partly)

    qtbot.mouseClick(partly, Qt.MouseButton.LeftButton)
    assert stands(page, partly) == stood
    assert room_above_the_facts(page) > before

    page.hide()
    page.show()

    qtbot.waitUntil(lambda: room_above_the_facts(page) == before)


def test_contradictions_come_first_with_both_sides_and_a_question(look: Look, qtbot: QtBot) -> None:
    page = entering(SayDoPage(look), qtbot, K19="no", K20="yes")
    result = portraits.result(portraits.at("WD", 5), known={"K19": "no", "K20": "yes"})
    card = words_on(page.findChildren(ContradictionCard)[0])

    assert "One fact stands against the answers." in words_on(page)
    assert portraits.shipped().practice_by_id["K19"].text in card
    assert next(fact.sentence for fact in result.facts if fact.practice.id == "K19") in card
    assert "who carries it today" in card


def test_with_facts_that_fit_nothing_contradicts_so_far(look: Look, qtbot: QtBot) -> None:
    page = entering(SayDoPage(look), qtbot, K20="yes")

    assert "No known fact stands against the answers." in words_on(page)
    assert page.findChildren(ContradictionCard) == []
    assert "1 of 20 known" in words_on(page)


def test_facts_that_are_not_known_or_do_not_apply_are_counted_apart(look: Look, qtbot: QtBot) -> None:
    page = entering(SayDoPage(look), qtbot, K20="yes", K01="dk", K02="na")

    assert "1 of 20 known, 2 not known or not applying" in words_on(page)


def test_a_pillar_shows_its_facts_beside_its_answers_once_six_of_ten_are_known(look: Look, qtbot: QtBot) -> None:
    page = entering(SayDoPage(look), qtbot, **ENOUGH)
    charts = [name for name in names_of(page, ChartView) if "facts" in name]

    assert charts == ["Trust in your people: answers 50, facts 100 of 100, 50 points apart."]
    assert "Openness: 0 of 10 facts are known, too few for a number." in words_on(page)
    qtbot.mouseClick(named(page, QPushButton, "Show as table"), Qt.MouseButton.LeftButton)
    assert named(page, ChartTable, "Answers and facts as a table").item(0, 2).text() == "100"


def test_with_fewer_known_there_is_no_index(look: Look, qtbot: QtBot) -> None:
    page = entering(SayDoPage(look), qtbot, K01="yes", K02="yes", K03="yes", K04="yes", K05="yes")

    assert names_of(page, ChartView) == []


def test_a_pulse_says_that_facts_have_nothing_to_stand_beside(look: Look, qtbot: QtBot) -> None:
    page = SayDoPage(look)
    page.show_result(portraits.pulse())
    shown(page, qtbot)

    assert "They still go into the report." in words_on(page)


def test_answers_are_radio_buttons_in_a_group_named_by_the_fact(page: SayDoPage) -> None:
    row = page.rows["K01"]
    group = QAccessible.queryAccessibleInterface(row.choices)
    roles = {QAccessible.queryAccessibleInterface(each).role() for each in row.choices.segments.values()}

    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == portraits.shipped().practice_by_id["K01"].text
    assert roles == {QAccessible.Role.RadioButton}


def test_the_keyboard_begins_at_the_first_open_fact(look: Look, qtbot: QtBot) -> None:
    page = entering(SayDoPage(look), qtbot, K01="yes", K02="no")

    assert page.first_focus() is choice(page.rows["K03"], Fact.YES)


def test_another_round_begins_with_its_own_facts(page: SayDoPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(choice(page.rows["K01"], Fact.YES), Qt.MouseButton.LeftButton)
    page.show_result(portraits.foreign())

    qtbot.waitUntil(lambda: len(page.rows) == 20)
    assert page.rows["K01"].choices.choice == "no"


def test_everything_the_keyboard_reaches_has_a_name(look: Look, qtbot: QtBot) -> None:
    assert nameless(entering(SayDoPage(look), qtbot, **ENOUGH, K19="no")) == []


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (656, 1.0), (656, 1.5), (656, 2.0)])
def test_nothing_is_cut_off_with_names_of_any_length_and_script(
    look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    page = SayDoPage(look)
    page.show_result(portraits.foreign())
    shown(page, qtbot, width, 560)
    enlarge(look, scale)
    qtbot.waitUntil(lambda: len(page.rows) == 20)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_how_well_it_is_shown_is_said_beside_what_shows_it(page: SayDoPage, qtbot: QtBot) -> None:
    row = page.rows["K01"]
    qtbot.mouseClick(choice(row, Fact.YES), Qt.MouseButton.LeftButton)
    assert row.grade is not None
    assert row.grade.accessibleName() == "How well it is shown: not said"

    with qtbot.waitSignal(page.fact_answered) as heard:
        row.grade.actions_by_grade[EvidenceGrade.DOCUMENT].trigger()

    assert heard.args == [PracticeAnswer("K01", Fact.YES, "", EvidenceGrade.DOCUMENT)]
    assert row.grade.accessibleName() == "How well it is shown: a document"
    with qtbot.waitSignal(page.fact_answered) as heard:
        row.grade.actions_by_grade[None].trigger()
    assert heard.args == [PracticeAnswer("K01", Fact.YES)]


def test_two_bars_to_a_theme_stand_there_once_one_fact_is_graded(look: Look, qtbot: QtBot) -> None:
    page, result = SayDoPage(look), portraits.result(known={"K01": "yes", "K02": "no"})
    page.show_result(result)
    shown(page, qtbot)
    assert "What was answered, and what can be shown" not in words_on(page)

    graded = replace(result.round.facts["K01"], grade=EvidenceGrade.OUTSIDER)
    page.show_result(result_of(replace(result.round, facts={**result.round.facts, "K01": graded})))

    assert "2 of 20 facts answered, 1 of them can be shown: by a document, or to an outsider." in words_on(page)
    said = " ".join(each.accessibleName() for each in page.findChildren(ChartView))
    assert "of 2 facts 2 answered, 1 can be shown." in said
