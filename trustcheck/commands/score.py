"""``trustcheck score ANSWERS.csv``: scores of a file of answers, as a table to read or as JSON."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from trustcheck.app.application import Application
from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

if TYPE_CHECKING:
    from trustcheck.app.collecting.readings import Reading
    from trustcheck.app.store.export_model import GroupCheck
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.exchange.tables.answers_file import AnswerSheets

_SHEETS_AND_HEADINGS = 2
ALL = "all"
"""The view of everybody in a file without a perspective column."""


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """What the command line asked for. Empty texts are "not asked for"."""

    answers: str
    questionnaire: str
    facts: str
    people: bool
    invited: Mapping[str, int]
    threshold: int
    as_json: bool
    publishable: bool = False
    decided: Mapping[str, str] = field(default_factory=dict)
    """What the file does not say of itself, by the id of each decision."""
    reading: str = ""
    """The name of a way of reading that was kept in the window."""
    before: str = ""
    """A file of answers to compare with, from the check before."""
    drill: str = ""
    """A file of what was picked on scenario cards."""
    before_questionnaire: str = ""
    """The questionnaire that file answers, where it is another one or another version."""


def run(application: Application, wanted: ScoreRequest) -> int:
    """Print the sheet. Raises :class:`~trustcheck.app.ports.Refused` with every mistake of the files."""
    from trustcheck.app.carrying.publishable import publishable_check
    from trustcheck.app.results.score_sheet import ScoreOptions, score_sheet
    from trustcheck.exchange.tables.answers_file import read_answers
    from trustcheck.exchange.tables.strict_reading import read_facts

    questionnaire = _asked(application, wanted.questionnaire)
    reading = _reading(application, wanted.reading) if wanted.reading else None
    given = read_answers(wanted.answers, questionnaire, wanted.decided, reading)
    _tell_account(given)
    facts = read_facts(wanted.facts, questionnaire) if wanted.facts else None
    _refuse_impossible_invited(given.perspectives, wanted.invited)
    asked = ScoreOptions(people=wanted.people, threshold=wanted.threshold, invited=wanted.invited)
    if wanted.publishable and wanted.before:
        from trustcheck.commands.score_before import refuse_to_publish

        raise refuse_to_publish()
    drill = _picked(wanted, questionnaire, given)
    if wanted.publishable:
        return _publish(publishable_check(given, questionnaire, asked, facts, application.today()), wanted, drill)
    sheet = score_sheet(given, questionnaire, asked, facts) | drill
    if wanted.before:
        sheet["before"] = _before(application, wanted, given, questionnaire)
    if wanted.people and len(given.responses) > 1:
        print(
            _("Each person's scores are in this output: keep it where only those see it who were promised to see it."),
            file=sys.stderr,
        )
    if wanted.as_json:
        print(json.dumps(sheet, indent=1, allow_nan=False))
    else:
        from trustcheck.commands.score_table import score_table

        lines = score_table(sheet, questionnaire, wanted.threshold)
        print("\n".join((*lines, *_drill_lines(drill, questionnaire))))
    return 0


def _asked(application: Application, wanted: str) -> "Questionnaire":
    from trustcheck.app.questionnaires.shelf import named

    return named(application.catalog, application.library(), wanted or application.catalog.shipped()[0])


def _picked(wanted: ScoreRequest, questionnaire: "Questionnaire", given: "AnswerSheets") -> dict[str, Any]:
    """What may be told of scenario cards, where a file of picks was named, or the file of answers has some."""
    if wanted.drill:
        from trustcheck.commands.score_drill import picked_values

        return {"drill": picked_values(wanted.drill, questionnaire, wanted.threshold)}
    if any(each.beside.drill for each in given.responses):
        from trustcheck.app.results.score_drill import drill_values

        return {"drill": drill_values(given.responses, given.perspectives, questionnaire, wanted.threshold)}
    return {}


def _before(
    application: Application, wanted: ScoreRequest, given: "AnswerSheets", questionnaire: "Questionnaire"
) -> dict[str, Any]:
    """The file of the check before beside this one."""
    from trustcheck.app.portraits.score_before import AnsweredFile, before_values
    from trustcheck.commands.score_before import refuse_one_beside_many
    from trustcheck.exchange.tables.answers_file import read_answers

    other = wanted.before_questionnaire
    asked = _asked(application, other) if other else questionnaire
    reading = _reading(application, wanted.reading) if wanted.reading else None
    then = read_answers(wanted.before, asked, wanted.decided, reading)
    refuse_one_beside_many(len(then.responses), len(given.responses))
    return before_values(AnsweredFile(then, asked), AnsweredFile(given, questionnaire), wanted.threshold)


def _reading(application: Application, name: str) -> "Reading":
    from trustcheck.app.collecting.readings import readings_in
    from trustcheck.commands.typed import harmless

    kept = {each.name: each for each in readings_in(application.settings.load_readings())}
    if name in kept:
        return kept[name]
    raise Refused(
        _("No way of reading is called {name}.").format(name=harmless(name)),
        _("Nothing was scored."),
        _("These were kept: {names}.").format(names=harmless(", ".join(kept)))
        if kept
        else _("Keep one where a table is taken in, in the window."),
    )


def _tell_account(given: "AnswerSheets") -> None:
    """What becomes of each row and column, where there is more than headings and sheets."""
    from trustcheck.app.collecting.account_words import account_words, left_out_words
    from trustcheck.commands.typed import harmless

    if given.without_answers:
        told = ngettext(
            "{number} row holds no answer and counts nobody.", "{number} rows hold no answer and count nobody.",
            given.without_answers,
        )  # fmt: skip
        print(told.format(number=given.without_answers), file=sys.stderr)
    if len(given.account) > _SHEETS_AND_HEADINGS:
        print(harmless(account_words(given.account)), file=sys.stderr)
    if given.left_out:
        print(harmless(left_out_words(given.left_out)), file=sys.stderr)


def _publish(check: "GroupCheck", wanted: ScoreRequest, drill: dict[str, Any]) -> int:
    from trustcheck.app.carrying.publishable import publishable_values
    from trustcheck.commands.score_table import publishable_lines

    if wanted.as_json:
        print(json.dumps(publishable_values(check) | drill, indent=1, allow_nan=False))
    else:
        print("\n".join((*publishable_lines(check), *_drill_lines(drill, check.questionnaire))))
    return 0


def _drill_lines(drill: dict[str, Any], questionnaire: "Questionnaire") -> Iterator[str]:
    if drill:
        from trustcheck.commands.score_drill import drill_lines

        yield from drill_lines(drill["drill"], questionnaire)


def _refuse_impossible_invited(perspectives: tuple[str, ...], invited: Mapping[str, int]) -> None:
    for name, number in invited.items():
        answered = perspectives.count(name)
        if number < answered:
            raise _refused(
                ngettext(
                    "{answered} person answered as {name}, but only {number} were invited.",
                    "{answered} people answered as {name}, but only {number} were invited.",
                    answered,
                ).format(answered=answered, name=name, number=number)
            )
        # A file that names no views has all, one that names them has not: there the number would count for nobody.
        if (name == ALL) != (ALL in perspectives):
            raise _refused(_("Nobody in the file answered as {name}.").format(name=name))


def _refused(sentence: str) -> Refused:
    return Refused(
        sentence,
        _("Nothing was scored."),
        _("Correct --invited, or look for rows or a perspective column that should not be in the file."),
    )
