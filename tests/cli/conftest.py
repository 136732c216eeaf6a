"""Commands run inside the test's own process, and the samples they are run on."""

from pathlib import Path

import pytest

from tests.cli.commands import Done, Run
from trustcheck.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def typed(*words: object) -> Done:
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return typed


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in it, made once; tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("sample")
    assert main(["sample", str(folder)]) == 0
    return folder


@pytest.fixture
def sample_answers(resources: Path) -> Path:
    return resources / "samples" / "library" / "answers.csv"


@pytest.fixture
def sample_facts(resources: Path) -> Path:
    return resources / "samples" / "library" / "facts.csv"
