"""What can be done to a questionnaire, each deed a function from one to the next.

Nothing is left behind that points to what is gone: with a theme go its questions, facts and suggestions, with a
question its place in the order. Ids are handed in, for they are never used twice.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from trustcheck.app.authoring.places import without
from trustcheck.app.questionnaires.library import DRAFT, is_draft
from trustcheck.domain.questionnaire.model import (
    Definition,
    Item,
    Pillar,
    Practice,
    Questionnaire,
    Suggestion,
    Theme,
)
from trustcheck.domain.questionnaire.roles import Role
from trustcheck.domain.questionnaire.scenarios import RUNGS, CardSuggestion, Outcome, Scenario

OWN = "own"
"""What the ids of questions beside the themes begin with."""


def next_id(stem: str, taken: Collection[str]) -> str:
    """The next free one of its kind: ``GI5``, ``own-3``. Above every number that was ever used."""
    joint = "-" if stem[-1:].isdigit() or not stem.isupper() else ""
    used = [int(found[1]) for each in taken if (found := re.fullmatch(rf"{re.escape(stem)}-?0*(\d{{1,9}})", each))]
    return f"{stem}{joint}{max(used, default=0) + 1}"


def with_question(asked: Questionnaire, theme_id: str, new_id: str) -> Questionnaire:
    """With an empty question at the end of its theme, asked last; without a theme it stands beside them all."""
    last = max((at for at, each in enumerate(asked.items) if each.theme == theme_id), default=len(asked.items) - 1)
    items = (*asked.items[: last + 1], Item(new_id, theme_id, ""), *asked.items[last + 1 :])
    return replace(asked, items=items, order=(*asked.order, new_id))


def without_question(asked: Questionnaire, item_id: str) -> Questionnaire:
    return _tidied(without(asked, ("items", item_id)))


def in_short_form(asked: Questionnaire, item_id: str, *, there: bool) -> Questionnaire:
    """With or without a question in the short form, where it stands in the order of asking."""
    wanted = {*asked.pulse, item_id} if there else set(asked.pulse) - {item_id}
    if there and item_id not in asked.pulse:
        return replace(asked, pulse=(*asked.pulse, item_id))
    return replace(asked, pulse=tuple(each for each in asked.pulse if each in wanted))


def with_theme(asked: Questionnaire, pillar_id: str, new_id: str, question_id: str) -> Questionnaire:
    """With an empty theme at the end of its pillar, and an empty question in it."""
    last = max((at for at, each in enumerate(asked.themes) if each.pillar == pillar_id), default=len(asked.themes) - 1)
    themes = (*asked.themes[: last + 1], Theme(new_id, pillar_id, ""), *asked.themes[last + 1 :])
    return with_question(replace(asked, themes=themes), new_id, question_id)


def without_theme(asked: Questionnaire, theme_id: str) -> Questionnaire:
    return _tidied(without(asked, ("themes", theme_id)))


def with_pillar(asked: Questionnaire, new_id: str, theme_id: str, question_id: str) -> Questionnaire:
    """With an empty pillar, an empty theme in it, and an empty question in that."""
    return with_theme(replace(asked, pillars=(*asked.pillars, Pillar(new_id, ""))), new_id, theme_id, question_id)


def without_pillar(asked: Questionnaire, pillar_id: str) -> Questionnaire:
    return _tidied(without(asked, ("pillars", pillar_id)))


def with_fact(asked: Questionnaire, theme_id: str, new_id: str) -> Questionnaire:
    return replace(asked, practices=(*asked.practices, Practice(new_id, theme_id, "")))


def without_fact(asked: Questionnaire, practice_id: str) -> Questionnaire:
    return _tidied(without(asked, ("practices", practice_id)))


def with_suggestion(asked: Questionnaire, theme_id: str, new_id: str) -> Questionnaire:
    """With an empty one: a small step that rests on reasoned practice, until its author says otherwise."""
    empty = Suggestion(new_id, theme_id, "", "", "", "", "", effort=1, evidence="C")
    return replace(asked, suggestions=(*asked.suggestions, empty))


def with_card(asked: Questionnaire, new_id: str) -> Questionnaire:
    """With an empty scenario card that has a place for each rung."""
    card = Scenario(new_id, "", "", tuple(Outcome(rung, "") for rung in range(RUNGS)), CardSuggestion())
    return replace(asked, scenarios=(*asked.scenarios, card))


def with_sentence(asked: Questionnaire) -> Questionnaire:
    """With an empty sentence at the end of those that are said before the first question."""
    return replace(asked, before=(*asked.before, ""))


def with_definition(asked: Questionnaire) -> Questionnaire:
    """With an empty word at the end of those that are defined."""
    return replace(asked, definitions=(*asked.definitions, Definition("", "")))


def in_role(asked: Questionnaire, role: str, known_id: str, *, there: bool) -> Questionnaire:
    """With or without this theme, or question, among those that have a role."""
    ids = tuple(each for each in asked.in_role(role) if each != known_id)
    given = {each.name: each for each in asked.roles} | {role: Role(role, (*ids, known_id) if there else ids)}
    return replace(asked, roles=tuple(each for each in given.values() if each.ids))


def with_answers(asked: Questionnaire, number: int, before: Sequence[str] = ()) -> Questionnaire:
    """With so many answers on the scale: the highest go first, and come back in the words of the scale ``before``.
    Those that never were there are empty.
    """
    back = before[len(asked.scale) :]
    return replace(asked, scale=(*asked.scale, *back, *[""] * number)[:number])


def _tidied(asked: Questionnaire) -> Questionnaire:
    """Without anything that points to what is not there any more."""
    pillars = {each.id for each in asked.pillars}
    themes = tuple(each for each in asked.themes if each.pillar in pillars)
    known = {each.id for each in themes}
    items = tuple(each for each in asked.items if each.theme in known | {""})
    ids, scored = {each.id for each in items}, {each.id for each in items if each.theme}
    practices = tuple(each for each in asked.practices if each.theme in known)
    facts = {each.id for each in practices}
    roles = (Role(each.name, tuple(one for one in each.ids if one in known | ids)) for each in asked.roles)
    return replace(
        asked,
        themes=themes,
        items=items,
        order=tuple(each for each in asked.order if each in ids),
        pulse=tuple(each for each in asked.pulse if each in scored),
        practices=practices,
        roles=tuple(each for each in roles if each.ids),
        suggestions=tuple(
            replace(each, when_practice_no=tuple(one for one in each.when_practice_no if one in facts))
            for each in asked.suggestions
            if each.theme in known | {""} and each.only_when_no in facts | {""}
        ),
    )


# Which version it is: a changed word is a new one.


def as_draft(asked: Questionnaire) -> Questionnaire:
    """What follows on a finished version while it is written."""
    return asked if is_draft(asked) else replace(asked, version=raised(asked.version) + DRAFT)


def as_finished(asked: Questionnaire) -> Questionnaire:
    return replace(asked, version=asked.version.removesuffix(DRAFT))


def raised(version: str) -> str:
    """The next version: ``1.2.0`` after ``1.1.0``, ``2025b.1`` after ``2025b``."""
    if found := re.fullmatch(r"(\d{1,6})\.(\d{1,6})(\.\d{1,6})?", version):
        return f"{found[1]}.{int(found[2]) + 1}" + (".0" if found[3] else "")
    if found := re.fullmatch(r"(.*?)(\d{1,6})", version):
        return f"{found[1]}{int(found[2]) + 1}"[:24]
    return f"{version[:20]}.1"
