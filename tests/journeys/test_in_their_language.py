"""Somebody answers the short form in their own language, with the keyboard only, and saves a report in another one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt

from tests.catalogues import spoken
from tests.person.program import Program
from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

Start = Callable[[], Program]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=assets.languages(assets.path("locales")))
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with spoken(assets.path("locales"), request.param):
        yield request.param


def told_in(path: Path) -> tuple[str, str]:
    """What a report says its language is, and everything in it."""
    read = pypdf.PdfReader(path)
    return read.trailer["/Root"]["/Lang"], " ".join(" ".join(each.extract_text().split()) for each in read.pages)


def test_a_pulse_and_its_report(program: Start, application: Application, report_file: Path, language: str) -> None:
    asked = application.catalog.questionnaire("trust-and-openness", language)
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.choose(_("Just me"))
    person.arrives_at(Place.START)
    person.tab_to(_("All questions"))
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Space)
    person.choose(_("Begin"))
    for item_id in asked.pulse:
        person.arrives_at(Place.QUESTION)
        person.sees(asked.wording(item_id, Perspective.STAFF))
        person.write("4")
        person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.REVIEW)
    person.choose(_("See my result"))
    person.arrives_at(Place.OVERVIEW)
    person.sees(asked.pillars[0].address)

    person.press(Qt.Key.Key_E, CTRL)
    person.arrives_at(Place.REPORT)
    person.sees(_("This is the very file that will be saved."))
    running.files.to_save = str(report_file)
    person.choose(_("Save PDF"))
    person.waits_for(report_file.exists)
    tag, told = told_in(report_file)
    assert tag == language
    assert asked.pillars[0].address in told
    assert _("Trust report").casefold() in told.casefold()

    report_file.unlink()
    person.tab_to(native_name(language))
    for _step in range(assets.spoken_languages().index(language)):
        person.press(Qt.Key.Key_Left)
    person.sees(_("This is the very file that will be saved."))
    person.choose(_("Save PDF"))
    person.waits_for(report_file.exists)
    tag, told = told_in(report_file)
    assert tag == "en-GB"
    assert "trust report" in told.casefold()
    assert "Trust in your people" in told
    running.close()
