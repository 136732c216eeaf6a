"""The sidebar marks where we are, also on a page that stands within another, and after its lines were listed anew."""

import pytest
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.pages import entries_when
from trustcheck.ui.shell.places import Place, back_home_entry, organisation_entries
from trustcheck.ui.shell.sidebar import NavItem, Sidebar


@pytest.fixture
def sidebar(look: Look) -> Sidebar:
    return Sidebar(look)


def marked(sidebar: Sidebar) -> list[str]:
    return [item.text() for item in sidebar.findChildren(NavItem) if item.is_here and not item.isHidden()]


def list_open_check(sidebar: Sidebar) -> None:
    sidebar.show_entries(
        "Kestrel Foods", entries_when("collecting"), (back_home_entry(organisations=True), *entries_when("always"))
    )


@pytest.mark.parametrize("place", [Place.HOME, Place.ORGANISATION, Place.NEW_CHECK])
def test_whatever_belongs_to_the_organisations_is_marked_there(sidebar: Sidebar, place: Place) -> None:
    sidebar.show_entries("", organisation_entries(), entries_when("always"))
    sidebar.select(place)

    assert marked(sidebar) == ["Organisations"]


WAYS = [Place.FORMS, Place.PAPER_ENTRY, Place.RETURNED, Place.TAKE_IN]


@pytest.mark.parametrize("place", [Place.COLLECT, Place.NEW_CHECK, *WAYS])
def test_every_way_of_collecting_is_marked_under_collecting(sidebar: Sidebar, place: Place) -> None:
    list_open_check(sidebar)
    sidebar.select(place)

    assert marked(sidebar) == ["Collecting"]


def test_lines_that_are_listed_after_the_page_came_are_marked_as_well(sidebar: Sidebar) -> None:
    sidebar.show_entries("", organisation_entries(), entries_when("always"))
    sidebar.select(Place.COLLECT)
    assert marked(sidebar) == []

    list_open_check(sidebar)

    assert marked(sidebar) == ["Collecting"]


def test_a_narrow_sidebar_wears_its_sign_in_the_middle_above_the_icons(sidebar: Sidebar, qtbot: QtBot) -> None:
    qtbot.addWidget(sidebar)
    list_open_check(sidebar)
    sidebar.stand_narrow(True)
    with qtbot.waitExposed(sidebar):
        sidebar.show()

    mark = sidebar.logo.mark
    middle = mark.mapTo(sidebar, mark.rect().center()).x()

    assert abs(middle - sidebar.rect().center().x()) <= 2
    assert sidebar.logo.geometry().right() <= sidebar.width()
