"""Making a group's report in the window: it wears what is kept of its client, and clients never share a choice."""

from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import ImageChops, ImageFilter, ImageStat
from pptx import Presentation
from pypdfium2 import PdfDocument, PdfPage
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.group_builders import group_result
from trustcheck.app.ports import Edition, Progress, Report, ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.bootstrap import build
from trustcheck.domain.checks.round import OrganisationDetails
from trustcheck.ui.kit.background import Task
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.report_page import ReportPage
from trustcheck.ui.results.reporting import Reporting
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place

TODAY = date(2026, 11, 22)
KEPT = {
    3: OrganisationDetails(prepared_by="Harrow & Pike", accent="#7a1f5c", closing_words="Call us.", logo=b""),
    4: OrganisationDetails(),
}


class Kept:
    """A store of which only the organisations' details and folders are asked."""

    def __init__(self) -> None:
        self.folders: dict[int, str] = {}
        self.organisations = self.carrying = self

    def folder_of(self, organisation_id: int) -> str:
        return self.folders.get(organisation_id, "")

    def keep_folder(self, organisation_id: int, folder: str) -> None:
        self.folders[organisation_id] = folder

    def details(self, organisation_id: int) -> OrganisationDetails:
        return KEPT[organisation_id]


@dataclass
class Desk:
    reporting: Reporting
    page: ReportPage
    window: MainWindow
    made: list[tuple[GroupResult, ReportOptions]] = field(default_factory=list)
    saved: dict[str, bytes] = field(default_factory=dict)
    store: Kept = field(default_factory=Kept)

    def show(self, result: GroupResult) -> None:
        self.reporting.show(result, self.store)  # type: ignore[arg-type]


class Dialogs:
    def __init__(self, folder: Path) -> None:
        self.folder, self.suggested, self.has_printer = folder, "", True

    def file_to_save(self, suggested: str) -> str:
        self.suggested = suggested
        return str(self.folder / "out.pdf")

    def document_to_save(self, suggested: str) -> str:
        self.suggested = suggested
        return str(self.folder / f"out{Path(suggested).suffix}")

    def printer(self, pages: int, size: QPageSize) -> QPrinter | None:
        self.pages, self.size = pages, size
        if not self.has_printer:
            return None
        printer = QPrinter()
        printer.setPageSize(size)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        return printer


def unlike(one: PdfPage, other: PdfPage) -> float:
    """How far two pages are from looking alike."""
    pictures = [each.render(scale=0.25).to_pil().convert("L").filter(ImageFilter.BoxBlur(2)) for each in (one, other)]
    difference = ImageChops.difference(pictures[0], pictures[1].resize(pictures[0].size))
    return float(ImageStat.Stat(difference).rms[0])


@pytest.fixture
def dialogs(tmp_path: Path) -> Dialogs:
    return Dialogs(tmp_path)


@pytest.fixture
def desk(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> Desk:
    made: list[tuple[Any, ReportOptions]] = []
    saved: dict[str, bytes] = {}

    def make(result: Any, options: ReportOptions, progress: Progress | None = None) -> Report:
        made.append((result, options))
        return build({}).make_report(result, options, progress)

    application = replace(
        build({"TRUSTCHECK_DATA": str(tmp_path)}),
        make_report=make,
        write_whole=lambda path, content: saved.update({path: content}),
        today=lambda: TODAY,
    )
    window = MainWindow(look, qapp)
    qtbot.addWidget(window)
    reporting = Reporting(application, window, dialogs)  # type: ignore[arg-type]
    page = window.page(Place.REPORT)
    assert isinstance(page, ReportPage)
    return Desk(reporting, page, window, made, saved)


def of(organisation_id: int) -> GroupResult:
    result = group_result(name=f"Client {organisation_id}")
    organisation = replace(result.summary.organisation, id=organisation_id)
    return replace(result, summary=replace(result.summary, organisation=organisation))


def test_the_leaders_edition_is_made_first_and_wears_what_is_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.show(of(3))
    qtbot.waitUntil(lambda: bool(desk.made))

    _result, options = desk.made[0]
    assert options.edition is Edition.LEADERS
    assert (options.prepared_by, options.accent, options.closing_words) == ("Harrow & Pike", "#7a1f5c", "Call us.")
    assert desk.page.group_choices.prepared.words == "Harrow & Pike"


def test_what_is_shown_is_what_is_saved_and_the_name_says_for_whom(desk: Desk, qtbot: QtBot, dialogs: Dialogs) -> None:
    desk.show(of(3))
    qtbot.waitUntil(desk.page.save_button.isEnabled)
    assert desk.reporting.suggested_name() == "Client 3 trust report 2026-11-22.pdf"

    desk.page.options_changed.emit(replace(desk.made[0][1], edition=Edition.STAFF))
    qtbot.waitUntil(lambda: len(desk.made) == 2 and desk.page.save_button.isEnabled())
    desk.reporting.save()
    qtbot.waitUntil(lambda: bool(desk.saved))

    assert Path(dialogs.suggested).name == "Client 3 trust report for staff 2026-11-22.pdf"
    assert next(iter(desk.saved.values())) == build({}).make_report(*desk.made[1]).pdf


def test_the_same_report_can_be_saved_as_a_document_with_what_was_chosen(
    desk: Desk, qtbot: QtBot, dialogs: Dialogs
) -> None:
    desk.show(of(3))
    assert not desk.page.word_button.isEnabled()
    qtbot.waitUntil(desk.page.word_button.isEnabled)
    qtbot.keyClick(desk.page.word_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.saved))

    assert Path(dialogs.suggested).name == "Client 3 trust report 2026-11-22.docx"
    (document,) = desk.saved.values()
    assert "Call us." in " ".join(each.text for each in Document(BytesIO(document)).paragraphs)


