"""Reads a folder of ``resources/samples/``: answers and facts as CSV, everything in words as TOML."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from trustcheck.app.ports import Refused
from trustcheck.app.samples import Sample
from trustcheck.domain.answers import Response
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.round import NOTE_LIMIT, Promise
from trustcheck.exchange.answers_csv import read_answers
from trustcheck.exchange.facts_csv import read_facts
from trustcheck.words import gettext as _


def read_sample(folder: Path, questionnaire: Questionnaire) -> Sample:
    """The sample of a folder, checked against the questionnaire. Raises :class:`Refused` where it does not fit."""
    try:
        words = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
        sample = Sample(
            organisation=words["organisation"],
            leaders_are=words["leaders_are"],
            started_on=day_of(words["started_on"]),
            closed_on=day_of(words["closed_on"]),
            response=_response(folder / "answers.csv", questionnaire),
            notes=_notes(words["notes"], questionnaire),
            facts=read_facts(str(folder / "facts.csv"), questionnaire),
            promise=_promise(words["promise"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise Refused(
            _("The sample {file} cannot be used ({reason}).").format(file=folder / "sample.toml", reason=reason),
            _("Nothing was written."),
            _("Install the program again."),
        ) from reason
    return sample


def _response(path: Path, questionnaire: Questionnaire) -> Response:
    (response,) = read_answers(str(path), questionnaire).responses
    return response


def _notes(notes: dict[str, str], questionnaire: Questionnaire) -> dict[str, str]:
    if unknown := notes.keys() - questionnaire.item_by_id.keys():
        raise KeyError(*unknown)
    if too_long := [item_id for item_id, text in notes.items() if len(text) > NOTE_LIMIT]:
        raise ValueError(too_long)
    return dict(notes)


def _promise(words: dict[str, Any]) -> Promise:
    return Promise(words["text"], day_of(words["look_again_on"]), words["sign"], words["suggestion_id"])


def day_of(value: object) -> date:
    """A day as TOML gives it. Raises ``TypeError`` for anything else."""
    if not isinstance(value, date):
        raise TypeError(value)
    return value
