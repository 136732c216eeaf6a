"""Finding things on a page as a person does: by what they are called."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.look import Look, Taste
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Pill

Kind = TypeVar("Kind", bound=QWidget)


def words_on(page: QWidget) -> str:
    """Everything that can be read on a page right now, line by line."""
    return "\n".join(label.text().replace("\u200b", "") for label in page.findChildren(QLabel) if label.isVisible())


def named(page: QWidget, kind: type[Kind], name: str) -> Kind:
    """The one visible thing of a kind whose accessible name begins with ``name``."""
    found = [each for each in page.findChildren(kind) if each.isVisible() and each.accessibleName().startswith(name)]
    assert len(found) == 1, [each.accessibleName() for each in page.findChildren(kind) if each.isVisible()]
    return found[0]


def names_of(page: QWidget, kind: type[Kind]) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(kind) if each.isVisible()]


def shown(page: Page, qtbot: QtBot, width: int = 1056, height: int = 800) -> None:
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)


def enlarge(look: Look, scale: float) -> None:
    look.show(Taste(look.theme, scale, less_motion=True))


def cut_off(page: Page) -> list[str]:
    """The words that do not fit where they stand: beyond the page's edge, or too tall for their line."""
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, Pill):
            continue
        # Of what stands beside the column, the page is where it has to fit.
        held = page.widget() if page.widget().isAncestorOf(label) else page
        right = page.viewport().width() if held is not page else page.width()
        left = label.mapTo(held, label.rect().topLeft()).x()
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        widest = 0 if label.wordWrap() else label.fontMetrics().horizontalAdvance(label.text())
        if left + label.width() > right or needed > label.height() + 1 or widest > label.width() + 1:
            found.append(label.text())
    return found


def unfold(page: QWidget, name: str) -> None:
    """Open what lies behind a button with this name, wherever on the page it is folded."""
    folds = [each for each in page.findChildren(Fold) if each.text() == name or each.accessibleName() == name]
    assert folds, [each.accessibleName() for each in page.findChildren(Fold)]
    for each in folds:
        if not each.is_open:
            each.click()


def nameless(page: QWidget) -> list[QWidget]:
    """Everything the keyboard can reach that has no name to read out."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.accessibleName()
    ]
