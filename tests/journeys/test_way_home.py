"""The way back at the foot of the sidebar is called after what it opens."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.person.alone import answers, begins
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.sidebar import NavItem

Start = Callable[[], Program]


def foot(running: Program) -> list[str]:
    names = [each.accessibleName() for each in running.window.sidebar.findChildren(NavItem) if each.isVisible()]
    return [name for name in names if name.startswith("All ")]


def goes_back(running: Program) -> None:
    running.person.choose(foot(running)[0])
    running.person.arrives_at(Place.HOME)


@pytest.mark.parametrize("name", ["Ferngate Libraries", "Bellwater Council"])
def test_from_any_check_of_a_file_of_organisations_it_leads_to_the_organisations(
    program: Start, clients: Path, name: str
) -> None:
    running = program()
    running.start(str(clients)).arrives_at(Place.HOME)
    store = running.flow.file.store
    check = next(each for each in store.rounds.summaries() if each.organisation.name == name)
    take_up = running.flow.read if name.startswith("Fern") else running.flow.group.take_up
    take_up(check.id)
    running.person.arrives_at(Place.OVERVIEW)

    running.person.waits_for(lambda: foot(running) == ["All organisations"])
    goes_back(running)
    running.person.sees("Organisations")


def test_from_ones_own_check_it_leads_to_ones_checks(program: Start) -> None:
    running = program()
    person = running.start()
    begins(person, pulse=True)
    answers(person, "343434343434")
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)

    running.person.waits_for(lambda: foot(running) == ["All my checks"])
    goes_back(running)
    person.sees("My checks")


def test_from_the_teams_sample_too_where_one_works_alone(program: Start, application: Application) -> None:
    application.settings.save(replace(application.settings.load(), working="alone"))
    running = program()
    running.start().arrives_at(Place.WELCOME)
    running.navigator.files.open_sample()
    running.person.arrives_at(Place.OVERVIEW)
    store = running.flow.file.store
    team = next(each for each in store.rounds.summaries() if each.organisation.name == "Bellwater Council")
    running.flow.group.take_up(team.id)
    running.person.waits_for(lambda: running.flow.group_at_work is not None and bool(foot(running)))

    running.person.waits_for(lambda: foot(running) == ["All my checks"])
    goes_back(running)
    running.person.sees("My checks")
