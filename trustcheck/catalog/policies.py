"""By which rules a policy is read: the shipped files of ``resources/``, one for each language. Imports pydantic: import
this lazily.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from trustcheck import assets
from trustcheck.domain.policy.rules import DeedRule, FactRule, PolicyDeed, PolicyRules, ShownBy


def _as_pattern(value: object) -> object:
    return re.compile(value, re.IGNORECASE | re.MULTILINE) if isinstance(value, str) else value


_Pattern = Annotated[re.Pattern[str], BeforeValidator(_as_pattern)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _DeedShape(_Shape):
    deed: PolicyDeed
    words: _Pattern
    why: str = Field(min_length=1)


class _FactShape(_Shape):
    practice: str
    shown_by: ShownBy


class _PolicyShape(_Shape):
    format: Literal[1]
    language: str
    pillar: str
    deeds: list[_DeedShape]
    to_reader: _Pattern
    about_staff: _Pattern
    everybody: _Pattern
    leaders: _Pattern
    free: _Pattern
    annex: _Pattern
    facts: list[_FactShape]
    framed: list[str] = Field(min_length=1)


class ShippedPolicies:
    """``read`` gives the text of a file. ``folder`` holds a folder for each shipped questionnaire, named by its id."""

    def __init__(self, read: Callable[[str], str], folder: Path | None = None) -> None:
        self._read, self._folder = read, folder

    def text_of(self, path: str) -> str:
        return self._read(path)

    def languages(self, questionnaire_id: str) -> tuple[str, ...]:
        return tuple(_language(each) for each in self._files(questionnaire_id))

    def rules(self, questionnaire_id: str, language: str) -> PolicyRules | None:
        files = self._files(questionnaire_id)
        file = next((each for each in files if _primary(_language(each)) == _primary(language)), None)
        return None if file is None else _rules_from(file)

    def _files(self, questionnaire_id: str) -> list[Path]:
        # An id of one's own may be anything; a folder is looked for by its name among those that are there.
        folders = (self._folder or assets.path("questionnaires")).iterdir()
        folder = next((each for each in folders if each.name == questionnaire_id), None)
        return [] if folder is None else sorted(folder.glob("policy.*.yaml"))


def _rules_from(file: Path) -> PolicyRules:
    shape = _PolicyShape.model_validate(yaml.safe_load(file.read_text("utf-8")))
    return PolicyRules(
        shape.language,
        shape.pillar,
        tuple(DeedRule(each.deed, each.words, each.why) for each in shape.deeds),
        to_reader=shape.to_reader,
        about_staff=shape.about_staff,
        everybody=shape.everybody,
        leaders=shape.leaders,
        free=shape.free,
        annex=shape.annex,
        facts=tuple(FactRule(each.practice, each.shown_by) for each in shape.facts),
        framed=tuple(shape.framed),
    )


def _language(file: Path) -> str:
    return file.name.split(".")[1]


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0]
