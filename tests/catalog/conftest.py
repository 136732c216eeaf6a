"""A small file of one's own, whole and correct, and a way to spoil it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trustcheck.catalog.document import Mistake, QuestionnaireMistakes
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Questionnaire

SMALL = """\
format: 1
id: meetings
version: 1.0.0
language: en-GB
title: Our meetings
frame: Think of the last month.
scale: [Never, Seldom, Often, Always]
tokens:
  leaders: {staff: leaders here, leader: we leaders}
pillars:
  - {id: time, name: Time}
  - {id: talk, name: Talk}
themes:
  - {id: ST, pillar: time, name: Start}
  - {id: LI, pillar: talk, name: Listening}
items:
  - id: ST1
    theme: ST
    text: Meetings here start on time.
  - id: ST2
    theme: ST
    text: "{Leaders} arrive late."
    reverse: true
  - id: LI1
    theme: LI
    text: People here let one another finish.
practices:
  - {id: F1, theme: ST, text: The starting time stands in every invitation.}
suggestions:
  - id: begin
    theme: ST
    title: Begin
    this_week: Begin without waiting.
    thirty_days: Do so for a month.
    notice: The room is full at the hour.
    ask: Whom did we wait for?
    effort: 1
    evidence: C
    when_practice_no: [F1]
"""

Read = Callable[..., Questionnaire]
MistakesIn = Callable[..., tuple[Mistake, ...]]


@pytest.fixture(scope="session")
def shipped() -> Questionnaire:
    return FileCatalog().questionnaire("trust-and-openness")


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.yaml"


@pytest.fixture
def read(own_file: Path) -> Read:
    """Read the small file with one part of its text replaced, or any text or bytes instead of it."""

    def _read(old: str = "", new: str = "", *, whole: str | bytes | None = None) -> Questionnaire:
        assert old in SMALL
        content = SMALL.replace(old, new, 1) if whole is None else whole
        own_file.write_bytes(content.encode() if isinstance(content, str) else content)
        before = own_file.read_bytes()
        try:
            return FileCatalog().questionnaire(str(own_file))
        finally:
            assert own_file.read_bytes() == before

    return _read


@pytest.fixture
def mistakes_in(read: Read) -> MistakesIn:
    def _mistakes(old: str = "", new: str = "", *, whole: str | bytes | None = None) -> tuple[Mistake, ...]:
        with pytest.raises(QuestionnaireMistakes) as refused:
            read(old, new, whole=whole)
        return refused.value.mistakes

    return _mistakes
