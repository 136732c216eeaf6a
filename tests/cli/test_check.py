"""``trustcheck check`` and ``questionnaire``: what was delivered loads, and what is broken is named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.commands import Run
from trustcheck import assets
from trustcheck.commands.check import read_font


@pytest.fixture
def own_resources(resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of everything delivered, read instead of the real one."""
    copy = Path(shutil.copytree(resources, tmp_path / "resources"))
    monkeypatch.setattr(assets, "places", lambda: (copy,))
    return copy


def test_everything_delivered_loads(run: Run, resources: Path) -> None:
    done = run("check")

    assert done.code == 0
    assert str(resources) in done.out.splitlines()[0]
    assert done.err == ""


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-40] ^= 0xFF
    path.write_bytes(content)


def spoil_the_text(path: Path) -> None:
    path.write_text("}{ [", "utf-8")


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("questionnaires/trust-and-openness/questionnaire.yaml", spoil_the_text),
        ("questionnaires/trust-and-openness/suggestions.en-GB.yaml", spoil_the_text),
        ("questionnaires/trust-and-openness/questionnaire.de.yaml", spoil_the_text),
        ("locales/de/LC_MESSAGES/trustcheck.mo", cut_short),
        ("samples/library/sample.toml", spoil_the_text),
        ("samples/library/answers.csv", spoil_the_text),
        ("samples/library/facts.csv", spoil_the_text),
        ("samples/team/team.toml", spoil_the_text),
        ("samples/team/answers.csv", spoil_the_text),
        ("themes/dark.toml", spoil_the_text),
        ("words/return.en-GB.txt", cut_short),
        ("icons/check.svg", spoil_the_text),
        ("icons/check.svg", cut_short),
        ("fonts/NotoSans-Regular.ttf", cut_short),
        ("fonts/source-serif-4-400-normal.ttf", flip_a_byte),
        ("fonts/NotoSans-Bold.ttf", spoil_the_text),
    ],
)
def test_the_first_broken_file_is_named(
    run: Run, own_resources: Path, name: str, spoil: Callable[[Path], None]
) -> None:
    spoil(own_resources / name)

    done = run("check")

    assert done.code == 1
    assert Path(name).name in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("folder", ["questionnaires", "samples", "themes", "icons", "fonts", "words"])
def test_a_missing_folder_is_noticed(run: Run, own_resources: Path, folder: str) -> None:
    shutil.rmtree(own_resources / folder)

    done = run("check")

    assert done.code == 1
    assert done.err.count("\n") == 1


def test_a_variable_font_is_refused_since_paper_would_lose_its_weights(tmp_path: Path, resources: Path) -> None:
    content = (resources / "fonts" / "NotoSans-Regular.ttf").read_bytes()
    variable = tmp_path / "variable.ttf"
    variable.write_bytes(content.replace(b"GDEF", b"fvar", 1))

    with pytest.raises(ValueError, match="variable"):
        read_font(variable)


def test_the_shipped_questionnaire_is_listed(run: Run) -> None:
    done = run("questionnaire", "list")

    assert done.code == 0
    assert "trust-and-openness 1.1.0" in done.out
    assert "40 questions, 10 themes, 20 facts" in done.out


def test_the_questionnaire_of_the_readme_is_complete(run: Run, tmp_path: Path) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    file = tmp_path / "own.yaml"
    file.write_text(readme.split("```yaml\n")[1].split("```")[0], "utf-8")

    done = run("questionnaire", "check", file)

    assert (done.code, done.err) == (0, "")
    assert "our-shop 1.0.0" in done.out


def test_every_mistake_of_a_questionnaire_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("format: 1\nid: Not An Id\nscale: [Often]\nitems: []\n")

    done = run("questionnaire", "check", file)

    assert done.code == 1
    assert done.err.count("own.yaml") > 3


def test_a_bare_name_is_a_file_too(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    done = run("questionnaire", "check", "nothing-here")

    assert done.code == 1
    assert "nothing-here" in done.err
