"""Questionnaires of one's own are kept as the files they are, with what they can be used for."""

from pathlib import Path

import pytest

from tests.own_questionnaire import GERMAN, OWN
from trustcheck.app.questionnaires.shelf import named
from trustcheck.app.refusals import Refused
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.catalog.own_questionnaires import FileLibrary

NAME = "shift-handover-1_0_0"


@pytest.fixture
def library(tmp_path: Path) -> FileLibrary:
    return FileLibrary(tmp_path / "kept", lambda path, content: Path(path).write_bytes(content) and None, FileCatalog())


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """A folder with files from elsewhere."""
    for name, text in (("own.yaml", OWN), ("german.yaml", GERMAN)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_nothing_is_kept_before_something_came(library: FileLibrary) -> None:
    assert library.names() == library.listed() == ()


def test_a_file_is_kept_as_it_is_with_its_comments(library: FileLibrary, brought: Path) -> None:
    added = library.add(str(brought / "own.yaml"))

    assert (added.name, added.languages) == (NAME, ("en-GB",))
    assert library.text(NAME) == OWN


def test_a_translation_belongs_to_its_original_whatever_its_file_is_called(library: FileLibrary, brought: Path) -> None:
    library.add(str(brought / "own.yaml"))
    added = library.add(str(brought / "german.yaml"))

    assert added.languages == ("en-GB", "de")
    german = library.questionnaire(NAME, "de")
    assert (german.language, german.theme_by_id["TI"].name) == ("de", "Zeit")
    assert german.item_by_id["TI2"].reverse
    assert german.order == library.questionnaire(NAME).order


@pytest.mark.parametrize(
    ("taken_out", "missing"),
    [
        ("  - {id: FA, name: Fakten}\n", ("themes.FA.name",)),
        ("title: Die Schicht übergeben\n", ("title",)),
        ("scale: [Nie, Selten, Manchmal, Oft, Immer]\n", tuple(f"scale.{at}" for at in range(1, 6))),
    ],
)
def test_a_sentence_that_is_missing_is_named_and_keeps_nothing_else_from_being_asked(
    library: FileLibrary, brought: Path, taken_out: str, missing: tuple[str, ...]
) -> None:
    (brought / "german.yaml").write_text(GERMAN.replace(taken_out, ""), "utf-8")
    library.add(str(brought / "own.yaml"))
    added = library.add(str(brought / "german.yaml"))

    assert added.languages == ("en-GB",)
    assert added.translations[0].missing == missing
    with pytest.raises(Refused, match=missing[0]):
        library.questionnaire(NAME, "de")


def test_a_sentence_that_was_only_copied_is_missing(library: FileLibrary, brought: Path) -> None:
    copied = GERMAN.replace("Schwierigkeiten werden zuerst erzählt.", "Trouble is told first.")
    (brought / "german.yaml").write_text(copied, "utf-8")
    library.add(str(brought / "own.yaml"))

    assert library.add(str(brought / "german.yaml")).translations[0].missing == ("items.FA2.text",)


@pytest.mark.parametrize(
    ("said", "instead", "told"),
    [
        ("id: TI2", "id: TI9", "nothing here to translate"),
        ("{id: FA, name: Fakten}", "{id: FA, name: Fakten, pillar: other}", "Only words can be translated"),
        ("scale: [Nie,", "scale: [Nie, Kaum,", "nothing here to translate"),
    ],
)
def test_a_translation_that_says_more_than_words_is_not_kept(
    library: FileLibrary, brought: Path, said: str, instead: str, told: str
) -> None:
    (brought / "german.yaml").write_text(GERMAN.replace(said, instead), "utf-8")
    library.add(str(brought / "own.yaml"))

    with pytest.raises(Refused, match=told):
        library.add(str(brought / "german.yaml"))
    assert library.listed()[0].translations == ()


def test_other_words_need_another_version(library: FileLibrary, brought: Path) -> None:
    library.add(str(brought / "own.yaml"))
    library.add(str(brought / "own.yaml"))
    other = OWN.replace("Trouble is told first.", "Trouble is told at once.")
    (brought / "own.yaml").write_text(other, "utf-8")

    with pytest.raises(Refused, match="another version"):
        library.add(str(brought / "own.yaml"))
    assert library.text(NAME) == OWN
    (brought / "own.yaml").write_text(other.replace("1.0.0", "1.1.0"), "utf-8")
    assert library.add(str(brought / "own.yaml")).name == "shift-handover-1_1_0"


def test_none_can_pass_for_the_one_that_comes_with_the_program(
    library: FileLibrary, brought: Path, resources: Path
) -> None:
    shipped = FileCatalog().questionnaire("trust-and-openness")
    own = OWN.replace("shift-handover", shipped.id).replace("1.0.0", shipped.version)
    (brought / "own.yaml").write_text(own, "utf-8")

    with pytest.raises(Refused, match="another version"):
        library.add(str(brought / "own.yaml"))


def test_a_half_written_file_is_listed_with_its_mistakes(library: FileLibrary) -> None:
    library.save("draft", "format: 1\nid: draft\n")

    (draft,) = library.listed()
    assert draft.questionnaire is None
    assert draft.languages == ()
    assert "draft.yaml, line 1: The key \u201ctitle\u201d is missing here." in draft.mistakes


def test_what_is_removed_goes_with_its_translations(library: FileLibrary, brought: Path) -> None:
    library.add(str(brought / "own.yaml"))
    library.add(str(brought / "german.yaml"))
    library.remove(NAME)

    assert library.listed() == ()
    assert list(Path(library.folder).iterdir()) == []


@pytest.mark.parametrize("name", ["../own", "a/b", "", "x" * 101, "own.de"])
def test_no_name_leads_out_of_the_folder(library: FileLibrary, name: str) -> None:
    with pytest.raises(Refused, match="can be called"):
        library.save(name, OWN)


def test_an_id_means_the_newest_finished_version_and_never_a_draft(library: FileLibrary) -> None:
    library.save("shift-handover-1_1_0-draft", OWN.replace("version: 1.0.0", "version: 1.1.0-draft"))
    with pytest.raises(Refused):
        named(FileCatalog(), library, "shift-handover")
    library.save("shift-handover-1_0_0", OWN)
    assert named(FileCatalog(), library, "shift-handover").version == "1.0.0"
