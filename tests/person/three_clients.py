"""A data file with three clients of odd names, each with a check in every state, and everything a window could say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tests import builders, group_builders
from tests.person.hearing import said_by
from trustcheck.app.ports import NewGroupRound, NewRound, Store
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.checks.round import OrganisationDetails, Promise
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.shell.main_window import MainWindow

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
DAY = date(2026, 11, 22)
OURS = "Heron & Mill"
OTHERS = ("\u202eBadger\u200b <b>Ltd</b>", "Otter / Ünal \u00ad%s {name}")
GONE = "Weasel + Sons"
MARKS = {OURS: "heron", OTHERS[0]: "badger", OTHERS[1]: "otter", GONE: "weasel"}
"""A word in everything a client has, and in its name in one spelling or another."""


def fill(store: Store, name: str) -> dict[str, int]:
    """One client with checks of one person (open and closed) and of several (being prepared, open, closed); their
    ids by what they are."""
    mark, asked = MARKS[name], group_builders.shipped()
    organisation = store.organisations.add(name)
    details = OrganisationDetails(f"{mark} notes", f"{mark} routes", f"{mark} advice", "#1f6f78", f"{mark} ends")
    store.organisations.save_details(organisation, details)
    setup = replace(group_builders.setup(5, 6), leaders_are=f"{mark} board", routes=f"{mark} routes")
    ids = {"organisation": organisation}
    for state in ("preparing", "open", "closed"):
        ids[state] = store.groups.prepare(NewGroupRound(organisation, asked, setup, DAY))
        if state != "preparing":
            store.groups.open(ids[state])
            store.sheets.add(ids[state], [Sheet(each) for each in _people(5, 6)])
        if state == "closed":
            store.groups.close(ids[state], DAY)
            store.groups.save_own_words(ids[state], f"{mark} in our own words")
            store.rounds.save_promise(ids[state], Promise(f"{mark} promise", DAY, f"{mark} sign"))
    for state in ("answering", "answered"):
        ids[state] = store.rounds.begin(NewRound(name, Form.PULSE, STAFF, asked, f"{mark} heads", DAY))
        for item in asked.pulse:
            store.rounds.save_answer(ids[state], item, builders.answers({item: 3})[item])
        store.rounds.save_note(ids[state], asked.pulse[0], f"{mark} note")
    store.rounds.save_promise(ids["answered"], Promise(f"{mark} promise", DAY, f"{mark} sign"))
    store.rounds.close(ids["answered"], DAY)
    return ids


def _people(leaders: int, staff: int) -> list[group_builders.Response]:
    asked = group_builders.shipped()
    sheets = [group_builders.sheet(LEADER, asked, {}, other=3 + at % 2) for at in range(leaders)]
    return sheets + [group_builders.sheet(STAFF, asked, {}, other=2 + at % 3) for at in range(staff)]


def everything_said(window: MainWindow) -> Iterator[str]:
    """Every word that is anywhere in the window, shown or not: on pages, in charts and tables, in lines to write in,
    titles, hints, names for screen readers, menus."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for each in (window, *window.findChildren(QWidget)):
        yield each.objectName()
        yield from said_by(each)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def of_others(words: Iterator[str] | list[str]) -> list[str]:
    """What would tell of another client."""
    marks = [MARKS[name] for name in (*OTHERS, GONE)]
    return [each for each in words if any(mark in each.lower() for mark in marks)]
