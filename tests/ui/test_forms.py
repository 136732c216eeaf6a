"""Making forms and taking them in again, on a real data file and real PDF files."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.forms import FEW, filled_in
from tests.ui.clients import Clients
from tests.ui.finding import cut_off, enlarge, named, nameless, words_on
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.report.forms.fillable import make_fillable_form
from trustcheck.ui.collecting.forms_page import FormsPage
from trustcheck.ui.collecting.group_desks import TakingBack
from trustcheck.ui.collecting.making_forms import MakingForms
from trustcheck.ui.collecting.returned_forms_page import ReturnedFormsPage
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.ui.kit.asking import FileDialogs

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
SIZES = [
    (1.0, 1056, 800),
    pytest.param(1.0, 656, 560, marks=pytest.mark.long),
    pytest.param(1.5, 1056, 800, marks=pytest.mark.long),
    (2.0, 656, 560),
]


class Folders:
    """Answers the dialogs for files and folders in a person's place."""

    def __init__(self) -> None:
        self.chosen = ""

    def forms_to_save(self, suggested: str) -> str:
        self.suggested = Path(suggested).name
        return self.chosen

    def folder_for_forms(self, folder: str) -> str:
        return self.chosen

    def folder_of_returned(self, folder: str) -> str:
        return self.chosen


class Desk:
    """An open check, and the desk for its forms."""

    def __init__(self, clients: Clients, folder: Path, asked: Questionnaire | None = None, **setup: Any) -> None:
        self.clients, self.qtbot, self.folder, self.dialogs = clients, clients.qtbot, folder, Folders()
        organisation = clients.store.organisations.add("Bellwater: Council")
        self.round_id = clients.open_check(organisation, group_builders.setup(**setup), asked)
        context = replace(clients.context, dialogs=cast("FileDialogs", self.dialogs))
        self.making, self.taking_back = MakingForms(context), TakingBack(context)

    def makes(self) -> FormsPage:
        with self.clients.arrival():
            self.making.begin(self.round_id)
        return self.clients.arrives_at(Place.FORMS, FormsPage)

    def takes_back(self, *dropped: str) -> ReturnedFormsPage:
        with self.clients.arrival():
            self.taking_back.begin(self.round_id, dropped)
        return self.clients.arrives_at(Place.RETURNED, ReturnedFormsPage)

    def clicks(self, page: FormsPage | ReturnedFormsPage, name: str) -> None:
        self.qtbot.mouseClick(named(page, QPushButton, name), Qt.MouseButton.LeftButton)

    def returned(self, name: str, answers: dict[str, str], code: str = "CDFGHJKM", view: Perspective = STAFF) -> None:
        known = self.clients.store.groups.setup(self.round_id)
        form = make_fillable_form(FormOrder(*known, view), code)
        (self.folder / name).write_bytes(filled_in(form, answers))


def words_in(path: Path) -> str:
    return "\n".join(each.extract_text() for each in PdfReader(path).pages)


def codes_in(text: str) -> set[str]:
    return {line.split()[1] for line in text.splitlines() if line.startswith("Form ")}


def all_at(state: str) -> dict[str, str]:
    return dict.fromkeys(FEW.order, state)


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    made.open_window()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "forms"
    made.mkdir()
    return made


def test_as_many_forms_are_printed_as_people_are_invited(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=0, staff=4)
    page = desk.makes()
    desk.dialogs.chosen = str(folder / "forms.pdf")
    desk.clicks(page, "Make the forms")
    clients.sees(page, "4 forms are made, 16 pages")

    text = words_in(folder / "forms.pdf")
    assert len(codes_in(text)) == 4
    assert "For staff" in text
    assert desk.dialogs.suggested == "Bellwater Council forms for staff.pdf"


def test_the_forms_of_leaders_and_staff_are_made_in_one_go(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=3, staff=4)
    page = desk.makes()
    assert [each.number for each in page.choices.asked] == [3, 4]
    (folder / "Bellwater Council forms for staff.pdf").write_text("older forms, not to be lost", "utf-8")
    desk.dialogs.chosen = str(folder)
    desk.clicks(page, "Make the forms")
    clients.sees(page, "3 for leaders and 4 for staff, 28 pages.")

    leaders = words_in(folder / "Bellwater Council forms for leaders.pdf")
    staff = words_in(folder / "Bellwater Council forms for staff, 2.pdf")
    assert "For leaders" in leaders
    assert "For staff" in staff
    assert len(codes_in(leaders)) == 3
    assert len(codes_in(leaders) | codes_in(staff)) == 7
    assert "older forms" in (folder / "Bellwater Council forms for staff.pdf").read_text("utf-8")


