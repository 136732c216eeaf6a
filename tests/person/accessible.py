"""What assistive technology finds on the screen: names, roles, and how far Tab reaches."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox, QRadioButton, QWidget

from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.shell.main_window import MainWindow

SMALLEST_TARGET = 32


def operable(window: MainWindow) -> list[QWidget]:
    """Everything on the screen that takes the keyboard."""
    page = window.stack.currentWidget()
    inside = [each for root in (page, window.sidebar) for each in root.findChildren(QWidget)]
    return [
        each
        for each in inside
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def nameless(window: MainWindow) -> list[str]:
    """What a screen reader could not name, by class."""
    return [type(each).__name__ for each in operable(window) if not name_of(each).strip()]


def too_small(window: MainWindow) -> list[str]:
    """Targets smaller than 32 pixels either way, by name."""
    return [
        f"{name_of(each)} {each.width()}x{each.height()}"
        for each in operable(window)
        if isinstance(each, QAbstractButton) and min(each.width(), each.height()) < SMALLEST_TARGET
    ]


def out_of_reach(window: MainWindow) -> list[str]:
    """What Tab never reaches. The radio buttons of a group are one stop; arrows do the rest."""
    wanted = set(operable(window))
    reached: set[QWidget] = set()
    for _step in range(3 * len(wanted) + 10):
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)
        QTest.keyClick(focus or window, Qt.Key.Key_Tab)
    groups = {_group(each) for each in reached if isinstance(each, QRadioButton)}
    missed = [each for each in wanted - reached if not (isinstance(each, QRadioButton) and _group(each) in groups)]
    return sorted(name_of(each) for each in missed)


def loose_choices(window: MainWindow) -> list[str]:
    """Radio buttons that are not announced as such, or that stand in no named group."""
    choices = [each for each in operable(window) if isinstance(each, QRadioButton)]
    return [
        name_of(each)
        for each in choices
        if role_of(each) is not QAccessible.Role.RadioButton or not (group := _group(each)) or not name_of(group)
    ]


def silent_charts(window: MainWindow) -> list[str]:
    """Charts without a sentence or without a table."""
    charts = [each for each in window.stack.currentWidget().findChildren(ChartView) if each.isVisible()]
    return [
        type(each).__name__
        for each in charts
        if each.scene is not None and not (name_of(each).strip() and each.scene.table.rows)
    ]


def cut_off(window: MainWindow) -> list[str]:
    """Widgets that reach over the right edge of the page, where nobody can scroll to."""
    page = window.stack.currentWidget()
    right = page.mapToGlobal(page.rect().topRight()).x()
    return [
        f"{type(each).__name__}: {name_of(each)[:40]}"
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.objectName() != "focus ring" and _right_of(each) > right + 6
    ]


def _right_of(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().topRight()).x()


def _group(widget: QWidget) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QGroupBox):
        if role_of(above) is QAccessible.Role.Grouping:
            return above
        above = above.parentWidget()
    return above
