"""Reads a folder of ``resources/samples/``: answers and facts as CSV, everything in words as TOML."""

import csv
import tomllib
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Any

from trustcheck.app.ports import Refused
from trustcheck.app.samples import Sample
from trustcheck.domain.answers import Answer, Fact, PracticeAnswer, Response
from trustcheck.domain.questionnaire import Perspective, Questionnaire
from trustcheck.domain.round import NOTE_LIMIT, Promise

_DECLINED = {"dk": Answer.DONT_KNOW, "na": Answer.NOT_APPLICABLE}


def read_sample(folder: Path, questionnaire: Questionnaire) -> Sample:
    """The sample of a folder, checked against the questionnaire. Raises :class:`Refused` where it does not fit."""
    try:
        words = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
        sample = Sample(
            organisation=words["organisation"],
            leaders_are=words["leaders_are"],
            started_on=_day(words["started_on"]),
            closed_on=_day(words["closed_on"]),
            response=_response(folder / "answers.csv", questionnaire),
            notes=_notes(words["notes"], questionnaire),
            facts=_facts(folder / "facts.csv", questionnaire),
            promise=_promise(words["promise"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise Refused(
            _("The sample in {folder} cannot be used ({reason}).").format(folder=folder, reason=reason),
            _("Nothing was written."),
            _("Install the program again."),
        ) from reason
    return sample


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _response(path: Path, questionnaire: Questionnaire) -> Response:
    (row,) = _rows(path)
    perspective = Perspective(row.pop("perspective"))
    answers = {item_id: _answer(cell, questionnaire) for item_id, cell in row.items() if cell}
    _expect_known(answers, questionnaire.item_by_id)
    return Response(perspective=perspective, answers=answers)


def _answer(cell: str, questionnaire: Questionnaire) -> Answer:
    if cell in _DECLINED:
        return _DECLINED[cell]
    answer = Answer(int(cell))
    if answer.code > questionnaire.high:
        raise ValueError(cell)
    return answer


def _facts(path: Path, questionnaire: Questionnaire) -> dict[str, PracticeAnswer]:
    facts = {row["id"]: PracticeAnswer(row["id"], Fact(row["answer"]), row["evidence"]) for row in _rows(path)}
    _expect_known(facts, questionnaire.practice_by_id)
    return facts


def _notes(notes: dict[str, str], questionnaire: Questionnaire) -> dict[str, str]:
    _expect_known(notes, questionnaire.item_by_id)
    if too_long := [item_id for item_id, text in notes.items() if len(text) > NOTE_LIMIT]:
        raise ValueError(too_long)
    return dict(notes)


def _promise(words: dict[str, Any]) -> Promise:
    return Promise(words["text"], _day(words["look_again_on"]), words["sign"], words["suggestion_id"])


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(value)
    return value


def _expect_known(given: dict[str, Any], known: dict[str, Any]) -> None:
    if unknown := [each for each in given if each not in known]:
        raise KeyError(*unknown)
