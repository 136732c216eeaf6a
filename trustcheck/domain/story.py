"""The one sentence a result opens with, and the rule that chose it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A sentence somebody can repeat, and where it comes from."""

    sentence: str
    """At most two halves: what is there, what is missing. Addressed to the reader."""
    rule: str
    """The id of the rule that fired, stable, for tests ("pillars-apart")."""
    why: tuple[str, ...]
    """The rule in words and the numbers that met it, one sentence each."""
    rests_on: tuple[str, ...] = ()
    """Every question it rests on with what was answered to it, one line each; of a group only what may be shown."""