def test_the_card_of_pdf_forms_leads_to_files_to_fill_in(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=1, staff=2)
    with desk.clients.arrival():
        desk.making.begin(desk.round_id, to_send=True)
    page = clients.arrives_at(Place.FORMS, FormsPage)
    desk.dialogs.chosen = str(folder)
    desk.clicks(page, "Make the files")
    clients.sees(page, "3 files are made in")

    assert sorted(each.name.rsplit(" ", 1)[0] for each in folder.iterdir()) == [
        "Bellwater Council forms for leaders",
        "Bellwater Council forms for staff",
        "Bellwater Council forms for staff",
    ]


def test_forms_are_not_written_under_the_name_of_another_type(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=0, staff=4)
    page = desk.makes()
    desk.dialogs.chosen = str(folder / "forms.docx")
    desk.clicks(page, "Make the forms")

    clients.sees(page, "forms.docx ends in .docx, and what would be written is .pdf.")
    assert not list(folder.iterdir())


def test_characters_that_cannot_be_printed_are_told(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=0, staff=1)
    clients.store.organisations.rename(clients.store.organisations.all()[0].id, "Tea \u0378")
    page = desk.makes()
    desk.dialogs.chosen = str(folder / "forms.pdf")
    desk.clicks(page, "Make the forms")

    clients.sees(page, "One character is in no font of this computer and stands as a small box.")


def test_leaders_get_forms_of_their_own_in_large_print(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=3, staff=4)
    page = desk.makes()
    desk.dialogs.chosen = str(folder / "forms.pdf")
    page.choices.counts[STAFF].line.clear()
    desk.qtbot.mouseClick(named(page, QRadioButton, "Letter"), Qt.MouseButton.LeftButton)
    desk.qtbot.mouseClick(named(page, QCheckBox, "Large print"), Qt.MouseButton.LeftButton)
    desk.clicks(page, "Make the forms")
    clients.sees(page, "3 forms are made")

    pages = PdfReader(folder / "forms.pdf").pages
    assert round(float(pages[0].mediabox.width)) == 612
    assert len(pages) > 12
    assert "For leaders" in pages[0].extract_text()


def test_every_person_gets_a_file_of_their_own_to_send_back(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=3, staff=4)
    page = desk.makes()
    desk.dialogs.chosen = str(folder)
    desk.qtbot.mouseClick(named(page, QRadioButton, "PDF to fill in"), Qt.MouseButton.LeftButton)
    desk.clicks(page, "Make the files")
    clients.sees(page, "7 files are made in")

    files = sorted(folder.iterdir())
    hidden = {PdfReader(BytesIO(each.read_bytes())).get_fields()["trustcheck-form"]["/V"] for each in files}
    assert len(files) == len(hidden) == 7
    assert sum(each.name.startswith("Bellwater Council forms for staff ") for each in files) == 4


@pytest.mark.parametrize("number", ["", "0", "501"])
def test_a_number_that_makes_no_sense_is_said_beside_it(clients: Clients, folder: Path, number: str) -> None:
    desk = Desk(clients, folder, leaders=0)
    page = desk.makes()
    (count,) = page.choices.asked
    count.line.clear()
    desk.qtbot.keyClicks(count.line, number)
    desk.qtbot.keyClick(count.line, Qt.Key.Key_Return)

    assert count.complaint == "A number from 1 to 500."


def test_no_form_at_all_and_too_many_together_are_said_too(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder)
    page = desk.makes()
    leaders, staff = page.choices.asked
    for numbers in (("", ""), ("300", "201")):
        for field, number in zip((leaders, staff), numbers, strict=True):
            field.line.setText(number)
        desk.clicks(page, "Make the forms")
        assert leaders.complaint.startswith("Together a number from 1 to 500.")


