"""What assistive technology finds: every node below every window, with all that it says."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface

_SAID = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def found_by_a_reader() -> str:
    """Everything in the tree, one text for each line. What is marked as not to be seen can be read all the same."""
    program = QCoreApplication.instance()
    assert program is not None
    return "\n".join(_said_below(QAccessible.queryAccessibleInterface(program)))


def _said_below(node: QAccessibleInterface) -> Iterator[str]:
    yield from filter(None, map(node.text, _SAID))
    written = node.textInterface()
    if written is not None:
        yield written.text(0, written.characterCount())
    for at in range(node.childCount()):
        below = node.child(at)
        if below is not None and below.isValid():
            yield from _said_below(below)
