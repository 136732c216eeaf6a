"""Organisations in the window: the list, the page of each, and everything a person does there, on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.ui.clients import Clients
from tests.ui.finding import named, words_on
from trustcheck.ui.kit.look import Look
from trustcheck.ui.organisations import deleted_strip
from trustcheck.ui.organisations.organisation_page import OrganisationPage
from trustcheck.ui.organisations.organisations import Organisations
from trustcheck.ui.organisations.organisations_page import OrganisationsPage
from trustcheck.ui.shell.places import Place


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def organisations(clients: Clients) -> Organisations:
    made = Organisations(clients.context)
    clients.open_window()
    return made


def the_list(clients: Clients, organisations: Organisations) -> OrganisationsPage:
    with clients.arrival():
        organisations.show()
    page = clients.arrives_at(Place.HOME, OrganisationsPage)
    clients.sees(page, "Everything stays in one file")
    return page


def the_page(clients: Clients, organisations: Organisations, organisation_id: int) -> OrganisationPage:
    with clients.arrival():
        organisations.show_organisation(organisation_id)
    page = clients.arrives_at(Place.ORGANISATION, OrganisationPage)
    clients.sees(page, "How its reports look")
    return page


def click(clients: Clients, page: OrganisationsPage | OrganisationPage, name: str) -> None:
    clients.qtbot.mouseClick(named(page, QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_name_typed_and_entered_becomes_an_organisation_with_a_page_of_its_own(
    clients: Clients, organisations: Organisations
) -> None:
    page = the_list(clients, organisations)
    clients.sees(page, "No organisations yet.")

    click(clients, page, "New organisation")
    clients.qtbot.keyClicks(page.new.field.line, "Kestrel Foods")
    clients.qtbot.keyClick(page.new.field.line, Qt.Key.Key_Return)

    shown = clients.arrives_at(Place.ORGANISATION, OrganisationPage)
    clients.sees(shown, "Kestrel Foods")
    clients.sees(shown, "Twenty minutes from now there could be.")
    assert [each.organisation.name for each in clients.store.organisations.summaries()] == ["Kestrel Foods"]


def test_a_name_that_is_taken_is_refused_and_the_line_stays_open(
    clients: Clients, organisations: Organisations
) -> None:
    clients.store.organisations.add("Kestrel Foods")
    page = the_list(clients, organisations)
    page.ask_for_new()
    page.new.field.line.setText("Kestrel Foods")

    clients.qtbot.keyClick(page.new.field.line, Qt.Key.Key_Return)

    clients.qtbot.waitUntil(lambda: len(clients.called.refusals) == 1)
    assert page.new.isVisible()


def test_the_dots_of_the_last_closed_check_come_by_themselves(clients: Clients, organisations: Organisations) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    clients.closed_check(organisation_id)
    page = the_list(clients, organisations)

    clients.qtbot.waitUntil(lambda: "Trust in your people" in page.rows[organisation_id].reading.chart.accessibleName())

    clients.sees(page, "Leaders")


def test_a_check_that_is_open_shows_how_many_have_answered_and_no_score(
    clients: Clients, organisations: Organisations
) -> None:
    organisation_id = clients.store.organisations.add("Kestrel Foods")
    round_id = clients.open_check(organisation_id, group_builders.setup(6, 6))
    page = the_list(clients, organisations)

    assert page.rows[organisation_id].line.next.words == "0 of 12 answered"
    with clients.qtbot.waitSignal(organisations.check_asked) as asked:
        click(clients, page, "Go on: Kestrel Foods")

    assert asked.args == [round_id]
    assert page.rows[organisation_id].reading.chart.accessibleName() == ""


def test_a_check_that_is_being_prepared_leads_back_to_setting_it_up(
    clients: Clients, organisations: Organisations
) -> None:
    round_id = clients.prepared_check(clients.store.organisations.add("Kestrel Foods"), group_builders.setup())
    page = the_list(clients, organisations)

    with clients.qtbot.waitSignal(organisations.set_up_asked) as asked:
        click(clients, page, "Go on: Kestrel Foods")

    assert asked.args == [round_id]


def test_what_is_written_on_the_page_is_kept_by_itself(clients: Clients, organisations: Organisations) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    page = the_page(clients, organisations, organisation_id)

    clients.qtbot.keyClicks(page.cards.notes.text_box.box, "Met Asha in spring.")
    clients.qtbot.keyClicks(page.cards.routes.text_box.box, "Ask Mara, room 12.")
    clients.qtbot.keyClicks(page.cards.prepared_by.line, "Fernhill Consulting")
    clients.qtbot.keyClicks(page.cards.colour.line, "#8A1253")
    clients.qtbot.waitUntil(lambda: clients.file.queue.waiting == 0)

    kept = clients.store.organisations.details(organisation_id)
    assert kept.notes == "Met Asha in spring."
    assert kept.routes == "Ask Mara, room 12."
    assert kept.prepared_by == "Fernhill Consulting"
    assert kept.accent == "#8a1253"


def test_a_logo_is_kept_as_png_and_a_tiny_one_is_refused_beside_the_logo(
    clients: Clients, organisations: Organisations, tmp_path: Path
) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    page = the_page(clients, organisations, organisation_id)
    wide, tiny = tmp_path / "wide.jpg", tmp_path / "tiny.png"
    for path, width in ((wide, 640), (tiny, 40)):
        picture = QImage(width, 40, QImage.Format.Format_RGB32)
        picture.fill(0xFF336699)
        assert picture.save(str(path))

    clients.pictures.chosen = str(tiny)
    click(clients, page, "Choose a picture")
    clients.qtbot.waitUntil(lambda: "40 pixels wide and would look like a stamp" in page.cards.logo.said)
    assert not page.cards.logo.paper.has_picture

    clients.pictures.chosen = str(wide)
    click(clients, page, "Choose a picture")
    clients.qtbot.waitUntil(lambda: page.cards.logo.paper.has_picture and clients.file.queue.waiting == 0)

    assert clients.store.organisations.details(organisation_id).logo.startswith(b"\x89PNG")
    assert page.cards.logo.said == ""


def test_a_logo_chosen_for_one_client_never_lands_on_another(
    clients: Clients, organisations: Organisations, tmp_path: Path
) -> None:
    first, second = (clients.store.organisations.add(name) for name in ("Northgate Housing", "Bellwater Council"))
    page = the_page(clients, organisations, first)
    picture = QImage(640, 200, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    clients.pictures.chosen = str(tmp_path / "logo.png")
    assert picture.save(clients.pictures.chosen)

    click(clients, page, "Choose a picture")
    organisations.show_organisation(second)
    clients.sees(page, "Bellwater Council")
    clients.qtbot.waitUntil(lambda: QThreadPool.globalInstance().waitForDone(0))
    clients.qtbot.waitUntil(lambda: clients.file.queue.waiting == 0)

    assert not clients.store.organisations.details(second).logo
    assert clients.called.refusals == []


def test_renaming_changes_the_name_everywhere(clients: Clients, organisations: Organisations) -> None:
    organisation_id = clients.store.organisations.add("Bellwater")
    page = the_page(clients, organisations, organisation_id)

    click(clients, page, "Rename")
    page.new_name.field.line.setText("Bellwater Council")
    click(clients, page, "Keep this name")

    clients.qtbot.waitUntil(lambda: page.heading.text() == "Bellwater Council")
    assert clients.store.organisations.summaries()[0].organisation.name == "Bellwater Council"


def test_deleting_asks_first_and_can_be_taken_back(clients: Clients, organisations: Organisations) -> None:
    organisation_id = clients.store.organisations.add("Bellwater Council")
    for _each in range(3):
        clients.prepared_check(organisation_id, group_builders.setup())
    page = the_page(clients, organisations, organisation_id)

    click(clients, page, "Delete this organisation")
    assert page.asking.question == ("Delete Bellwater Council and its 3 checks? It can be brought back for 45 seconds.")
    clients.qtbot.keyClick(page.asking.keep_button, Qt.Key.Key_Escape)
    assert clients.store.organisations.summaries() != ()

    click(clients, page, "Delete this organisation")
    click(clients, page, "Delete the organisation")
    listed = clients.arrives_at(Place.HOME, OrganisationsPage)
    clients.sees(listed, "Deleted: Bellwater Council")
    assert clients.store.organisations.summaries() == ()

    click(clients, listed, "Bring Bellwater Council back")
    clients.qtbot.waitUntil(lambda: organisation_id in listed.rows)
    assert clients.store.organisations.summaries()[0].checks == 3
    assert "Deleted:" not in words_on(listed)


def deleted(clients: Clients, organisations: Organisations, name: str) -> OrganisationsPage:
    """The list, after an organisation was deleted on its page."""
    page = the_page(clients, organisations, clients.store.organisations.add(name))
    click(clients, page, "Delete this organisation")
    click(clients, page, "Delete the organisation")
    listed = clients.arrives_at(Place.HOME, OrganisationsPage)
    clients.sees(listed, f"Deleted: {name}")
    return listed


def bytes_beside(clients: Clients) -> bytes:
    return b"".join(each.read_bytes() for each in Path(clients.store.path).parent.iterdir() if each.is_file())


def test_a_deleted_one_is_nowhere_after_less_than_a_minute_and_its_way_back_goes_with_it(
    clients: Clients, organisations: Organisations, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert deleted_strip.BRING_BACK_FOR < 60_000
    stays = deleted(clients, organisations, "Northgate Housing")
    clients.sees(stays, "It can be brought back for 45 seconds.")
    monkeypatch.setattr(deleted_strip, "BRING_BACK_FOR", 10)
    listed = deleted(clients, organisations, "Heron on the weir")

    clients.qtbot.waitUntil(lambda: b"Heron on the weir" not in bytes_beside(clients))
    clients.qtbot.waitUntil(lambda: "Heron on the weir" not in words_on(listed))
    # The first one has its own time.
    assert "Deleted: Northgate Housing" in words_on(listed)
    click(clients, listed, "Bring Northgate Housing back")
    clients.qtbot.waitUntil(lambda: [each.name for each in clients.store.organisations.all()] == ["Northgate Housing"])


def test_where_copies_hold_a_deleted_one_the_list_goes_on_saying_so(
    clients: Clients, organisations: Organisations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deleted_strip, "BRING_BACK_FOR", 10)
    page = the_page(clients, organisations, clients.store.organisations.add("Bellwater Council"))
    clients.store.safety.make_copy(group_builders.date(2026, 11, 21))
    click(clients, page, "Delete this organisation")
    click(clients, page, "Delete the organisation")
    listed = clients.arrives_at(Place.HOME, OrganisationsPage)

    clients.sees(listed, "It is overwritten in the data file.")
    clients.sees(listed, "One copy still holds it.")
    assert "Bring it back" not in words_on(listed)
    organisations.show()
    clients.sees(listed, "It is overwritten in the data file.")


def test_nobodys_time_goes_on_running_once_it_was_brought_back(clients: Clients, organisations: Organisations) -> None:
    listed = deleted(clients, organisations, "Bellwater Council")

    def running() -> list[QTimer]:
        timers = organisations.findChildren(QTimer)
        return [each for each in timers if each.interval() == deleted_strip.BRING_BACK_FOR]

    assert [each.isActive() for each in running()] == [True]
    click(clients, listed, "Bring Bellwater Council back")
    clients.qtbot.waitUntil(lambda: "Deleted:" not in words_on(listed))
    clients.qtbot.waitUntil(lambda: running() == [])


def test_the_page_lists_every_check_newest_first_with_its_dots_and_deletes_one(
    clients: Clients, organisations: Organisations
) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    closed = clients.closed_check(organisation_id)
    opened = clients.open_check(organisation_id, group_builders.setup(6, 6))
    page = the_page(clients, organisations, organisation_id)
    assert set(page.rows) == {closed, opened}
    clients.sees(page, "open: 0 of 12 have answered")
    clients.sees(page, "closed: 12 of 12 answered")
    clients.qtbot.waitUntil(page.rows[closed].line.chart.isVisible)

    row = page.rows[closed]
    clients.qtbot.mouseClick(row.delete_button, Qt.MouseButton.LeftButton)
    assert "12 people\u2019s answers go with it" in row.asking.question
    clients.qtbot.mouseClick(row.asking.really_button, Qt.MouseButton.LeftButton)

    clients.qtbot.waitUntil(lambda: set(page.rows) == {opened})
    assert [each.id for each in clients.store.rounds.of_organisation(organisation_id)] == [opened]


def test_one_persons_round_stays_listed_and_is_asked_for_as_such(
    clients: Clients, organisations: Organisations
) -> None:
    from trustcheck.app.ports import NewRound
    from trustcheck.domain.questionnaire.model import Form, Perspective

    new = NewRound(
        "My workplace", Form.FULL, Perspective.STAFF, group_builders.shipped(), "", clients.application.today()
    )
    round_id = clients.store.rounds.begin(new)
    organisation_id = clients.store.organisations.summaries()[0].organisation.id
    page = the_page(clients, organisations, organisation_id)

    with clients.qtbot.waitSignal(organisations.personal_asked) as asked:
        clients.qtbot.mouseClick(page.rows[round_id].look_button, Qt.MouseButton.LeftButton)

    assert asked.args == [round_id]


def test_new_check_is_asked_for_with_the_organisations_id(clients: Clients, organisations: Organisations) -> None:
    organisation_id = clients.store.organisations.add("Kestrel Foods")
    page = the_page(clients, organisations, organisation_id)

    with clients.qtbot.waitSignal(organisations.new_check_asked) as asked:
        click(clients, page, "New check")

    assert asked.args == [organisation_id]
    assert organisations.organisation_id == organisation_id
