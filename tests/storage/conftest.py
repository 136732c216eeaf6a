"""A data file of its own for every test, and a store on it that is closed in the end."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tests.storage.kept_copies import TODAY, planted
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore, open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.trustcheck"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    opened = open_store(str(path))
    yield opened
    opened.close()


@pytest.fixture
def new() -> NewRound:
    """What is known when somebody begins; tests change what they are about with ``replace``."""
    return NewRound(
        organisation="My workplace",
        form=Form.FULL,
        perspective=Perspective.STAFF,
        questionnaire=builders.questionnaire(pulse=("A1", "C1")),
        leaders_are="the board and the heads",
        started_on=date(2026, 11, 20),
    )


@pytest.fixture(params=["", "the quiet heron"], ids=["readable", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def kept(path: Path, new: NewRound, passphrase: str) -> Path:
    """A closed file with a check in it, and a copy beside it."""
    store = open_store(str(path), passphrase=passphrase)
    planted(store, new)
    store.safety.make_copy(TODAY)
    store.close()
    return path
