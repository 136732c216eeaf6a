"""The report page: what is seen is what is saved; choices make it anew; trouble is told calmly."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from trustcheck.app.ports import Paper, Refused, Report, ReportOptions
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.report_page import ReportPage

OPTIONS = ReportOptions(date(2026, 11, 22), prepared_by="Asha Verma")


def pdf(pages: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file)
    for page in range(pages):
        canvas.drawString(72, 700, f"Page {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ReportPage:
    shown = ReportPage(look)
    shown.show_options(OPTIONS)
    qtbot.addWidget(shown)
    shown.resize(1056, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def made(page: ReportPage, qtbot: QtBot) -> ReportPage:
    page.show_making(0, 3)
    with qtbot.waitSignal(page.preview.shown):
        page.show_report(Report(pdf(7), 7))
    return page


def button(page: ReportPage, name: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.accessibleName() == name)


def words(page: ReportPage) -> str:
    shown = [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    return "\n".join(shown).replace("\u200b", "")


def test_a_finished_report_is_seen_page_by_page_and_may_be_saved(made: ReportPage, qtbot: QtBot) -> None:
    assert made.preview.words == "1 of 7"
    assert "This is the very file that will be saved." in words(made)
    assert "Who will read this?" in words(made)
    with qtbot.waitSignal(made.save_asked):
        qtbot.mouseClick(button(made, "Save PDF"), Qt.MouseButton.LeftButton)


def test_while_it_is_made_the_page_says_how_far_it_is_and_nothing_can_be_saved(page: ReportPage) -> None:
    page.show_making(2, 8)

    assert "Making the report" in words(page)
    assert (page.making.bar.value(), page.making.bar.maximum()) == (2, 8)
    assert page.making.bar.accessibleName() == "Making the report"
    assert not button(page, "Save PDF").isEnabled()


def test_making_it_can_be_stopped_and_begun_again(page: ReportPage, qtbot: QtBot) -> None:
    page.show_making(1, 8)

    with qtbot.waitSignal(page.cancel_asked):
        qtbot.mouseClick(button(page, "Cancel"), Qt.MouseButton.LeftButton)
    assert "Stopped. Nothing was saved." in words(page)

    with qtbot.waitSignal(page.options_changed) as heard:
        qtbot.mouseClick(button(page, "Make it again"), Qt.MouseButton.LeftButton)
    assert heard.args == [OPTIONS]


def test_paper_is_chosen_by_radio_buttons(made: ReportPage, qtbot: QtBot) -> None:
    letter = next(each for each in made.findChildren(QRadioButton) if each.text() == "Letter")

    with qtbot.waitSignal(made.options_changed) as heard:
        qtbot.mouseClick(letter, Qt.MouseButton.LeftButton)

    assert heard.args == [replace(OPTIONS, paper=Paper.LETTER)]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("With my notes", "with_notes"),
        ("With all questions", "with_all_questions"),
        ("With the sum of every number", "with_sums"),
    ],
)
def test_a_switch_says_what_the_report_holds(made: ReportPage, qtbot: QtBot, name: str, field: str) -> None:
    switch = next(each for each in made.findChildren(QCheckBox) if each.accessibleName() == name)
    before = getattr(OPTIONS, field)

    with qtbot.waitSignal(made.options_changed) as heard:
        qtbot.keyClick(switch, Qt.Key.Key_Space)

    assert heard.args == [replace(OPTIONS, **{field: not before})]


def test_a_name_makes_the_report_anew_once_it_is_written_not_at_each_letter(made: ReportPage, qtbot: QtBot) -> None:
    line = next(each for each in made.findChildren(QLineEdit) if each.accessibleName() == "Prepared by")
    told: list[ReportOptions] = []
    made.options_changed.connect(told.append)
    line.setFocus()
    line.selectAll()

    qtbot.keyClicks(line, "Tom Rowan")
    assert told == []
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [replace(OPTIONS, prepared_by="Tom Rowan")]


def test_showing_options_tells_nobody(page: ReportPage) -> None:
    told: list[ReportOptions] = []
    page.options_changed.connect(told.append)

    page.show_options(ReportOptions(date(2026, 1, 1), Paper.LETTER, False, True, "Somebody"))

    assert told == []


def test_after_saving_the_page_says_where_and_shows_the_folder(
    made: ReportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Folders(QObject):
        opened: list[str] = []  # noqa: RUF012 - one test, one list

        @Slot(QUrl)
        def show(self, url: QUrl) -> None:
            self.opened.append(url.toLocalFile())

    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "show")
    made.show_saved("/home/asha/Documents/Ferngate trust report 2026-11-22.pdf")

    assert "Saved as /home/asha/Documents/Ferngate trust report 2026-11-22.pdf" in words(made)
    qtbot.mouseClick(button(made, "Show in folder"), Qt.MouseButton.LeftButton)
    QDesktopServices.unsetUrlHandler("file")
    assert folders.opened == ["/home/asha/Documents"]


def test_a_report_that_cannot_be_saved_is_told_and_can_be_saved_again(made: ReportPage, qtbot: QtBot) -> None:
    made.show_refused(Refused("The disk is full.", "The old report is whole.", "Make some room, then try again."))

    assert "The disk is full. The old report is whole. Make some room, then try again." in words(made)
    with qtbot.waitSignal(made.save_asked):
        qtbot.mouseClick(button(made, "Save PDF"), Qt.MouseButton.LeftButton)


def test_a_report_that_cannot_be_made_can_be_made_again(page: ReportPage, qtbot: QtBot) -> None:
    page.show_making(0, 8)
    page.show_refused(Refused("That did not work.", "Your answers are safe."))

    assert "The report was not made." in words(page)
    assert not button(page, "Save PDF").isEnabled()
    with qtbot.waitSignal(page.options_changed):
        qtbot.mouseClick(button(page, "Make it again"), Qt.MouseButton.LeftButton)


def test_characters_that_could_not_be_printed_are_named(made: ReportPage) -> None:
    made.show_report(Report(pdf(1), 1, ("\U0001f642", "\u16a0")))
    assert "2 characters" in words(made)
    assert "slightly smiling face" in words(made)
    assert "runic letter fehu" in words(made)
    assert "With the font Noto Emoji installed on this computer" in words(made)

    made.show_report(Report(pdf(1), 1, tuple(chr(0x16A0 + at) for at in range(20))))
    assert "and 14 more" in words(made)

    made.show_report(Report(pdf(1), 1))
    assert "small box" not in words(made)


def test_once_another_report_is_being_made_nothing_old_is_claimed(made: ReportPage) -> None:
    made.show_saved("/reports/report.pdf")

    made.show_making(0, 8)

    assert "Saved as" not in words(made)
    assert "very file" not in words(made)


def test_the_options_stand_below_the_preview_in_a_narrow_window(made: ReportPage, qtbot: QtBot) -> None:
    made.resize(648, 560)

    qtbot.waitUntil(lambda: made.choices.mapTo(made, made.choices.rect().topLeft()).y() > made.preview.height())
    assert made.widget().width() <= made.viewport().width()
