"""What a theme or a question is about, where a gate or a story leans on it: named in the questionnaire, by its author.

A questionnaire without a role has no such gate and no such story.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SAFE_TO_SPEAK = "safe-to-speak"
"""Themes: as long as one of them is low, nobody is asked to speak in public."""
OWN_VOICES = "own-voices"
"""Themes: people speaking in public for themselves. They wait until it is safe to."""
KEPT_PROMISES = "kept-promises"
"""Themes: what was announced is done. Where one of them is very low, repair comes before a new promise."""
FAIR_AFTER_MISTAKES = "fair-after-mistakes"
"""Themes: a slip is met by listening first. Rare beside rare steadiness, it is where scaling down begins."""
STEADY_UNDER_CRITICISM = "steady-under-criticism"
"""Themes: criticism is heard and answered."""
TASKS_IN_THEIR_HANDS = "tasks-in-their-hands"
"""Questions: important tasks are left to people."""
OWN_SAY_IN_PUBLIC = "own-say-in-public"
"""Questions: people decide what they say in public about their work."""

OF_THEMES = (SAFE_TO_SPEAK, OWN_VOICES, KEPT_PROMISES, FAIR_AFTER_MISTAKES, STEADY_UNDER_CRITICISM)
OF_ITEMS = (TASKS_IN_THEIR_HANDS, OWN_SAY_IN_PUBLIC)


@dataclass(frozen=True, slots=True)
class Role:
    """The ids of all that have one role, the first being the one that is spoken of first."""

    name: str
    ids: tuple[str, ...]


UNSAID = (Role("", ()),)
"""Of a questionnaire that was kept before roles were named."""

_BEFORE: Mapping[str, tuple[Role, ...]] = {
    "trust-and-openness": (
        Role(SAFE_TO_SPEAK, ("SS", "FR")),
        Role(OWN_VOICES, ("RV",)),
        Role(KEPT_PROMISES, ("WD",)),
        Role(FAIR_AFTER_MISTAKES, ("FR",)),
        Role(STEADY_UNDER_CRITICISM, ("SC",)),
        Role(TASKS_IN_THEIR_HANDS, ("TT1",)),
        Role(OWN_SAY_IN_PUBLIC, ("RD1",)),
    )
}
"""What gates and stories leaned on while only one questionnaire was asked: its checks are read as they were."""


def roles_before(questionnaire_id: str) -> tuple[Role, ...]:
    """The roles of a questionnaire that was kept before they were named in it."""
    return _BEFORE.get(questionnaire_id, ())


def do_not_fit(roles: tuple[Role, ...], theme_ids: Mapping[str, object], item_ids: Mapping[str, object]) -> bool:
    """Whether a role is given twice, is none, or is that of something that is not there."""
    names = [each.name for each in roles]
    there = dict.fromkeys(OF_THEMES, theme_ids) | dict.fromkeys(OF_ITEMS, item_ids)
    return len(set(names)) < len(names) or any(
        each.name not in there or not each.ids or not set(each.ids) <= there[each.name].keys() for each in roles
    )
