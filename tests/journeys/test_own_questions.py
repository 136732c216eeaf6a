"""Somebody brings a questionnaire of their own, in two languages, and goes from its file to the report by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pypdf
from PySide6.QtCore import Qt

from tests.own_questionnaire import GERMAN, OWN
from tests.person.alone import answers
from tests.person.program import Program
from trustcheck.ui.questionnaires.questionnaires_page import QuestionnairesPage
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_own_questionnaire_in_two_languages_goes_from_its_file_to_the_report(
    program: Start, tmp_path: Path, report_file: Path
) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.press(Qt.Key.Key_K, CTRL)
    person.arrives_at(Place.QUESTIONNAIRES)
    for text in (OWN, GERMAN):
        file = tmp_path / "brought.yaml"
        file.write_text(text, "utf-8")
        running.files.questionnaire = str(file)
        person.choose("Add from a file…")
        person.sees("is here, and can be asked in")
    person.sees("can be asked in 2 languages")
    person.choose("Read Handing over a shift")
    person.arrives_at(Place.QUESTIONNAIRE)
    person.sees("TI2, reversed")
    person.choose("All questionnaires")
    person.arrives_at(Place.QUESTIONNAIRES)

    person.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    person.arrives_at(Place.WELCOME)
    person.choose("Just me")
    person.arrives_at(Place.START)
    person.tab_to("Trust and openness")
    person.press(Qt.Key.Key_Left)
    person.choose("Die Schicht übergeben")
    person.sees("6 questions")
    person.choose("Begin")
    person.arrives_at(Place.QUESTION)
    person.sees("Wer kommt, findet jemanden zum Reden.")
    answers(person, "514422")
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.sees("Übergabe")
    person.press(Qt.Key.Key_6, CTRL)
    person.arrives_at(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    running.files.to_save = str(report_file)
    person.choose("Save PDF")
    person.sees("Saved as")

    words = "\n".join(page.extract_text() for page in pypdf.PdfReader(report_file).pages)
    assert "Eine Frage wird am selben Tag beantwortet." in " ".join(words.split())


def test_two_versions_are_set_beside_each_other_and_the_older_one_is_removed(program: Start, tmp_path: Path) -> None:
    running = program()
    person = running.start()
    person.press(Qt.Key.Key_K, CTRL)
    person.arrives_at(Place.QUESTIONNAIRES)
    newer = OWN.replace("1.0.0", "1.1.0").replace("Trouble is told first.", "Trouble is told at once.")
    for name, text in (("old", OWN), ("new", newer)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        running.files.questionnaire = str(tmp_path / f"{name}.yaml")
        person.choose("Add from a file\u2026")
        person.waits_for(lambda: not running.is_busy)
    person.sees("Your own, version 1.1.0")
    page = running.window.page(Place.QUESTIONNAIRES)
    assert isinstance(page, QuestionnairesPage)
    page.cards[-1].read.setFocus()
    person.press(Qt.Key.Key_Space)
    person.arrives_at(Place.QUESTIONNAIRE)

    person.choose("Compare with version 1.0.0")

    person.sees("5 of 6 questions are asked in the same words by both.")
    person.sees("FA2, other words")
    person.choose("All questionnaires")
    person.arrives_at(Place.QUESTIONNAIRES)
    person.choose("Remove Handing over a shift\u2026")
    person.sees("Checks that used it keep their own copy.")
    person.choose("Remove it")
    person.sees("Handing over a shift is removed.")


def test_a_file_with_mistakes_is_not_kept_and_each_mistake_is_named(program: Start, tmp_path: Path) -> None:
    running = program()
    person = running.start()
    person.press(Qt.Key.Key_K, CTRL)
    person.arrives_at(Place.QUESTIONNAIRES)
    file = tmp_path / "own.yaml"
    file.write_text(OWN.replace("theme: QU, text: A question", "theme: QX, text: A question"), "utf-8")

    running.window.questionnaires_dropped.emit((str(file),))

    person.sees("There is no theme with the id QX.")
    assert running.application.library().names() == ()
