"""Names as long and as strange as people and files have them: nothing is cut off, and no sentence is turned round."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.finding import named, shown
from trustcheck.app.store.organisation_file import Arriving
from trustcheck.domain.checks.round import Organisation
from trustcheck.exchange.exports.formats import formats
from trustcheck.ui.datafile.export_page import ExportPage
from trustcheck.ui.datafile.transfer_words import ExportView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segment
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.deleted_strip import DeletedStrip
from trustcheck.ui.organisations.organisation_in_page import OrganisationInPage

RUN_ON = "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzenabzeichenverordnungsamt"
ARABIC = "\u062c\u0645\u0639\u064a\u0629 \u0627\u0644\u0645\u062c\u062a\u0645\u0639"
TURNED = "Bell\u202ewater\u2066 Council"


def test_the_name_of_what_is_exported_is_not_cut_off(look: Look, qtbot: QtBot) -> None:
    page = ExportPage(look, formats())
    page.show_export(ExportView(RUN_ON, 3))
    shown(page, qtbot, 420, 560)
    segment = named(page, Segment, RUN_ON)

    qtbot.waitUntil(lambda: "\u200b" in segment.fitting(segment.width()))
    strong = QFontMetricsF(look.font("small_strong"))
    assert strong.horizontalAdvance(RUN_ON) > segment.width()
    assert segment.height() > strong.height() * 2


def test_a_name_cannot_turn_round_what_stands_beside_it(look: Look, qtbot: QtBot) -> None:
    text = Text(look, f"In this data file: {TURNED}, Ferngate Libraries.")
    qtbot.addWidget(text)

    assert QLabel.text(text) == "In this data file: Bellwater Council, Ferngate Libraries."
    assert TURNED in text.text()


@pytest.mark.parametrize("moment", ["looking", "locked", "found", "taken"])
def test_what_is_said_of_a_file_runs_as_the_language_does(look: Look, qtbot: QtBot, moment: str) -> None:
    page = OrganisationInPage(look)
    shown(page, qtbot)
    match moment:
        case "looking":
            page.show_looking(ARABIC)
        case "locked":
            page.show_locked(ARABIC, "", wrong=False)
        case "found":
            page.show_found(ARABIC, (Arriving(RUN_ON, (), RUN_ON, None),))
        case _:
            page.show_taken(ARABIC)

    assert ARABIC in page.lead.text() + page.heading.text()
    assert not page.lead.text().startswith(ARABIC)
    assert not page.heading.text().startswith(ARABIC)


def test_what_was_deleted_is_said_as_the_language_runs(look: Look, qtbot: QtBot) -> None:
    strip = DeletedStrip(look, Organisation(1, ARABIC))
    qtbot.addWidget(strip)

    said = [label.text() for label in strip.findChildren(QLabel) if ARABIC in label.text()]
    assert said
    assert not [words for words in said if words.startswith(ARABIC)]
    assert strip.layoutDirection() is Qt.LayoutDirection.LeftToRight
