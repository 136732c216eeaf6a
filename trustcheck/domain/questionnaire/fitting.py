"""Whether the parts of a questionnaire fit each other: what every page and every score relies on."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from trustcheck.domain.questionnaire.model import LONGEST_ID, Questionnaire
from trustcheck.domain.questionnaire.roles import do_not_fit
from trustcheck.domain.questionnaire.scenarios import cards_fit

MOST_ITEMS, MOST_THEMES, MOST_PILLARS = 200, 30, 6
MOST_PRACTICES, MOST_SUGGESTIONS = 400, 400
LABELS = range(4, 8)
_COLUMN = "perspective"
"""The column of an answers file; no question can have this id."""


def what_does_not_fit(asked: Questionnaire) -> str:
    """The name of the first part that does not fit the others ("order"); empty where all do."""
    return next(_misfits(asked), "")


def _misfits(asked: Questionnaire) -> Iterator[str]:
    if not 1 <= len(asked.pillars) <= MOST_PILLARS or not _are_ids(each.id for each in asked.pillars):
        yield "pillars"
    if not 1 <= len(asked.themes) <= MOST_THEMES or not _are_ids(each.id for each in asked.themes):
        yield "themes"
    if not 1 <= len(asked.items) <= MOST_ITEMS or not _are_ids(each.id for each in asked.items):
        yield "items"
    if {each.pillar for each in asked.themes} != asked.pillar_by_id.keys():
        yield "themes"
    if {each.theme for each in asked.items} - {""} != asked.theme_by_id.keys() or _COLUMN in asked.item_by_id:
        yield "items"
    if sorted(asked.order) != sorted(asked.item_by_id):
        yield "order"
    if len(set(asked.pulse)) < len(asked.pulse) or not set(asked.pulse) <= _scored(asked):
        yield "pulse"
    if len(asked.scale) not in LABELS:
        yield "scale"
    if not all(0 <= cut <= 100 for cut in asked.cuts) or any(low >= high for low, high in pairwise(asked.cuts)):
        yield "cuts"
    yield from _offered(asked)


def _scored(asked: Questionnaire) -> set[str]:
    return {each.id for each in asked.items if each.theme}


def _offered(asked: Questionnaire) -> Iterator[str]:
    practices, suggestions = asked.practices, asked.suggestions
    if len(practices) > MOST_PRACTICES or (practices and not _are_ids(each.id for each in practices)):
        yield "practices"
    if not {each.theme for each in practices} <= asked.theme_by_id.keys():
        yield "practices"
    if len(suggestions) > MOST_SUGGESTIONS or (suggestions and not _are_ids(each.id for each in suggestions)):
        yield "suggestions"
    if not {each.theme for each in suggestions} <= asked.theme_by_id.keys() | {""}:
        yield "suggestions"
    if any(not 1 <= each.effort <= 3 for each in suggestions):
        yield "suggestions"
    if not _are_ids(each.id for each in asked.scenarios) or not cards_fit(asked.scenarios, asked.item_by_id):
        yield "scenarios"
    if do_not_fit(asked.roles, asked.theme_by_id, asked.item_by_id):
        yield "roles"


def _are_ids(ids: Iterable[str]) -> bool:
    """Each there, short, and different from the others."""
    listed = list(ids)
    return len(set(listed)) == len(listed) and all(0 < len(each) <= LONGEST_ID for each in listed)
