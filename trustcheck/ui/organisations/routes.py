"""Where the list of organisations and one organisation's page lead."""

from collections.abc import Callable
from dataclasses import dataclass

from trustcheck.domain.checks.round import DuePromise, RoundSummary


@dataclass(frozen=True, slots=True)
class OrganisationRoutes:
    """Whom the two desks call; each is handed the id of an organisation where nothing else is said."""

    list: Callable[[], None]
    organisation: Callable[[int], None]
    hand_over: Callable[[int], None]
    new_check: Callable[[int], None]
    check: Callable[[RoundSummary], None]
    """Wherever it stands."""
    promise: Callable[[DuePromise], None]
