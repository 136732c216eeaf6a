"""Setting up a check in the window: two steps, a last look, and opening it, on a real file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.own_questionnaire import GERMAN, OWN
from tests.ui.clients import LEADER, STAFF, Clients
from tests.ui.finding import named, words_on
from trustcheck.app.collecting.set_up import refused_uses
from trustcheck.domain.checks.group_round import NotesUse, Way
from trustcheck.domain.checks.round import OrganisationDetails, RoundState
from trustcheck.domain.questionnaire.model import Form
from trustcheck.ui.collecting.ways import ways
from trustcheck.ui.kit.look import Look
from trustcheck.ui.setup.new_check_page import NewCheckPage
from trustcheck.ui.setup.set_up_view import SetUpStep
from trustcheck.ui.setup.setting_up import SettingUp
from trustcheck.ui.shell.places import Place


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def setting_up(clients: Clients) -> SettingUp:
    made = SettingUp(clients.context)
    clients.open_window()
    return made


def begun(clients: Clients, setting_up: SettingUp, *, routes: str = "Ask Mara, room 12.") -> tuple[int, NewCheckPage]:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    clients.store.organisations.save_details(organisation_id, OrganisationDetails(routes=routes))
    return organisation_id, first_step(clients, setting_up, organisation_id)


def first_step(clients: Clients, setting_up: SettingUp, organisation_id: int) -> NewCheckPage:
    with clients.arrival():
        setting_up.start(organisation_id)
    page = clients.arrives_at(Place.NEW_CHECK, NewCheckPage)
    clients.sees(page, "How will people answer?")
    return page


def types(clients: Clients, page: NewCheckPage, **fields: str) -> None:
    places = {
        "leaders": page.how.leaders.line,
        "staff": page.how.staff.line,
        "minutes": page.how.minutes.line,
        "threshold": page.how.threshold.line,
        "leaders_are": page.words.leaders.line,
        "staff_are": page.words.staff.line,
    }
    for name, words in fields.items():
        places[name].setFocus()
        places[name].selectAll()
        clients.qtbot.keyClicks(places[name], words)


def click(clients: Clients, page: NewCheckPage, name: str) -> None:
    clients.qtbot.mouseClick(named(page, QPushButton, name), Qt.MouseButton.LeftButton)


def test_two_steps_and_a_last_look_open_a_check_for_everybody(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id, page = begun(clients, setting_up)
    types(clients, page, leaders="6", staff="20", minutes="30")
    paper = [each.way for each in ways()].index(Way.PAPER)
    clients.qtbot.mouseClick(page.how.way.cards[paper], Qt.MouseButton.LeftButton)
    click(clients, page, "Next: what everybody reads")
    clients.sees(page, "What does everybody read?")
    types(clients, page, leaders_are="the management team", staff_are="everybody else")
    clients.qtbot.mouseClick(page.words.notes.cards[2], Qt.MouseButton.LeftButton)

    click(clients, page, "Prepare the check")
    clients.sees(page, "Ready when you are.")
    clients.sees(page, "Notes will be shown to the group: unsigned, shuffled")
    [prepared] = clients.store.rounds.of_organisation(organisation_id)
    assert prepared.state is RoundState.PREPARING

    with clients.qtbot.waitSignal(setting_up.check_asked) as asked:
        click(clients, page, "Open the check")

    assert asked.args == [prepared.id]
    summary, setup, questionnaire = clients.store.groups.setup(prepared.id)
    assert summary.state is RoundState.OPEN
    assert setup.way is Way.PAPER
    assert dict(setup.invited) == {LEADER: 6, STAFF: 20}
    assert (setup.leaders_are, setup.staff_are) == ("the management team", "everybody else")
    assert setup.routes == "Ask Mara, room 12."
    assert setup.notes is NotesUse.GROUP
    assert questionnaire == group_builders.shipped()


def test_where_to_turn_with_a_concern_is_said_once_and_kept_with_the_organisation(
    clients: Clients, setting_up: SettingUp
) -> None:
    organisation_id, page = begun(clients, setting_up, routes="")
    clients.store.organisations.save_details(organisation_id, OrganisationDetails(notes="Met Mara in May."))
    types(clients, page, leaders="6", staff="20")
    click(clients, page, "Next: what everybody reads")
    types(clients, page, leaders_are="the management team", staff_are="everybody else")
    page.words.routes.text_box.box.setFocus()
    clients.qtbot.keyClicks(page.words.routes.text_box.box, "Ines, room 4.")
    click(clients, page, "Prepare the check")
    clients.sees(page, "Ready when you are.")

    kept = clients.store.organisations.details(organisation_id)
    assert (kept.routes, kept.notes) == ("Ines, room 4.", "Met Mara in May.")
    page = first_step(clients, setting_up, organisation_id)
    assert page.words.routes.words == "Ines, room 4."


def test_another_contact_for_a_check_is_the_one_of_the_organisation_from_then_on(
    clients: Clients, setting_up: SettingUp
) -> None:
    organisation_id, page = begun(clients, setting_up)
    types(clients, page, leaders="6", staff="20")
    click(clients, page, "Next: what everybody reads")
    types(clients, page, leaders_are="the management team", staff_are="everybody else")
    page.words.routes.text_box.box.selectAll()
    clients.qtbot.keyClicks(page.words.routes.text_box.box, "Ines, room 4.")
    click(clients, page, "Prepare the check")
    clients.sees(page, "Ready when you are.")

    assert clients.store.organisations.details(organisation_id).routes == "Ines, room 4."


def test_what_is_missing_is_said_at_its_field_and_the_keyboard_goes_there(
    clients: Clients, setting_up: SettingUp
) -> None:
    organisation_id, page = begun(clients, setting_up, routes="")

    click(clients, page, "Next: what everybody reads")
    assert page.step is SetUpStep.HOW
    assert page.how.leaders.complaint == "How many do you invite?"
    assert QApplication.focusWidget() is page.how.leaders.line
    assert page.how.leaders.line.accessibleDescription() == "How many do you invite?"

    types(clients, page, leaders="6", staff="20")
    click(clients, page, "Next: what everybody reads")
    clients.sees(page, "What does everybody read?")
    click(clients, page, "Prepare the check")
    assert page.words.leaders.complaint == "Say in one line who is meant by leaders."
    assert page.words.staff.complaint == "Say in one line who is meant by staff."
    assert page.words.routes.complaint == "Say where somebody can turn with a concern."
    assert QApplication.focusWidget() is page.words.leaders.line
    assert clients.store.rounds.of_organisation(organisation_id) == ()


def test_the_arithmetic_is_honest_while_one_types(clients: Clients, setting_up: SettingUp) -> None:
    _organisation, page = begun(clients, setting_up)
    types(clients, page, leaders="4", staff="6", minutes="25")

    clients.sees(page, "Ten people, one laptop: about 90 minutes, with reading and changing places.")
    clients.sees(page, "In 25 minutes two people would get through.")
    clients.sees(page, "Four leaders cannot be shown with a threshold of five.")


def test_a_threshold_of_three_is_told_to_everybody(clients: Clients, setting_up: SettingUp) -> None:
    _organisation, page = begun(clients, setting_up)
    types(clients, page, leaders="4", staff="20", threshold="3")
    click(clients, page, "Next: what everybody reads")

    clients.sees(page, "Only four leaders are asked. In a group this small, people may guess who said what.")


def test_the_only_leader_is_asked_for_agreement_and_nobody_else(clients: Clients, setting_up: SettingUp) -> None:
    _organisation, page = begun(clients, setting_up)
    types(clients, page, leaders="6", staff="20")
    click(clients, page, "Next: what everybody reads")
    assert not page.words.one_leader.isVisible()

    click(clients, page, "Back")
    types(clients, page, leaders="1")
    click(clients, page, "Next: what everybody reads")
    clients.qtbot.waitUntil(page.words.one_leader.isVisible)


def test_below_ten_people_no_notes_are_offered(clients: Clients, setting_up: SettingUp) -> None:
    _organisation, page = begun(clients, setting_up)
    types(clients, page, leaders="3", staff="6")
    click(clients, page, "Next: what everybody reads")

    clients.sees(page, "Notes are read from 10 answers on")
    assert not page.words.notes.isVisible()
    assert page.chosen.notes is NotesUse.NONE


def test_importance_is_folded_away_and_kept_when_set(clients: Clients, setting_up: SettingUp) -> None:
    _organisation, page = begun(clients, setting_up)
    types(clients, page, leaders="6", staff="20")
    click(clients, page, "Next: what everybody reads")
    themes = page.words.importance.themes
    assert not themes["SS"].isVisible()

    click(clients, page, "How much each theme matters")
    clients.qtbot.waitUntil(themes["SS"].isVisible)
    clients.qtbot.mouseClick(themes["SS"].segments[2], Qt.MouseButton.LeftButton)

    assert dict(page.chosen.importance) == {"SS": 3}


def test_the_next_check_begins_as_the_last_one_was(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    last = replace(group_builders.setup(6, 16, form=Form.PULSE), way=Way.FORM, one_leader_agreed=False)
    clients.open_check(organisation_id, last)

    page = first_step(clients, setting_up, organisation_id)

    clients.sees(page, "The same questions as last time, so that you can compare.")
    assert page.chosen == last


def test_a_prepared_check_can_be_changed_until_it_is_opened(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    round_id = clients.prepared_check(organisation_id, group_builders.setup(6, 16))
    with clients.arrival():
        setting_up.show(round_id)
    page = clients.arrives_at(Place.NEW_CHECK, NewCheckPage)
    clients.sees(page, "6 leaders and 16 staff")

    click(clients, page, "Change something")
    clients.sees(page, "How will people answer?")
    types(clients, page, staff="40")
    click(clients, page, "Next: what everybody reads")
    click(clients, page, "Prepare the check")
    clients.sees(page, "6 leaders and 40 staff")

    assert clients.store.groups.setup(round_id)[1].invited[STAFF] == 40
    assert len(clients.store.rounds.of_organisation(organisation_id)) == 1


def test_pressing_twice_prepares_one_check_and_opens_it_once(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id, page = begun(clients, setting_up)
    types(clients, page, leaders="6", staff="20")
    click(clients, page, "Next: what everybody reads")
    types(clients, page, leaders_are="the management team", staff_are="everybody else")

    for _press in range(2):
        clients.qtbot.keyClick(page.forward, Qt.Key.Key_Return)
    clients.sees(page, "Ready when you are.")
    with clients.qtbot.waitSignal(setting_up.check_asked):
        for _press in range(2):
            clients.qtbot.keyClick(page.forward, Qt.Key.Key_Return)

    assert len(clients.store.rounds.of_organisation(organisation_id)) == 1
    assert clients.called.refusals == []


def test_a_check_that_could_not_be_opened_can_be_opened_again(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    round_id = clients.prepared_check(organisation_id, group_builders.setup(6, 16))
    with clients.arrival():
        setting_up.show(round_id)
    page = clients.arrives_at(Place.NEW_CHECK, NewCheckPage)
    clients.store.groups.open(round_id)

    page.forward.click()

    clients.qtbot.waitUntil(lambda: len(clients.called.refusals) == 1)
    assert page.forward.isEnabled()


def test_once_people_answer_only_numbers_minutes_and_routes_can_change(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    promised = replace(group_builders.setup(1, 16), one_leader_agreed=True)
    round_id = clients.open_check(organisation_id, promised)
    with clients.arrival():
        setting_up.show(round_id)
    page = clients.arrives_at(Place.NEW_CHECK, NewCheckPage)
    clients.sees(page, "What was decided")

    click(clients, page, "Change something")
    clients.sees(page, "How many are invited?")
    assert not page.how.way.isVisible()
    assert not page.how.threshold.isVisible()
    types(clients, page, leaders="2", staff="6")
    click(clients, page, "Next: where to turn")
    clients.sees(page, "Where can somebody turn?")
    assert not page.words.leaders.isVisible()
    assert not page.words.notes.isVisible()
    click(clients, page, "Keep the changes")
    clients.sees(page, "2 leaders and 6 staff")

    kept = clients.store.groups.setup(round_id)[1]
    assert kept == replace(promised, invited={LEADER: 2, STAFF: 6})
    with clients.qtbot.waitSignal(setting_up.check_asked) as asked:
        click(clients, page, "Back to the check")
    assert asked.args == [round_id]


def test_of_a_closed_check_one_can_read_what_was_decided_and_change_nothing(
    clients: Clients, setting_up: SettingUp
) -> None:
    round_id = clients.closed_check(clients.store.organisations.add("Northgate Housing"))
    with clients.arrival():
        setting_up.show(round_id)
    page = clients.arrives_at(Place.NEW_CHECK, NewCheckPage)
    clients.sees(page, "The check is closed, and this is how it was answered.")

    assert not page.back.isVisible()


def test_after_an_open_check_a_new_one_has_all_its_choices_again(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id = clients.store.organisations.add("Northgate Housing")
    with clients.arrival():
        setting_up.change(clients.open_check(organisation_id, group_builders.setup(6, 16)))
    page = first_step(clients, setting_up, organisation_id)

    clients.qtbot.waitUntil(page.how.way.isVisible)
    click(clients, page, "Next: what everybody reads")
    clients.qtbot.waitUntil(page.words.leaders.isVisible)


def test_cancel_leads_back_to_the_organisation_and_leaves_nothing(clients: Clients, setting_up: SettingUp) -> None:
    organisation_id, page = begun(clients, setting_up)

    with clients.qtbot.waitSignal(setting_up.organisation_asked) as asked:
        click(clients, page, "Cancel")

    assert asked.args == [organisation_id]
    assert clients.store.rounds.of_organisation(organisation_id) == ()


def test_the_uses_we_refuse_stand_on_the_page_and_in_the_last_look(clients: Clients, setting_up: SettingUp) -> None:
    refused = refused_uses()
    _organisation, page = begun(clients, setting_up)
    types(clients, page, leaders="6", staff="20")
    click(clients, page, "Next: what everybody reads")
    clients.sees(page, refused)
    types(clients, page, leaders_are="the management team", staff_are="everybody else")
    click(clients, page, "Prepare the check")
    clients.sees(page, "Ready when you are.")

    assert refused in words_on(page)


def test_a_questionnaire_of_ones_own_is_offered_in_each_language_and_asked(
    clients: Clients, setting_up: SettingUp, tmp_path: Path
) -> None:
    library = clients.context.application.library()
    for at, text in enumerate((OWN, GERMAN)):
        (tmp_path / f"{at}.yaml").write_text(text, "utf-8")
        library.add(str(tmp_path / f"{at}.yaml"))
    _organisation_id, page = begun(clients, setting_up)
    assert page.which.choice is not None
    offered = [card.face for card in page.which.choice.cards]
    at = next(place for place, face in enumerate(offered) if face.words.startswith("Die Schicht"))
    assert offered[at].detail == "6 questions, about one minute"

    page.which.choice.cards[at].click()
    types(clients, page, leaders="6", staff="20", minutes="10")
    page.forward.click()
    assert list(page.words.importance.themes) == ["TI", "FA", "QU"]
    assert page.chosen.form is Form.FULL
    assert page.which.questionnaire.language == "de"
