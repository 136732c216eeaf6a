"""One question for the room, in the tinted strip: what to ask, never who is right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class RoomQuestion(Card):
    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, fill="warn_soft", edge="", padding=(16, 12))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Icon(look, "message-square-plus", "warn", 20))
        row.addWidget(Text(look, words, "row"), 1)
        self.column.addLayout(row)


# The answers that a sentence rests on, behind a fold of their own: each question and what was answered to it.


def rests_on(look: Look, answers: Sequence[str], column: QVBoxLayout) -> None:
    """Add the fold to ``column``; nothing where a sentence rests on no answer that may be named."""
    if not answers:
        return
    held = QWidget()
    lines = QVBoxLayout(held)
    lines.setContentsMargins(*sided(held, look.px(12), 0, 0, 0))
    lines.setSpacing(look.px(4))
    for each in answers:
        lines.addWidget(Text(look, each, "small", "ink2"))
    shown = ngettext("The answer it rests on", "The {number} questions it rests on", len(answers))
    fold = Fold(look, shown.format(number=len(answers)), held, _("Hide the answers"))
    fold.stand_flush()
    column.addWidget(fold)
    column.addWidget(held)
