"""What one look at a written policy gave, as a value beside a result. ``app.policy`` makes it."""

from dataclasses import dataclass

from trustcheck.domain.policy.offers import OfferedFact
from trustcheck.domain.policy.reading import PolicyReading
from trustcheck.domain.policy.rules import PolicyRules


@dataclass(frozen=True, slots=True)
class PolicyLens:
    """``offers`` are the facts that it shows, ``framed`` the sentences of a policy worth framing; ``by_result`` says
    whether a score of trust in people decided how many."""

    rules: PolicyRules
    reading: PolicyReading
    offers: tuple[OfferedFact, ...]
    framed: tuple[str, ...]
    by_result: bool = False
