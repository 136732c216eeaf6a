"""Files that mean harm, or are no questionnaires at all: one clear error, soon, and nothing large in memory."""

import os
import tracemalloc
from pathlib import Path

import pytest
import yaml

from tests.catalog.small_file import MistakesIn
from trustcheck.catalog.document import Mistake, QuestionnaireMistakes
from trustcheck.catalog.file_catalog import FileCatalog

MIB = 1024 * 1024
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "ten megabytes": (b"a: " + b"x" * 10 * MIB, "larger than 1 MiB"),
    "an alias bomb": (BOMB.encode(), "Short names with & and *"),
    "five thousand brackets": (b"[" * 5000, "deeper than 32 levels"),
    "a million brackets": (b"a: " + b"[" * 900_000, "deeper than 32 levels"),
    "mappings in mappings": (b"{a: " * 5000, "deeper than 32 levels"),
    "a million dashes": (b"- " * 500_000, "deeper than 32 levels"),
    "half a million values": (b"a: [" + b"x," * 500_000 + b"x]", "far more than a questionnaire can"),
    "a hundred thousand keys": (b"".join(b"k%d: 1\n" % n for n in range(90_000)), "far more than"),
    "a hundred thousand documents": (b"--- a\n" * 100_000, "One file holds one questionnaire"),
    "a NUL byte": (b"title: a\x00b", "control character"),
    "another encoding": ("title: café".encode("latin-1"), "not saved as UTF-8"),
    "two bytes a character": ("title: a".encode("utf-16"), "not saved as UTF-8"),
    "half a character": ("title: €".encode()[:-1], "not saved as UTF-8"),
    "an escape beyond Unicode": (b'a: "\\UFFFFFFFF"', "cannot be understood"),
    "nothing at all": (b"", "made of keys with values"),
    "one word": (b"hello", "made of keys with values"),
    "a list": (b"- a\n- b\n", "made of keys with values"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not saved as UTF-8"),
    "a program": (b"!!python/object/apply:os.system ['true']", "Types with !"),
}


@pytest.fixture(params=["the fast parser", "the slow parser"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of the YAML library: where the fast one was not built, the other reads."""
    if request.param == "the slow parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=[name.replace(" ", "-") for name in HOSTILE])
@pytest.mark.usefixtures("parser")
def test_the_file_is_refused_with_a_clear_sentence(mistakes_in: MistakesIn, hostile: tuple[bytes, str]) -> None:
    content, sentence = hostile
    assert sentence in " ".join(mistake.sentence for mistake in mistakes_in(whole=content))


@pytest.mark.parametrize("name", ["ten megabytes", "an alias bomb", "half a million values", "a million brackets"])
def test_a_hostile_file_takes_little_memory(mistakes_in: MistakesIn, name: str) -> None:
    mistakes_in(whole=b"warm: up")
    content = HOSTILE[name][0]
    tracemalloc.start()
    mistakes_in(whole=content)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak - 3 * len(content) < 32 * MIB


@pytest.mark.parametrize("odd", [r"\n", r"\u2028", r"\u202e", r"\r\n"])
@pytest.mark.parametrize("content", ['"a{odd}b": {{"a": &b x}}', 'items: [{{id: "a{odd}b", theme: 4, "c{odd}d": x}}]'])
def test_each_mistake_is_one_line_whatever_a_key_or_an_id_holds(
    mistakes_in: MistakesIn, content: str, odd: str
) -> None:
    told = [str(each) for each in mistakes_in(whole=content.format(odd=odd).encode())]

    assert any("a\ufffd" in each for each in told)
    assert all(each.isprintable() for each in told)


def test_a_place_under_many_long_keys_is_told_in_short(mistakes_in: MistakesIn) -> None:
    key = "k" * 300
    deep = f"{key}: {{" * 8 + "a: &b x" + "}" * 8

    assert max(len(each.key) for each in mistakes_in(whole=deep.encode())) == 101


def test_a_mistake_that_quotes_a_book_quotes_its_beginning() -> None:
    told = str(Mistake("own.yaml", 14, "themes.AS.id", f"Another entry above has the id {'x' * 2000} already."))

    assert told.startswith("own.yaml, line 14, themes.AS.id: Another entry above has the id xxx")
    assert told.endswith("xxx already.")
    assert len(told) < 300


def test_the_bytes_of_the_file_name_are_no_trap() -> None:
    with pytest.raises(QuestionnaireMistakes, match="cannot be read"):
        FileCatalog().questionnaire("/a\x00b.yaml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.yaml")
    with pytest.raises(QuestionnaireMistakes) as refused:
        FileCatalog().questionnaire(missing)
    (mistake,) = refused.value.mistakes
    assert str(mistake) == f"{missing}: There is no file with this name."
    assert refused.value.safe == "Nothing was changed."


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(QuestionnaireMistakes, match="This is a folder"):
        FileCatalog().questionnaire(str(tmp_path / "folder.yaml"))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(QuestionnaireMistakes, match="not a file that can be read"):
        FileCatalog().questionnaire(str(tmp_path / "pipe.yaml"))


def test_an_endless_device_is_not_read() -> None:
    with pytest.raises(QuestionnaireMistakes, match="not a file that can be read"):
        FileCatalog().questionnaire("/dev/zero")


def test_a_file_one_may_not_read_is_said_to_be_so(own_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_file.write_text("a: b")

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(QuestionnaireMistakes, match="may not be read with your rights"):
        FileCatalog().questionnaire(str(own_file))


def test_a_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(QuestionnaireMistakes, match="cannot be read"):
        FileCatalog().questionnaire("/" + "a" * 5000 + ".yaml")