def test_it_can_be_saved_for_a_browser_with_what_was_chosen(desk: Desk, qtbot: QtBot, dialogs: Dialogs) -> None:
    desk.show(of(3))
    qtbot.waitUntil(desk.page.web_button.isEnabled)
    qtbot.keyClick(desk.page.web_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.saved))

    assert Path(dialogs.suggested).name == "Client 3 trust report 2026-11-22.html"
    (page,) = desk.saved.values()
    assert b"Call us." in page
    assert "#7a1f5c" in page.decode()


def test_the_session_can_be_saved_as_slides(desk: Desk, qtbot: QtBot, dialogs: Dialogs) -> None:
    desk.show(of(3))
    qtbot.waitUntil(desk.page.slides_button.isEnabled)
    qtbot.keyClick(desk.page.slides_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.saved))

    assert Path(dialogs.suggested).name == "Client 3 trust slides 2026-11-22.pptx"
    (slides,) = desk.saved.values()
    assert "What we promise each other in this room" in {
        each.shapes.title.text_frame.text for each in Presentation(BytesIO(slides)).slides
    }


def test_printing_sends_the_very_pages_that_are_seen(desk: Desk, qtbot: QtBot, dialogs: Dialogs) -> None:
    desk.show(of(3))
    qtbot.waitUntil(desk.page.print_button.isEnabled)
    qtbot.keyClick(desk.page.print_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.page.said == "Sent to the printer.")

    seen = PdfDocument(build({}).make_report(*desk.made[0]).pdf)
    printed = PdfDocument(dialogs.folder / "printed.pdf")
    assert len(printed) == len(seen) == dialogs.pages
    assert dialogs.size.id() is QPageSize.PageSizeId.A4
    assert printed[0].get_size() == pytest.approx(seen[0].get_size(), abs=1)
    assert unlike(seen[1], printed[1]) < unlike(seen[1], printed[2]) / 5


def test_pages_that_lie_across_are_printed_across(desk: Desk, qtbot: QtBot, dialogs: Dialogs) -> None:
    desk.show(of(3))
    qtbot.waitUntil(lambda: len(desk.made) == 1)
    desk.page.options_changed.emit(replace(desk.made[0][1], edition=Edition.FACILITATOR))
    qtbot.waitUntil(lambda: len(desk.made) == 2 and desk.page.print_button.isEnabled())
    desk.reporting.print()
    qtbot.waitUntil(lambda: desk.page.said == "Sent to the printer.")

    sheets = [each.get_size() for each in PdfDocument(dialogs.folder / "printed.pdf")]
    assert all(wide > high for wide, high in sheets)


def test_nothing_is_printed_for_whoever_changed_their_mind(desk: Desk, qtbot: QtBot, dialogs: Dialogs) -> None:
    dialogs.has_printer = False
    desk.show(of(3))
    qtbot.waitUntil(desk.page.print_button.isEnabled)
    desk.reporting.print()

    assert desk.page.said == ""
    assert not (dialogs.folder / "printed.pdf").exists()


def test_what_is_not_made_yet_is_not_printed_in_silence(desk: Desk, dialogs: Dialogs) -> None:
    desk.show(of(3))
    desk.reporting.print()

    assert desk.window.notice.words == "The report is not made yet. Print it when it is seen."
    assert not (dialogs.folder / "printed.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_told_and_the_report_stays(
    desk: Desk, qtbot: QtBot, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show(of(3))
    qtbot.waitUntil(desk.page.print_button.isEnabled)
    monkeypatch.setattr(dialogs, "folder", dialogs.folder / "no such folder")
    desk.reporting.print()
    qtbot.waitUntil(lambda: desk.page.said.startswith("The printer did not take the report."))

    assert desk.page.save_button.isEnabled()


@pytest.mark.parametrize("way", ["print", "save"])
def test_what_became_of_a_report_is_told_to_nobody_where_another_client_is_shown_by_then(
    desk: Desk, qtbot: QtBot, qapp: QApplication, way: str
) -> None:
    desk.show(of(3))
    qtbot.waitUntil(desk.page.print_button.isEnabled)
    getattr(desk.reporting, way)()
    desk.show(of(4))
    qtbot.waitUntil(lambda: len(desk.made) == 2 and not qapp.findChildren(Task))
    assert desk.page.said == ""
    assert desk.store.folders == {}


def test_another_client_begins_anew(desk: Desk, qtbot: QtBot) -> None:
    desk.show(of(3))
    qtbot.waitUntil(lambda: len(desk.made) == 1)
    changed = replace(desk.made[0][1], will_not="No more money.", sections=("minute", "method"), made_with=False)
    desk.page.options_changed.emit(changed)
    qtbot.waitUntil(lambda: len(desk.made) == 2)

    desk.show(of(4))
    qtbot.waitUntil(lambda: len(desk.made) == 3)

    assert desk.made[2][1] == ReportOptions(TODAY, edition=Edition.LEADERS)


def test_the_same_client_keeps_its_choices(desk: Desk, qtbot: QtBot) -> None:
    desk.show(of(3))
    qtbot.waitUntil(lambda: len(desk.made) == 1)
    desk.page.options_changed.emit(replace(desk.made[0][1], minutes=180))
    qtbot.waitUntil(lambda: len(desk.made) == 2)

    desk.show(replace(of(3), own_words="Another sentence."))
    qtbot.waitUntil(lambda: len(desk.made) == 3)

    assert desk.made[2][1].minutes == 180
