"""A policy worth framing: one page at most, and shorter the more trust the results bear."""

from trustcheck.domain.policy.rules import PolicyRules

_PARTS = (1.0, 2 / 3, 1 / 3, 0.0)
"""Of the whole page, by the band of trust in people; at the top one sentence of common sense is enough."""


def framed_policy(rules: PolicyRules, band: int | None) -> tuple[str, ...]:
    """Its sentences. ``band`` counts from 0; without one, as where nothing may be told, the whole page."""
    part = _PARTS[0 if band is None else min(band, len(_PARTS) - 1)]
    return rules.framed[: max(1, round(part * len(rules.framed)))]
