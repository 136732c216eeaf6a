"""One check, one result, two editions: made, seen, saved and printed with the keyboard, from the team's sample."""

from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt

from tests.person.data_files import with_checks
from tests.person.program import Program
from trustcheck.domain.checks.round import RoundKind
from trustcheck.ui.results.report_page import ReportPage
from trustcheck.ui.shell.places import Place

CTRL = Qt.KeyboardModifier.ControlModifier


def words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_staff_edition_is_chosen_saved_beside_the_leaders_and_printed(
    program: Callable[[], Program], tmp_path: Path
) -> None:
    running = program()
    data_file = str(tmp_path / "sample.trustcheck")
    with_checks(Path(data_file))
    person = running.start(data_file)
    # Home comes a moment after the file: what was taken up before that would be put down again.
    person.arrives_at(Place.HOME)
    flow = running.navigator.flow
    team = next(each for each in flow.file.store.rounds.summaries() if each.kind is RoundKind.GROUP)
    flow.group.take_up(team.id)
    person.arrives_at(Place.OVERVIEW)
    flow.group.show(Place.REPORT)
    person.arrives_at(Place.REPORT)
    page = running.window.page(Place.REPORT)
    assert isinstance(page, ReportPage)
    person.waits_for(page.save_button.isEnabled)
    saved = {}
    for edition, pages in (("leaders", range(12, 15)), ("staff", range(1, 3))):
        running.files.to_save = str(tmp_path / f"{edition}.pdf")
        person.choose("Save PDF")
        person.sees("Saved as")
        saved[edition] = tmp_path / f"{edition}.pdf"
        assert len(PdfReader(saved[edition]).pages) in pages
        if edition == "leaders":
            person.tab_to("Leaders")
            person.press(Qt.Key.Key_Right)
            person.press(Qt.Key.Key_Space)
            person.waits_for(lambda: not page.save_button.isEnabled())
            person.waits_for(page.save_button.isEnabled)

    printing = [running.window.commands.action(each).isEnabled() for each in ("print-report", "print-forms")]
    assert printing == [True, False]
    running.files.to_print = str(tmp_path / "printed.pdf")
    person.press(Qt.Key.Key_P, CTRL)
    person.sees("Sent to the printer.")

    assert len(PdfReader(tmp_path / "printed.pdf").pages) == len(PdfReader(saved["staff"]).pages)
    assert "Bellwater Council" in words(saved["leaders"])
    assert "What you told us, and what we will do" in words(saved["staff"])
    assert "for staff" in running.files.suggested
