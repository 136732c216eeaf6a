"""Everything that Qt shows, tells or hands to other programs, searched for a word that belongs in none of it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication, QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from tests.person.hearing import said_by
from trustcheck.app.application import Application

_TYPED_IN = ("text",)
"""Where Qt itself keeps what is being typed."""


def told(application: Application, secret: str, line: QLineEdit | None = None) -> list[str]:
    """Where the secret stands. ``line`` is the one it is being typed on, whose own text it is."""
    found = [where for where, words in _everything(application, line) if secret.lower() in words.lower()]
    return sorted(set(found))


def _everything(application: Application, line: QLineEdit | None) -> Iterator[tuple[str, str]]:
    yield from _of_the_program()
    for each in QApplication.topLevelWidgets():
        for part in filter(isValid, (each, *each.findChildren(QObject))):
            yield from _of_an_object(part, is_typed_on=part is line)
    for folder in (application.folders.settings, application.folders.data, Path.home()):
        for file in folder.rglob("*"):
            yield "name of a file", str(file)
            if file.is_file():
                yield f"file {file.name}", file.read_bytes().decode("latin-1")


def _of_the_program() -> Iterator[tuple[str, str]]:
    program = QCoreApplication.instance()
    assert program is not None
    yield from _of_an_object(program)
    yield "arguments", "\0".join(QCoreApplication.arguments())
    yield "environment", "\0".join(os.environ.values())
    settings = QSettings()
    yield "settings of Qt", "\0".join(f"{key}={settings.value(key)}" for key in settings.allKeys())
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield "clipboard", QGuiApplication.clipboard().text(mode)


def _of_an_object(part: QObject, *, is_typed_on: bool = False) -> Iterator[tuple[str, str]]:
    kind = type(part).__name__
    about = part.metaObject()
    for at in range(about.propertyCount()):
        name = about.property(at).name()
        if not (is_typed_on and name in _TYPED_IN):
            yield f"{kind}.{name}", str(part.property(name))
    for key in part.dynamicPropertyNames():
        # Of what Qt keeps for itself some has no value that Python could be handed, and so no words either.
        with suppress(RuntimeError):
            yield f"{kind}.{key!r}", str(part.property(bytes(key.data()).decode()))
    if isinstance(part, QWidget):
        # What stands on a line is among its properties.
        own = part.text() if isinstance(part, QLineEdit) else None
        yield from ((f"{kind}, kept", each) for each in said_by(part) if each != own)
        yield from ((f"{kind}, action", each.text() + each.toolTip()) for each in part.actions())
        yield from _told_to_others(part)


def _told_to_others(part: QWidget) -> Iterator[tuple[str, str]]:
    """To a screen reader, and to what helps people to type."""
    kind, reader = type(part).__name__, QAccessible.queryAccessibleInterface(part)
    if reader is not None and reader.isValid():
        for what in QAccessible.Text:
            yield f"{kind}, {what.name} for a screen reader", reader.text(what)
        if (words := reader.textInterface()) is not None:
            yield f"{kind}, text for a screen reader", words.text(0, words.characterCount())
    if isinstance(part, QLineEdit):
        asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImQueryAll)
        QApplication.sendEvent(part, asked)
        for query in Qt.InputMethodQuery:
            yield f"{kind}, {query.name} for an input method", str(asked.value(query))
        yield f"{kind}, shown", part.displayText()
        yield f"{kind}, selected", part.selectedText()
