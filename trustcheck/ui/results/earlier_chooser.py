"""Which earlier check this one is compared with."""

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance

from trustcheck.domain.checks.round import RoundSummary
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.words import gettext as _
from trustcheck.words.days import day


def earlier_chooser(look: Look, earlier: Sequence[RoundSummary], chosen: int, says: SignalInstance) -> Segmented | None:
    """One button for the day of each, the newest first; ``None`` where there is nothing to choose. ``says`` is told the
    place of another one."""
    if len(earlier) < 2:
        return None
    days = [day(each.closed_on or each.started_on) for each in earlier]
    made = Segmented(look, _("Compared with the check of"), days)
    made.show_choice(chosen)
    made.chosen.connect(says)
    return made
