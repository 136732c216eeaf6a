"""Reads a team's folder of ``resources/samples/``: answers and facts as CSV, everything in words as TOML."""

import tomllib
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from trustcheck.app.ports import Refused
from trustcheck.app.samples import InventedAnswers, SecondVisit, TeamSample
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse, Sheet, Way
from trustcheck.domain.checks.round import NOTE_LIMIT, Promise
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.exchange.tables.answers_file import read_answers
from trustcheck.exchange.tables.strict_reading import read_facts
from trustcheck.words import gettext as _

# Reads a folder of ``resources/samples/``: answers and facts as CSV, everything in words as TOML.


def read_sample(folder: Path, questionnaire: Questionnaire) -> InventedAnswers:
    """The sample of a folder, checked against the questionnaire. Raises :class:`Refused` where it does not fit."""
    try:
        words = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
        sample = InventedAnswers(
            organisation=words["organisation"],
            leaders_are=words["leaders_are"],
            started_on=day_of(words["started_on"]),
            closed_on=day_of(words["closed_on"]),
            response=_response(folder / "answers.csv", questionnaire),
            notes=_notes(words["notes"], questionnaire),
            facts=read_facts(str(folder / "facts.csv"), questionnaire),
            promise=_folder_promise(words["promise"]),
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


def _folder_promise(words: dict[str, Any]) -> Promise:
    return Promise(words["text"], day_of(words["look_again_on"]), words["sign"], words["suggestion_id"])


def day_of(value: object) -> date:
    """A day as TOML gives it. Raises ``TypeError`` for anything else."""
    if not isinstance(value, date):
        raise TypeError(value)
    return value


WORDS = "team.toml"
"""The file that makes a folder a team's."""


def read_team_sample(folder: Path, questionnaire: Questionnaire) -> TeamSample:
    """The sample of a folder, checked against the questionnaire. Raises :class:`Refused` where it does not fit."""
    try:
        words = tomllib.loads((folder / WORDS).read_text("utf-8"))
        responses = read_answers(str(folder / "answers.csv"), questionnaire).responses
        return TeamSample(
            organisation=words["organisation"],
            setup=_setup(words, questionnaire),
            started_on=day_of(words["started_on"]),
            closed_on=day_of(words["closed_on"]),
            sheets=_sheets(responses, words["notes"], questionnaire),
            facts=read_facts(str(folder / "facts.csv"), questionnaire),
            promise=_promise(words["promise"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise Refused(
            _("The sample {file} cannot be used ({reason}).").format(file=folder / WORDS, reason=reason),
            _("Nothing was written."),
            _("Install the program again."),
        ) from reason


def read_second_visit(folder: Path, questionnaire: Questionnaire) -> SecondVisit:
    """The sample of a folder beside that of the first visit. Raises :class:`Refused` where one of them does not fit."""
    second = read_team_sample(folder, questionnaire)
    try:
        words = tomllib.loads((folder / WORDS).read_text("utf-8"))
        before: dict[str, str] = words["worded_before"]
        if unknown := before.keys() - questionnaire.item_by_id.keys():
            raise KeyError(*unknown)
        items = tuple(replace(each, text=before.get(each.id, each.text)) for each in questionnaire.items)
        asked_first = replace(questionnaire, items=items)
        promised = tuple(
            replace(_promise(each), number=at, who=each["who"], questions=_known(each["questions"], questionnaire))
            for at, each in enumerate(words["promised_before"], 1)
        )
        first = replace(read_team_sample(folder.parent / words["first"], asked_first), promise=promised[0])
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise Refused(
            _("The sample {file} cannot be used ({reason}).").format(file=folder / WORDS, reason=reason),
            _("Nothing was written."),
            _("Install the program again."),
        ) from reason
    return SecondVisit(first, asked_first, promised, second)


def _known(item_ids: list[str], questionnaire: Questionnaire) -> tuple[str, ...]:
    if unknown := set(item_ids) - questionnaire.item_by_id.keys():
        raise KeyError(*unknown)
    return tuple(item_ids)


def _setup(words: dict[str, Any], questionnaire: Questionnaire) -> GroupSetup:
    if unknown := words["importance"].keys() - questionnaire.theme_by_id.keys():
        raise KeyError(*unknown)
    return GroupSetup(
        form=Form.FULL,
        perspectives=(Perspective.LEADER, Perspective.STAFF),
        invited={Perspective(name): int(number) for name, number in words["invited"].items()},
        leaders_are=words["leaders_are"],
        staff_are=words["staff_are"],
        way=Way.PAPER,
        minutes=int(words["minutes"]),
        threshold=int(words["threshold"]),
        notes=NotesUse(words["notes_use"]),
        importance=dict(words["importance"]),
        routes=words["routes"],
    )


def _sheets(
    responses: tuple[Response, ...], notes: list[dict[str, str]], questionnaire: Questionnaire
) -> tuple[Sheet, ...]:
    """One note a sheet, as long as there are any: whose it is means nothing and is forgotten at closing."""
    for note in notes:
        if note["item"] not in questionnaire.item_by_id or not 0 < len(note["text"]) <= NOTE_LIMIT:
            raise ValueError(note["item"])
    if len(notes) > len(responses):
        raise ValueError(len(notes))
    return tuple(
        Sheet(response, {note["item"]: note["text"]} if note else {})
        for response, note in zip_longest(responses, notes)
    )


def _promise(words: dict[str, Any]) -> Promise:
    return Promise(words["text"], day_of(words["look_again_on"]), words["sign"], words["suggestion_id"])
