"""What a page says after something was pressed is in sight at once, in a low window and in large letters too."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import enlarge
from tests.ui.in_sight import in_sight
from trustcheck.app.ports import Locked
from trustcheck.app.store.safekeeping import Copy
from trustcheck.exchange.exports.formats import formats
from trustcheck.ui.datafile.export_page import ExportPage
from trustcheck.ui.datafile.new_file_page import NewFilePage
from trustcheck.ui.datafile.protecting_page import ProtectingPage
from trustcheck.ui.datafile.restore_page import RestorePage, RestoreView
from trustcheck.ui.datafile.transfer_words import ExportView
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.protection_row import ProtectionChange
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.organisation_in_page import OrganisationInPage
from trustcheck.ui.organisations.organisation_out_page import OrganisationOutPage

TODAY = date(2026, 11, 22)
COPIES = tuple(Copy(f"/data/answers copies/{at}.trustcheck", TODAY - timedelta(days=at)) for at in range(7))
FULL = "answers.trustcheck was not written: the disk says it is full. Make some room, then try again."
WRONG = Locked("That did not open it.", todo="Check Caps Lock, then the keyboard language.", wrong=True)

Said = tuple[QWidget, ...]
Scene = Callable[[Look, Callable[[QWidget], None]], Said]


def typed_twice_differently(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = ProtectingPage(look, ProtectionChange.SET)
    stands(page)
    page.form.first.line.setText("amber otter lantern brook")
    page.go_on.click()
    return page.form.trouble, page.form.second.line


def nothing_typed_for_a_new_file(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = NewFilePage(look)
    page.show_place("/home/ada/answers.trustcheck")
    stands(page)
    page.protect.click()
    page.protect.click()
    return (page.form.trouble,)


def another_present_passphrase(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = ProtectingPage(look, ProtectionChange.CHANGE)
    stands(page)
    page.form.first.line.setFocus()
    page.tell_wrong()
    return (page.present,)


def passphrase_not_changed(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = ProtectingPage(look, ProtectionChange.CHANGE)
    stands(page)
    page.tell(FULL)
    return (page.trouble,)


def handed_over_without_passphrase(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = OrganisationOutPage(look, "Bellwater Council", ())
    stands(page)
    page.save.click()
    return (page.form.trouble,)


def not_handed_over(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = OrganisationOutPage(look, "Bellwater Council", ())
    stands(page)
    page.show_refused(FULL)
    return (page.trouble,)


def handed_over_under_another_passphrase(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = OrganisationInPage(look)
    stands(page)
    page.show_locked("Bellwater Council.trustcheck", str(WRONG), wrong=True)
    return (page.passphrase,)


def being_exported(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = exporting(look)
    stands(page)
    page.show_making(1, 3)
    return (page.making.cancel_button,)


def exported(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = exporting(look)
    stands(page)
    page.show_making(1, 3)
    page.show_made("/home/ada/Bellwater Council.xlsx")
    return page.said, page.folder


def not_exported(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = exporting(look)
    stands(page)
    page.show_making(1, 3)
    page.show_refused(FULL)
    return page.said, page.export_button


def locked_copy(look: Look, stands: Callable[[QWidget], None]) -> Said:
    page = RestorePage(look)
    page.show_copies(RestoreView("/data/answers.trustcheck", COPIES, TODAY))
    stands(page)
    page.ask_passphrase(WRONG)
    return (page.passphrase,)


def exporting(look: Look) -> ExportPage:
    page = ExportPage(look, formats())
    page.show_export(ExportView("Bellwater Council", 3))
    return page


SCENES: tuple[Scene, ...] = (
    typed_twice_differently,
    nothing_typed_for_a_new_file,
    another_present_passphrase,
    passphrase_not_changed,
    handed_over_without_passphrase,
    not_handed_over,
    handed_over_under_another_passphrase,
    being_exported,
    exported,
    not_exported,
    locked_copy,
)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_what_was_said_last_is_in_sight(look: Look, qtbot: QtBot, scene: Scene, scale: float) -> None:
    enlarge(look, scale)
    standing: list[QWidget] = []

    def stands(page: QWidget) -> None:
        standing.append(page)
        qtbot.addWidget(page)
        page.resize(656, 520)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()

    said = scene(look, stands)

    for part in said:
        qtbot.waitUntil(partial(in_sight, part))


def cut_at_the_top(page: QScrollArea, *, by_line: bool = False) -> list[str]:
    """Words, or lines of them, that the upper edge of the page cuts through."""
    held, edge = page.widget(), page.verticalScrollBar().value()
    assert held is not None
    found = []
    for each in held.findChildren(QLabel):
        top = each.mapTo(held, QPoint()).y()
        inside = each.isVisible() and top < edge < top + each.height()
        if inside and (not by_line or (edge - top) % each.fontMetrics().lineSpacing()):
            found.append(each.text())
    return found


def scrolled(look: Look, qtbot: QtBot, height: int, heading: str) -> tuple[Page, Button]:
    """A page of headings, whose last button has only now been offered."""
    page, said = Page(look), Button(look, "Only now offered")
    for at in range(6):
        page.title(f"{heading} {at}")
        page.column.addWidget(Text(look, "What stands below."))
    page.column.addWidget(said)
    page.column.addSpacing(240)
    page.column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(656, height)
    with qtbot.waitExposed(page):
        page.show()
    page.bring_into_view(said)
    qtbot.waitUntil(partial(in_sight, said))
    return page, said


@pytest.mark.parametrize("height", range(400, 500, 11))
def test_what_scrolls_away_goes_whole(look: Look, qtbot: QtBot, height: int) -> None:
    enlarge(look, 1.5)
    page, said = scrolled(look, qtbot, height, "Heading")

    qtbot.waitUntil(lambda: cut_at_the_top(page) == [])
    assert in_sight(said)


@pytest.mark.parametrize("height", range(400, 500, 23))
def test_of_a_heading_too_long_for_that_whole_lines_go(look: Look, qtbot: QtBot, height: int) -> None:
    enlarge(look, 1.5)
    page, said = scrolled(look, qtbot, height, "A heading that says far more than anybody wants to read above a button")

    qtbot.waitUntil(lambda: cut_at_the_top(page, by_line=True) == [])
    assert in_sight(said)
