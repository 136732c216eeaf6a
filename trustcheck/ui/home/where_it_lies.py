"""Where everything is kept, at the foot of the first page."""

from PySide6.QtWidgets import QHBoxLayout

from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


def where_it_lies(look: Look, path: str, *, is_protected: bool) -> QHBoxLayout:
    """The line that names the data file, and says what is and is not done with it."""
    said = _("Everything stays in one file on this computer: {path}. It is not encrypted. Nothing is sent anywhere.")
    if is_protected:
        said = _("Everything stays in one file on this computer: {path}. It is encrypted. Nothing is sent anywhere.")
    line = QHBoxLayout()
    line.setSpacing(look.px(8))
    line.addWidget(Icon(look, "shield-check", "ink3", 18))
    line.addWidget(Text(look, said.format(path=path), "caption", "ink3"), 1)
    return line
