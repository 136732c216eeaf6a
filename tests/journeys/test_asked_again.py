"""A promise asked again on its day: its few questions, and what they say below the promise, by keyboard."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.group_builders import shipped
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.app.ports import NewGroupRound
from trustcheck.app.store.new_rounds import NewRound
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.shell.places import Place
from trustcheck.words.days import day

CTRL = Qt.KeyboardModifier.ControlModifier
ASKED = shipped()
STAFF = Perspective.STAFF
SETUP = GroupSetup(
    Form.FULL, (STAFF,), {STAFF: 12}, "the five team leads", "everybody else", routes="the staff council"
)
QUESTIONS = ("SI1", "SI2")


def drop(running: Program, path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    running.window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, buttons, keys))


def twelve_people(application: Application) -> None:
    """A closed check of whom everybody sees straight information seldom or now and then, and a promise that is due."""
    store = application.open_store(application.own_data_file)
    round_id = store.groups.prepare(
        NewGroupRound(store.organisations.add("Ferngate"), ASKED, SETUP, application.today())
    )
    store.groups.open(round_id)
    for person in range(12):
        given = {each: Answer(1 + (at * 7 + person * 3) % 5) for at, each in enumerate(ASKED.order)}
        given |= {each: Answer(1 + (person + at) % 3) for at, each in enumerate(QUESTIONS)}
        store.sheets.add(round_id, [Sheet(Response(STAFF, Form.FULL, given))])
    store.groups.close(round_id, application.today())
    store.rounds.save_promise(round_id, Promise("We publish missed targets", application.today(), questions=QUESTIONS))
    store.close()


def test_a_team_answers_two_questions_again_and_reads_below_the_promise_that_they_moved(
    program: Callable[[], Program], application: Application, tmp_path: Path
) -> None:
    application.settings.save(replace(application.settings.load(), working="organisations"))
    twelve_people(application)
    with (tmp_path / "again.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("perspective", *QUESTIONS))
        rows.writerows(("staff", 4 + person % 2, 3 + person % 3) for person in range(11))
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.choose("Open: Ferngate")
    person.arrives_at(Place.ORGANISATION)
    person.choose(f"Look at it, check of {day(application.today())}")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_5, CTRL)
    person.arrives_at(Place.PROMISE)

    person.choose("Ask its 2 questions again")
    person.arrives_at(Place.COLLECT)
    person.sees("A promise asked again")
    drop(running, tmp_path / "again.csv")
    person.sees("Take in 11 sheets")
    person.choose("Take in 11 sheets")
    person.sees("11 sheets are in")
    person.choose("Back to collecting")
    person.sees("11 of 12 have answered.")
    person.choose("Close the check\u2026")
    person.choose("Close the check")

    person.arrives_at(Place.PROMISE)
    person.sees("Moved up, by")
    person.sees("(12 answered then, 11 now).")
    person.sees("Then: staff 25.")


def test_one_person_answers_a_question_again_and_sees_both_answers(
    program: Callable[[], Program], application: Application
) -> None:
    store = application.open_store(application.own_data_file)
    new = NewRound("Ferngate", Form.FULL, STAFF, ASKED, "the team leads", application.today())
    round_id = store.rounds.begin(new)
    store.rounds.save_answer(round_id, "SI1", Answer(2))
    store.rounds.close(round_id, application.today())
    store.rounds.save_promise(round_id, Promise("I ask first", application.today(), questions=("SI1",)))
    store.close()
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.choose(f"Look at it, check of {day(application.today())}")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_5, CTRL)
    person.arrives_at(Place.PROMISE)

    person.choose("Ask its question again")
    person.arrives_at(Place.QUESTION)
    person.press(Qt.Key.Key_4)
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")

    person.arrives_at(Place.PROMISE)
    person.sees("Asked again on")
    person.sees("annot be told yet; the difference lies between")
    person.sees(f"\u201c{ASKED.scale[1]}\u201d then, \u201c{ASKED.scale[3]}\u201d now.")
