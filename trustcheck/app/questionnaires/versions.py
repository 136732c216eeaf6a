"""Two versions of a questionnaire beside each other: what changed, and what can still be compared."""

from dataclasses import dataclass

from trustcheck.domain.questionnaire.model import Perspective, Questionnaire, shared_questions


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question as it was, and as it is. Empty words where it was not there, or is there no more."""

    id: str
    then: str = ""
    now: str = ""
    is_turned: bool = False
    """Whether it is scored the other way round, or belongs to another theme now."""


@dataclass(frozen=True, slots=True)
class VersionChanges:
    then: Questionnaire
    now: Questionnaire
    questions: tuple[QuestionChange, ...]
    """Those that are new, gone, worded otherwise or turned, in the order of the newer one."""
    shared: tuple[str, ...]
    """The ids of the questions on which checks of both can be compared, whichever view answered them."""


def are_versions(one: Questionnaire, other: Questionnaire) -> bool:
    """Whether one is a version of the other, and not the same one."""
    return _family(one) == _family(other) and (one.id, one.version) != (other.id, other.version)


def changes(then: Questionnaire, now: Questionnaire) -> VersionChanges:
    """What whoever answers would read otherwise, and what stays comparable."""
    ids = (*now.order, *(each for each in then.order if each not in now.item_by_id))
    changed = tuple(change for each in ids if (change := _change(each, then, now)) is not None)
    in_each_view = [set(shared_questions(now, then, view)) for view in Perspective]
    shared = set.intersection(*in_each_view)
    return VersionChanges(then, now, changed, tuple(each for each in now.order if each in shared))


def _family(asked: Questionnaire) -> str:
    return asked.based_on or asked.id


def _change(item_id: str, then: Questionnaire, now: Questionnaire) -> QuestionChange | None:
    before, after = then.item_by_id.get(item_id), now.item_by_id.get(item_id)
    said, says = _words(then, item_id), _words(now, item_id)
    both = before is not None and after is not None
    turned = before is not None and after is not None and (before.theme, before.reverse) != (after.theme, after.reverse)
    return None if both and said == says and not turned else QuestionChange(item_id, said, says, turned)


def _words(asked: Questionnaire, item_id: str) -> str:
    """Both wordings, one where they are the same; empty where there is no such question."""
    if item_id not in asked.item_by_id:
        return ""
    read = (asked.wording(item_id, view) for view in (Perspective.STAFF, Perspective.LEADER))
    return "\n".join(dict.fromkeys(read))
