"""``trustcheck score ANSWERS.csv``: scores of a file of answers, as a table to read or as JSON."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _

from trustcheck.app.application import Application
from trustcheck.app.ports import Refused


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for. Empty texts are "not asked for"."""

    answers: str
    questionnaire: str
    facts: str
    people: bool
    invited: Mapping[str, int]
    threshold: int
    as_json: bool


def run(application: Application, wanted: Wanted) -> int:
    """Print the sheet. Raises :class:`~trustcheck.app.ports.Refused` with every mistake of the files."""
    from trustcheck.app.score_sheet import Asked, score_sheet
    from trustcheck.exchange.answers_csv import read_answers
    from trustcheck.exchange.facts_csv import read_facts

    questionnaire = application.catalog.questionnaire(wanted.questionnaire or application.catalog.shipped()[0])
    given = read_answers(wanted.answers, questionnaire)
    facts = read_facts(wanted.facts, questionnaire) if wanted.facts else None
    _refuse_too_few_invited(given.perspectives, wanted.invited)
    asked = Asked(people=wanted.people, threshold=wanted.threshold, invited=wanted.invited)
    sheet = score_sheet(given, questionnaire, asked, facts)
    if wanted.people and len(given.responses) > 1:
        print(
            _("Each person's scores are in this output: keep it where only those see it who were promised to see it."),
            file=sys.stderr,
        )
    if wanted.as_json:
        print(json.dumps(sheet, indent=1, allow_nan=False))
    else:
        from trustcheck.commands.score_table import score_table

        print("\n".join(score_table(sheet, questionnaire)))
    return 0


def _refuse_too_few_invited(perspectives: tuple[str, ...], invited: Mapping[str, int]) -> None:
    for name, number in invited.items():
        answered = perspectives.count(name)
        if number < answered:
            raise Refused(
                _("{answered} people answered as {name}, but only {number} were invited.").format(
                    answered=answered, name=name, number=number
                ),
                _("Nothing was scored."),
                _("Correct --invited, or look for rows that should not be in the file."),
            )
