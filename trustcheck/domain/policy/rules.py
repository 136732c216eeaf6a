"""By which rules a policy is read, in one language: what a sentence does, what shows a fact, what could hang framed."""

from dataclasses import dataclass
from enum import StrEnum
from re import Pattern


class PolicyDeed(StrEnum):
    """What a sentence of a policy does."""

    FORBIDS = "forbids"
    ALLOWS = "allows"
    ASKS_FIRST = "asks_first"
    """Somebody has to be asked before."""
    EXEMPTS = "exempts"
    """It says for whom a rule does not hold."""


@dataclass(frozen=True, slots=True)
class DeedRule:
    """``why`` explains, to whoever reads the count, what in a sentence the rule goes by."""

    deed: PolicyDeed
    words: Pattern[str]
    why: str


class ShownBy(StrEnum):
    """What in a policy shows whether a fact is so; the readings stand in ``domain/policy/offers.py``."""

    FIRST_PARAGRAPH = "first_paragraph"
    NO_APPROVAL = "no_approval"
    LENGTH = "length"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class FactRule:
    """Of which fact of the questionnaire a policy says something, and by what."""

    practice_id: str
    shown_by: ShownBy


@dataclass(frozen=True, slots=True)
class PolicyRules:
    """``deeds`` in the order in which they are tried on a sentence: the first that fits is what it does."""

    language: str
    pillar_id: str
    """How much trust in people the results bear."""
    deeds: tuple[DeedRule, ...]
    to_reader: Pattern[str]
    """A sentence that speaks to whoever reads it, or of everybody as *we*."""
    about_staff: Pattern[str]
    """A sentence that speaks of staff as of others."""
    everybody: Pattern[str]
    """A sentence that binds leaders as well as staff."""
    leaders: Pattern[str]
    free: Pattern[str]
    """A sentence that says that nobody needs to be asked."""
    annex: Pattern[str]
    """A line with which an annex begins."""
    facts: tuple[FactRule, ...]
    framed: tuple[str, ...]
    """A whole policy on one page, the sentence first without which nothing else would be needed."""
