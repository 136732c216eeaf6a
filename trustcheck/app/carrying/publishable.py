"""Of a file of a group's answers what may be passed on: the result as eyes may see it, made as a closed check's is.

What is hidden cannot reach it: it is made from a :class:`~trustcheck.app.results.group.GroupResult` alone.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.carrying.importing import as_kept
from trustcheck.app.json_decode import record
from trustcheck.app.ports import Refused
from trustcheck.app.results.score_sheet import Respondents, ScoreOptions
from trustcheck.app.store.export_model import ExportedSheet, GroupCheck
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _


def publishable_check(
    given: Respondents,
    questionnaire: Questionnaire,
    asked: ScoreOptions,
    facts: Mapping[str, PracticeAnswer] | None,
    today: date,
) -> GroupCheck:
    """The closed check that these answers would be, without a row of them.

    Raises :class:`Refused` where the file does not say who answered, or nobody said how many were invited: words and
    numbers of a result depend on both.
    """
    views = [each for each in Perspective if each.value in given.perspectives]
    _require_known(views, asked)
    setup = GroupSetup(
        form=given.form,
        perspectives=tuple(views),
        invited={each: asked.invited[each.value] for each in views},
        leaders_are="",
        threshold=asked.threshold,
        guesses=any(each.beside.guesses for each in given.responses),
    )
    with_rows = GroupCheck(
        questionnaire=questionnaire,
        state=RoundState.CLOSED,
        started_on=today,
        closed_on=today,
        setup=setup,
        answered=len(given.responses),
        facts=tuple((facts or {}).values()),
        rows=tuple(ExportedSheet(each.perspective, each.answers, each.beside.guesses) for each in given.responses),
    )
    return closed_check(as_kept(with_rows))


def publishable_values(check: GroupCheck) -> dict[str, Any]:
    """For programs; ``result`` is a ``CarriedResult`` of ``docs/export-2.schema.json``."""
    assert check.result is not None
    return {
        "questionnaire": {"id": check.questionnaire.id, "version": check.questionnaire.version},
        "form": check.setup.form.value,
        "threshold": check.setup.threshold,
        "result": record(check.result, {}),
    }


def _require_known(views: list[Perspective], asked: ScoreOptions) -> None:
    safe = _("Nothing was scored.")
    if not views:
        raise Refused(
            _("The file does not say whether leaders or staff answered, and a result says whose it is."),
            safe,
            _("Add the column perspective, with leader or staff in every row."),
        )
    missing = [each.value for each in views if each.value not in asked.invited]
    if missing:
        raise Refused(
            _("What may be passed on depends on how many were invited, and that is not known of: {views}.").format(
                views=", ".join(missing)
            ),
            safe,
            _("Say it with --invited, such as --invited leader=7,staff=40."),
        )
