"""*Why am I seeing this?*: the lines that made it true, and the rule."""

from collections.abc import Sequence

from trustcheck.domain.reasons import Reason
from trustcheck.domain.suggestion import Suggestion
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon_line import IconLine
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class ReasonPanel(Card):
    """``silent`` are values that are codes rather than words; their lines go without."""

    def __init__(self, look: Look, reasons: Sequence[Reason], rule: str, silent: frozenset[str]) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(18, 14), gap=6)
        self.column.addWidget(
            IconLine(look, "circle-help", _("Why am I seeing this?"), ink="accent", role="small_strong")
        )
        for reason in reasons:
            value = "" if reason.value in silent else reason.value
            self.column.addWidget(IconLine(look, "check", reason.sentence, ink="accent", value=value))
        self.column.addWidget(Text(look, rule, "caption", "ink2"))


def research_words(suggestion: Suggestion, known: str) -> tuple[str, ...]:
    """What is known of this kind of step, how surely, and from where."""
    grade = _("Evidence {grade}: {meaning}").format(
        grade=suggestion.evidence, meaning=evidence_in_words(suggestion.evidence)
    )
    return tuple(words for words in (known, grade, suggestion.source) if words)


def evidence_in_words(grade: str) -> str:
    match grade[:1]:
        case "A":
            return _("randomised trials or a review of many studies, of the practice itself.")
        case "B":
            return _("several field studies, over time or with a comparison.")
        case _:
            return _("reasoned practice, or a single look.")
