"""What Qt draws itself (lines to write on, menus) wears the room and the type of the person's text size."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trustcheck.ui.kit.look import BESIDE_WORDS, OVER_WORDS, Look, lengths


def wear(widget: QWidget, look: Look, role: str) -> None:
    """Each by itself: a style sheet for the whole program would style every widget of every page anew, and people would
    wait for pages nobody sees.
    """
    beside, over = look.px(BESIDE_WORDS) - BESIDE_WORDS, look.px(OVER_WORDS) - OVER_WORDS
    if isinstance(widget, QLineEdit):
        widget.setTextMargins(beside, 0, beside, 0)
    elif isinstance(widget, QPlainTextEdit):
        bare = widget.objectName() == "bare"
        widget.setViewportMargins(*((0, 0, 0, 0) if bare else (beside, over, beside, over)))
    else:
        _wear_rules(widget, lengths(look.scale) if look.scale != 1 else "")
    # At last: a style sheet gives a widget back the type it was made with.
    widget.setFont(look.font(role))


def _wear_rules(widget: QWidget, rules: str) -> None:
    if widget.styleSheet() != rules:
        widget.setStyleSheet(rules)
