"""A value that is not shown. Light: pages and results speak of it without loading what works numbers out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A value that is not shown. It carries no number but the threshold."""

    reason: str


CLOSE_TOGETHER = "answers were close together"
"""All answers are one and the same point: a mean would tell what everybody answered."""

REPEATED = "almost the same sheets as in the check before"
"""The two results would differ by what a few people say."""

NOT_SHARED = "too few questions in common with the other check"
"""Two checks side by side: the other one asked otherwise, or so few people answered that fewer questions would tell
the others."""

NO_POINT = "one of the two answers is no point on the scale"
"""One person's: there is nothing to take a difference of, and nobody to protect."""

JOINED_LATE = "sheets joined after the result was seen"
"""The two results would differ by what those say who joined."""


def too_few(threshold: int) -> str:
    """Why a value of fewer people than the threshold is not shown; part of the contract for JSON."""
    return f"fewer than {threshold} answers"
