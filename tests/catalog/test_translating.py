"""A translation as a table beside its original: what is missing is named, and the file keeps what stands around it."""

from pathlib import Path

import pytest

from tests.own_questionnaire import GERMAN, OWN
from trustcheck.app.authoring.translating import Sentence, Translating, words_taken_in
from trustcheck.catalog.authoring import FileAuthor
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.catalog.own_questionnaires import FileLibrary
from trustcheck.exchange.tables.item_tables import ItemTableFiles

AUTHOR, FILES = FileAuthor(FileCatalog()), ItemTableFiles()
NAME = "shift-handover-1_0_0"


def german(text: str = GERMAN, original: str = OWN) -> Translating:
    return Translating("de", AUTHOR.sentences(original, text))


def asked_in_german(folder: Path, text: str, original: str = OWN) -> tuple[str, ...]:
    """What is missing, and every word of the questions, of the file as the library reads it."""
    library = FileLibrary(folder, lambda path, content: Path(path).write_bytes(content) and None, FileCatalog())
    library.save(NAME, original)
    library.save(NAME, text, "de")
    (translation,) = library.listed()[0].translations
    if not translation.is_whole:
        return (*translation.missing, *translation.mistakes)
    return tuple(each.text for each in library.questionnaire(NAME, "de").items)


def test_every_sentence_stands_beside_its_original() -> None:
    found = german()
    assert found.missing == ()
    assert found.sentences[0] == Sentence("title", "Handing over a shift", "Die Schicht übergeben")
    assert Sentence("scale.1", "Never", "Nie") in found.sentences
    assert Sentence("items.TI2.text", "People here leave before the next shift is there.",
                    "Man geht hier, bevor die nächste Schicht da ist.") in found.sentences  # fmt: skip


def test_what_was_only_copied_or_left_out_is_missing() -> None:
    text = GERMAN.replace('"Was geschehen ist, steht im Buch."', "What happened stands in the book.")
    text = text.replace("  - {id: QU2, text: Eine Frage wird am selben Tag beantwortet.}\n", "")
    assert [each.key for each in german(text).missing] == ["items.FA1.text", "items.QU2.text"]


def test_a_translation_from_nothing_is_whole_once_every_sentence_is_there(tmp_path: Path) -> None:
    words = german().words
    text = AUTHOR.translation(OWN, "", "de", words)
    assert asked_in_german(tmp_path, text)[:2] == (words["items.TI1.text"], words["items.TI2.text"])
    del words["items.TI1.text"], words["scale.2"]
    text = AUTHOR.translation(OWN, text, "de", words)
    assert asked_in_german(tmp_path, text) == ("scale.2", "items.TI1.text")


def test_comments_and_other_words_stay_where_one_is_changed(tmp_path: Path) -> None:
    commented = GERMAN.replace("title:", "# Mit der Frühschicht besprochen.\ntitle:")
    text = AUTHOR.translation(OWN, commented, "de", {**german().words, "title": "Schichtwechsel"})
    assert "# Mit der Frühschicht besprochen.\ntitle: Schichtwechsel\n" in text
    assert text.replace("Schichtwechsel", "Die Schicht übergeben").split() == commented.split()


TOKENS = "tokens: {leaders: {staff: leaders here, leader: we leaders}}\n"
WITH_SIDES = OWN.replace("pillars:", f"{TOKENS}pillars:").replace(
    "Trouble is told first.", '"Trouble with {leaders} is told first."'
)


def test_the_words_of_the_two_sides_are_needed_where_a_translated_sentence_asks_for_them(tmp_path: Path) -> None:
    assert german(original=WITH_SIDES).missing == ()
    asking = GERMAN.replace("Schwierigkeiten werden", '"Ärger mit {leaders} wird').replace("erzählt.}", 'erzählt."}')
    assert [each.key for each in german(asking, WITH_SIDES).missing] == [
        "tokens.leaders.staff",
        "tokens.leaders.leader",
    ]
    assert asked_in_german(tmp_path, asking, WITH_SIDES) == ("tokens.leaders.staff", "tokens.leaders.leader")
    words = {**german(asking, WITH_SIDES).words, "tokens.leaders.staff": "der Leitung", "tokens.leaders.leader": "uns"}
    text = AUTHOR.translation(WITH_SIDES, asking, "de", words)
    assert german(text, WITH_SIDES).missing == ()
    assert asked_in_german(tmp_path, text, WITH_SIDES)[3] == "Ärger mit {leaders} wird zuerst erzählt."


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_goes_out_and_comes_back(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"words.{kind}"
    empty = german("")
    file.write_bytes(FILES.words_table(kind, german().sentences))
    found = words_taken_in(empty, FILES.read_words(str(file)))
    assert found.mistakes == ()
    assert found.changed == len(empty.sentences)
    assert found.translating == german()


def test_words_that_look_like_a_formula_come_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    sentences = (Sentence("title", "=1+1", "-2"),)
    file.write_bytes(FILES.words_table("csv", sentences))
    assert b'"=1+1"' not in file.read_bytes()
    found = words_taken_in(Translating("de", (Sentence("title", "=1+1"),)), FILES.read_words(str(file)))
    assert (found.mistakes, found.translating.words) == ((), {"title": "-2"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("key\ntitle\n", "The column translation is missing."),
        ("key,translation,colour\ntitle,Schicht,red\n", "The column colour is not known."),
        ("key,translation\nitems.XX.text,Es regnet.\n", "Line 2: There is no sentence with the key items.XX.text."),
        ("key,original,translation\ntitle,Another title,Titel\n", "Line 2: The original of title reads otherwise now."),
        (f"key,translation\ntitle,{'x' * 2001}\n", "Line 2: This text is longer than 2000 characters."),
    ],
)
def test_a_table_with_mistakes_names_them_and_changes_nothing(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "words.csv"
    file.write_text(text, "utf-8")
    found = words_taken_in(german(), FILES.read_words(str(file)))
    assert found.translating == german()
    assert found.mistakes[0].startswith(said)


def test_an_earlier_version_lends_the_words_of_sentences_that_are_the_same() -> None:
    changed = OWN.replace("Trouble is told first.", "Trouble is told at once.")
    now = german("", changed).with_earlier(german())
    assert [each.key for each in now.missing] == ["items.FA2.text"]


@pytest.mark.parametrize("there", ["items: {A1: x}", "scale: {a: b}", "pillars: {a: b}", "definitions: [1]"])
def test_what_has_another_shape_in_the_file_gives_way_to_the_words_that_were_written(there: str) -> None:
    original = f"{OWN}definitions:\n  - {{word: Shift, text: A working day.}}\n"
    words = german().words | {"definitions.1.word": "Schicht", "definitions.1.text": "Ein Arbeitstag."}
    assert german(AUTHOR.translation(original, f"{there}\n", "de", words), original).missing == ()