def test_forms_that_cannot_be_saved_are_said_so_calmly(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, leaders=0, staff=2)
    page = desk.makes()
    desk.dialogs.chosen = str(folder / "gone" / "forms.pdf")
    desk.clicks(page, "Make the forms")
    desk.qtbot.waitUntil(page.said.isVisible)

    assert "made" not in page.said.text()
    assert page.make_button.isEnabled()
    assert list(folder.iterdir()) == []


def test_whoever_changes_their_mind_in_the_dialog_makes_nothing(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder)
    page = desk.makes()
    desk.clicks(page, "Make the forms")

    assert page.make_button.isEnabled()
    assert not page.making.isVisible()


def test_making_many_forms_can_be_stopped_and_leaves_nothing(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder)
    page = desk.makes()
    desk.dialogs.chosen = str(folder)
    page.choices.counts[STAFF].show_number(400)
    desk.clicks(page, "Make the forms")
    desk.clicks(page, "Cancel")
    clients.sees(page, "Stopped. Nothing was saved.")
    QApplication.processEvents()

    assert list(folder.iterdir()) == []


def test_a_folder_of_returned_forms_is_seen_and_then_taken_in(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, FEW)
    desk.returned("one.pdf", all_at("4"))
    desk.returned("two.pdf", all_at("2"), "KKKKMMMM", LEADER)
    (folder / "minutes.txt").write_text("No form.", "utf-8")
    page = desk.takes_back()
    desk.dialogs.chosen = str(folder)
    desk.clicks(page, "Choose a folder")
    clients.sees(page, "3 files looked at. 2 sheets can be taken in.")
    assert page.take_button.hasFocus()
    for words in ("one.pdf\nStaff, 8 of 8 answered", "two.pdf\nLeaders, 8 of 8 answered", "minutes.txt\nNot taken"):
        assert words in words_on(page)
    assert clients.store.groups.arrived(desk.round_id).all_finished == 0

    with desk.qtbot.waitSignal(desk.taking_back.done) as told:
        desk.clicks(page, "Take in 2 sheets")
    assert told.args == [desk.round_id]
    assert dict(clients.store.groups.arrived(desk.round_id).finished) == {LEADER: 1, STAFF: 1}
    assert sorted(each.name for each in folder.iterdir()) == ["minutes.txt", "one.pdf", "two.pdf"]


def test_what_was_dropped_on_the_window_is_looked_into_at_once_and_nothing_is_taken_twice(
    clients: Clients, folder: Path
) -> None:
    desk = Desk(clients, folder, FEW)
    desk.returned("one.pdf", all_at("4"))
    page = desk.takes_back(str(folder))
    clients.sees(page, "One sheet can be taken in.")
    with desk.qtbot.waitSignal(desk.taking_back.done):
        desk.clicks(page, "Take in one sheet")
    again = desk.takes_back(str(folder / "one.pdf"))
    clients.sees(again, "None of them can be taken in.")

    assert "Not taken: it is in already." in words_on(again)
    assert not again.take_button.isVisible()


def test_one_file_given_to_several_people_is_asked_about(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, FEW)
    desk.returned("one.pdf", all_at("4"))
    desk.returned("two.pdf", all_at("2"))
    page = desk.takes_back(str(folder))
    clients.sees(page, "None of them can be taken in.")
    assert "Not taken yet: it has the code of one.pdf, and other answers." in words_on(page)

    desk.qtbot.mouseClick(named(page, QCheckBox, "Files that share a code"), Qt.MouseButton.LeftButton)
    clients.sees(page, "2 sheets can be taken in.")
    with desk.qtbot.waitSignal(desk.taking_back.done):
        desk.clicks(page, "Take in 2 sheets")
    assert clients.store.groups.arrived(desk.round_id).all_finished == 2


