"""Where the desks of organisations lead, and whom they tell of what is deleted."""

from collections.abc import Callable
from dataclasses import dataclass

from trustcheck.domain.checks.round import Organisation, PlacedPromise, RoundSummary


@dataclass(frozen=True, slots=True)
class OrganisationRoutes:
    """Whom they call; each is handed the id of an organisation where nothing else is said."""

    list: Callable[[], None]
    organisation: Callable[[int], None]
    hand_over: Callable[[int], None]
    new_check: Callable[[int], None]
    check: Callable[[RoundSummary], None]
    """Wherever it stands."""
    promise: Callable[[PlacedPromise], None]
    deleted: Callable[[Organisation, int], None]
    """Also with the number of copies that still hold it."""
    brought_back: Callable[[int], None]
    forget_in_copies: Callable[[int], None]
