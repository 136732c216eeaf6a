"""A small file of one's own, whole and correct, and a way to spoil it."""

from pathlib import Path

import pytest

from tests.catalog.small_file import SMALL, MistakesIn, Read
from trustcheck.catalog.document import Mistake, QuestionnaireMistakes
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Questionnaire


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
