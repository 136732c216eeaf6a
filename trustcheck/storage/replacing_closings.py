"""Whether another closing of a check may take the place of one whose result was shown.

Two results of one check side by side tell what those said who are in one of them only. The rules are those of a check
that is opened again: nobody who was in goes, and late sheets join where there are enough of them to hide each other.
"""

from collections import Counter

from trustcheck.domain.answers import Response
from trustcheck.domain.joining import may_join
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
from trustcheck.domain.releases import may_release
from trustcheck.domain.round import RoundState
from trustcheck.storage.check_rows import CheckRows
from trustcheck.storage.group_reader import answers_by_sheet

Said = Counter[tuple[str, str]]
"""How often each perspective and answers were given."""


def may_replace(here: CheckRows, there: CheckRows, questionnaire: Questionnaire) -> bool:
    """Whether what was shown of ``here`` and what is shown of ``there``, now or once it is closed, tell nothing of few.

    Both are a check of several people. Costs reading its sheets.
    """
    threshold = int(here.set_up["threshold"])
    ours, theirs = _shown(here), _shown(there)
    if all(some.total() < threshold for some in ours.values()):
        return True
    if there.state is not RoundState.CLOSED:
        # What it shows next is judged by what it showed itself.
        return ours == theirs
    if not all(_one_joins(ours[each], theirs[each], here, questionnaire) for each in ours):
        return False
    more = sum((theirs[each] - ours[each]).total() for each in theirs)
    return _notes(here) == _notes(there) or more >= threshold


def _one_joins(ours: Said, theirs: Said, here: CheckRows, questionnaire: Questionnaire) -> bool:
    """The same of one perspective; leaders and staff are never pooled."""
    threshold = int(here.set_up["threshold"])
    if ours.total() < threshold or ours == theirs:
        return True
    more = theirs - ours
    if ours - theirs or not may_release(threshold, ours.total(), more.total()):
        return False
    form = Form(here.head["form"])
    shown, joining = (_responses(each, form, questionnaire) for each in (ours, more))
    again = shown[0].perspective.value in here.joined_late
    return may_join(shown, joining, questionnaire, form, threshold, again=again)


def _shown(rows: CheckRows) -> dict[str, Said]:
    found: dict[str, Said] = {each.value: Counter() for each in Perspective}
    for each in rows.released().values():
        found[each.perspective][each.perspective, each.answers] += 1
    return found


def _notes(rows: CheckRows) -> Counter[tuple[str, str]]:
    return Counter((item, text) for item, text, released in rows.group_notes.values() if released)


def _responses(said: Said, form: Form, questionnaire: Questionnaire) -> list[Response]:
    rows = ((0, perspective, answers) for perspective, answers in said.elements())
    return [
        Response(Perspective(perspective), form, answers)
        for _id, perspective, answers in answers_by_sheet(rows, questionnaire.high)
    ]
