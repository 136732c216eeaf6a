"""The answers that a sentence rests on, behind a fold of their own: each question and what was answered to it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def rests_on(look: Look, answers: Sequence[str], column: QVBoxLayout) -> None:
    """Add the fold to ``column``; nothing where a sentence rests on no answer that may be named."""
    if not answers:
        return
    held = QWidget()
    lines = QVBoxLayout(held)
    lines.setContentsMargins(look.px(12), 0, 0, 0)
    lines.setSpacing(look.px(4))
    for each in answers:
        lines.addWidget(Text(look, each, "small", "ink2"))
    shown = ngettext("The answer it rests on", "The {number} questions it rests on", len(answers))
    fold = Fold(look, shown.format(number=len(answers)), held, _("Hide the answers"))
    fold.stand_flush()
    column.addWidget(fold)
    column.addWidget(held)
