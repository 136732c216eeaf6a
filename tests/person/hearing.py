"""Everything that a window shows or tells."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
    QWidget,
)

from trustcheck.charts.scene import Label, Scene


def in_a_scene(scene: Scene) -> Iterator[str]:
    yield scene.sentence
    yield from scene.table.columns
    for row in scene.table.rows:
        yield from row
    yield from (shape.text for shape in scene.shapes if isinstance(shape, Label))


def said_by(widget: QWidget) -> Iterator[str]:
    """Everything a widget says, or keeps to say or to paint."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
    yield from (widget.statusTip(), widget.whatsThis())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QProgressBar):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QTableWidget):
        cells = [widget.item(row, at) for row in range(widget.rowCount()) for at in range(widget.columnCount())]
        cells += [widget.horizontalHeaderItem(at) for at in range(widget.columnCount())]
        yield from (cell.text() for cell in cells if cell is not None)
    for kept in vars(widget).values():
        if isinstance(kept, str):
            yield kept
        if isinstance(kept, Scene):
            yield from in_a_scene(kept)
