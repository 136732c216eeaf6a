"""Somebody brings a questionnaire of their own, in two languages, and goes from its file to the report by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pypdf
from PySide6.QtCore import Qt

from tests.own_questionnaire import GERMAN, OWN
from tests.person.alone import answers
from tests.person.program import Program
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
