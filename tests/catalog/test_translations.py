"""A translation asks the same questions in other words: nothing but words differs, and no sentence is left behind."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from trustcheck import assets, words
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire, band_names, tokens_in

CATALOG = FileCatalog()
SHIPPED = [(each, language) for each in CATALOG.shipped() for language in CATALOG.translations(each)]
_KEPT = {"id", "version", "order", "pulse", "cuts", "theme", "pillar", "reverse", "effort", "evidence"}
_KEPT |= {
    "when_practice_no",
    "only_when_no",
    "listening",
    "sends_public",
    "new_promise",
    "makes_visible",
    "quick_win",
    "rung",
    "only",
}
"""What is no word, in whichever part it stands."""

each_translation = pytest.mark.parametrize(("asked", "language"), SHIPPED)


def frame_of(value: Any, name: str = "") -> Any:
    """A questionnaire without its words: a sentence is only said to be there or not. Its tokens are its language's."""
    if is_dataclass(value):
        return {each.name: frame_of(getattr(value, each.name), each.name) for each in fields(value)}
    if name == "tokens":
        return None
    if isinstance(value, tuple) and name not in _KEPT:
        return [frame_of(each) for each in value]
    return bool(value) if isinstance(value, str) and name not in _KEPT else value


def words_of(value: Any, place: str = "") -> dict[str, str]:
    if is_dataclass(value):
        pairs = [(each.name, getattr(value, each.name)) for each in fields(value) if each.name not in _KEPT]
    elif isinstance(value, tuple):
        pairs = [(str(at), each) for at, each in enumerate(value)]
    else:
        return {place: value} if isinstance(value, str) and value else {}
    return {key: said for name, each in pairs for key, said in words_of(each, f"{place}.{name}").items()}


@pytest.fixture
def both(asked: str, language: str) -> tuple[Questionnaire, Questionnaire]:
    return CATALOG.questionnaire(asked), CATALOG.questionnaire(asked, language)


@each_translation
def test_only_words_differ(both: tuple[Questionnaire, Questionnaire], language: str) -> None:
    original, translated = both

    assert translated.language == language
    assert frame_of(replace(translated, before=())) == frame_of(replace(original, before=()))


@each_translation
def test_no_sentence_is_left_in_the_language_it_was_written_in(both: tuple[Questionnaire, Questionnaire]) -> None:
    original, translated = map(words_of, both)

    assert [key for key, said in original.items() if len(said.split()) > 2 and translated.get(key) == said] == []


@each_translation
def test_both_wordings_differ_where_they_do_in_the_original(both: tuple[Questionnaire, Questionnaire]) -> None:
    original, translated = both
    for item in original.items:
        twice = [len({each.wording(item.id, view) for view in Perspective}) == 2 for each in (original, translated)]
        assert twice[0] == twice[1], item.id


@each_translation
def test_every_token_is_used(both: tuple[Questionnaire, Questionnaire]) -> None:
    _original, translated = both
    used = {token for said in words_of(translated).values() for token in tokens_in(said)}

    assert {each.name for each in translated.tokens} == used


@each_translation
def test_no_answer_is_called_like_a_band(both: tuple[Questionnaire, Questionnaire], language: str) -> None:
    catalogue = assets.catalogue(assets.path("locales"), language)
    assert catalogue is not None
    with words.apart(language, catalogue):
        bands = {each.casefold() for each in band_names()}

    assert not bands & {each.casefold() for each in both[1].scale}


@each_translation
def test_whoever_answers_reads_that_the_wording_was_not_yet_tried(both: tuple[Questionnaire, Questionnaire]) -> None:
    original, translated = both

    assert len(translated.before) == len(original.before) + 1
