"""Results to show on pages: the shipped questionnaire answered by invented people, and one in other scripts."""

from collections.abc import Mapping
from dataclasses import replace

from tests import builders
from tests.group_builders import shipped
from trustcheck.app.portraits.result import result_of
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.model import Form, Perspective

LONG_NAME = "Verantwortungsbewusstsein und Entscheidungsspielraum " * 2 + "im ganzen Haus"
RUN_ON = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf"
GREEK = "Εμπιστοσύνη στους ανθρώπους μας, κάθε μέρα και παντού"


def result(
    given: Mapping[str, int | str] | None = None,
    *,
    everything_at: int = 3,
    known: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
    perspective: Perspective = Perspective.LEADER,
) -> PersonalResult:
    """Everything answered at one point (turned where reversed), except what is ``given``."""
    answers = builders.all_at(shipped(), everything_at, **(given or {}))
    return result_of(builders.personal_round(shipped(), answers, known=known, notes=notes, perspective=perspective))


def at(theme: str, point: int) -> dict[str, int]:
    """All items of a theme at one keyed point."""
    turned = 1 + shipped().high - point
    return {item.id: turned if item.reverse else point for item in shipped().items_of(theme)}


def pulse(point: int = 3) -> PersonalResult:
    answers = {each: code for each, code in builders.all_at(shipped(), point).items() if each in shipped().pulse}
    return result_of(builders.personal_round(shipped(), answers, form=Form.PULSE))


def hardly_answered() -> PersonalResult:
    return result_of(builders.personal_round(shipped(), {"GI1": 4}))


def foreign() -> PersonalResult:
    """Names as long as they may be, one word without a break, and another script."""
    asked = shipped()
    names = [LONG_NAME[:120], RUN_ON, GREEK]
    themes = tuple(replace(theme, name=names[place % 3]) for place, theme in enumerate(asked.themes))
    pillars = tuple(replace(pillar, to_reader=names[place]) for place, pillar in enumerate(asked.pillars))
    practices = tuple(replace(each, text=f"{RUN_ON}{RUN_ON} {each.text}") for each in asked.practices)
    other = replace(asked, themes=themes, pillars=pillars, practices=practices)
    answers = builders.all_at(other, 2, **at("GI", 5))
    return result_of(
        builders.personal_round(other, answers, known={"K01": "no", "K03": "yes"}, notes={"GI1": "x" * 4000})
    )