def test_a_file_that_says_two_things_of_a_question_waits_for_somebody_to_decide(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, FEW)
    desk.returned("one.pdf", all_at("4"))
    desk.returned("two.pdf", all_at("2"), "KKKKMMMM")
    (folder / "two.pdf").write_bytes(with_another_button_pressed((folder / "two.pdf").read_bytes(), 4))
    page = desk.takes_back(str(folder))
    clients.sees(page, "2 files looked at. One sheet can be taken in. One file says two things of a question")
    words = words_on(page)
    assert "Question 1: the file says “Seldom”, “Almost always”. Which was meant?" in words
    assert words.index("two.pdf") < words.index("one.pdf")

    decides(page, "Almost always")
    clients.sees(page, "2 sheets can be taken in.")
    assert "waits for you" not in words_on(page)
    assert named(page, QPushButton, "Question 1: the file says").hasFocus()
    with desk.qtbot.waitSignal(desk.taking_back.done):
        desk.clicks(page, "Take in 2 sheets")
    clients.store.groups.close(desk.round_id, clients.application.today())
    sheets = clients.store.groups.round(desk.round_id).responses
    assert sorted(each.answers[FEW.order[0]].code for each in sheets) == [4, 5]


def test_what_is_odd_in_a_file_is_seen_before_it_counts(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, FEW)
    desk.returned("one.pdf", {**all_at("4"), "note1": "Once.", "note1-to": "7", "note2": "Lost."})
    (folder / "printed.pdf").write_bytes(printed_to_a_file())
    page = desk.takes_back(str(folder))
    clients.sees(page, "2 files looked at. One sheet can be taken in.")
    words = words_on(page)

    assert "Staff, 8 of 8 answered, notes to one question\n1 note names no question and was left out" in words
    assert (
        "A form loses them when it is printed to a PDF: ask for it once more, kept with Save and not with Print."
        in words
    )
    assert "No form says whose it is" in words


def with_another_button_pressed(form: bytes, at: int) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(form)))
    kids = [each.get_object() for each in writer.root_object["/AcroForm"]["/Fields"][1].get_object()["/Kids"]]
    for place, kid in enumerate(kids):
        kid[NameObject("/AS")] = NameObject(f"/{at + 1}" if place == at else "/Off")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def printed_to_a_file() -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def decides(page: ReturnedFormsPage, words: str) -> None:
    assert named(page, QPushButton, "Question 1: the file says").hasFocus()
    (row,) = [each for each in page.list.rows.values() if each.decisions]
    (decision,) = row.decisions.values()
    (chosen,) = [each for each in decision.menu().actions() if each.text() == words]
    chosen.trigger()


def test_a_check_that_closed_meanwhile_takes_nothing_and_says_so(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder, FEW)
    desk.returned("one.pdf", all_at("4"))
    page = desk.takes_back(str(folder))
    clients.sees(page, "One sheet can be taken in.")
    clients.store.groups.close(desk.round_id, clients.application.today())
    desk.clicks(page, "Take in one sheet")
    desk.qtbot.waitUntil(lambda: page.said.isVisible() and "looked at" not in page.said.text())

    assert page.take_button.isEnabled()


def test_both_pages_lead_back_to_collecting(clients: Clients, folder: Path) -> None:
    desk = Desk(clients, folder)
    for arrive, left in ((desk.makes, desk.making.left), (desk.takes_back, desk.taking_back.left)):
        page = arrive()
        with desk.qtbot.waitSignal(left):
            desk.clicks(page, "Back to collecting")


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_nothing_is_cut_and_everything_has_a_name(
    clients: Clients, look: Look, folder: Path, scale: float, width: int, height: int
) -> None:
    desk = Desk(clients, folder, FEW)
    enlarge(look, scale)
    clients.window.resize(width, height)
    desk.returned("one.pdf", all_at("4"))
    desk.returned("Ω" * 120 + ".pdf", all_at("2"), "KKKKMMMM")
    odd = folder / "two answers.pdf"
    desk.returned(odd.name, {**all_at("na"), "note1": "Lost."}, "FFFFGGGG")
    odd.write_bytes(with_another_button_pressed(odd.read_bytes(), 4))
    making = desk.makes()
    desk.qtbot.waitUntil(lambda: cut_off(making) == [])
    assert nameless(making) == []
    taking = desk.takes_back(str(folder))
    clients.sees(taking, "3 files looked at.")
    desk.qtbot.waitUntil(lambda: cut_off(taking) == [])
    (decision,) = taking.list.to_decide()
    desk.qtbot.waitUntil(lambda: decision.hasFocus() and not decision.visibleRegion().isEmpty())
    assert nameless(taking) == []
