"""What a machine can see of the rules for writing a question, as a hint and never as a wall."""

from dataclasses import replace

import pytest

from tests.group_builders import shipped
from trustcheck.app.authoring.hints import HintWords, question_hints, scale_hints
from trustcheck.catalog.authoring import FileAuthor
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import band_names

AUTHOR = FileAuthor(FileCatalog())
ENGLISH = AUTHOR.hint_words("en-GB")


def hints(text: str, words: HintWords = ENGLISH) -> str:
    return " ".join(question_hints(shipped(), text, words))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("People here say " + "one thing " * 10 + "to all.", "25 words. At most twenty are easy to take in."),
        ("People here ask and/or answer.", "“and/or” asks two things at once."),
        ("People here ask and answer.", "“and”: is this one idea, or are there two?"),
        ("People here never ask.", "“never” is a no."),
        ("People here don’t ask.", "“don’t” is a no."),
        ("People here trust each other.", "“trust” is what is looked for."),
        ("People here talk openly.", "“openly” is what is looked for."),
        ("Leaders feel at ease.", "“feel” happens inside somebody."),
        ("Stakeholders hear the plan.", "“Stakeholders” is a word of the trade."),
        ("People here write on WhatsApp.", "“WhatsApp” is a brand."),
        ("When asked, leaders here answer.", "Write {leaders} for “leaders here”"),
        (
            "Interdepartmental communication structures facilitate comprehensive organisational participation.",
            "Many long words.",
        ),
    ],
)
def test_each_rule_that_a_machine_can_see_is_a_hint(text: str, said: str) -> None:
    assert said in hints(text)


@pytest.mark.parametrize("text", ["", "   ", "Somebody opens the door.", "Another notices it.", "Nothingham is near."])
def test_a_word_inside_another_is_no_hint(text: str) -> None:
    assert hints(text) == ""


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Die Leute hier sagen nie etwas und schweigen offen.", ("nie", "und", "offen")),
        ("fr", "Les gens d’ici n’ont pas confiance et se taisent.", ("n’", "et", "confiance")),
        ("es", "La gente de aquí no habla y tiene confianza.", ("no", "y", "confianza")),
    ],
)
def test_each_language_has_words_of_its_own(language: str, text: str, words: tuple[str, ...]) -> None:
    said = hints(text, AUTHOR.hint_words(language))
    for word in words:
        assert f"“{word}" in said
    assert hints(text) != said


def test_a_language_nobody_listed_words_for_has_only_the_rules_that_need_none() -> None:
    words = AUTHOR.hint_words("fi")
    assert hints("Never and/or WhatsApp.", words) == ""
    assert "24 words" in hints("one two three four " * 6, words)


def test_the_shipped_questions_need_hardly_a_hint() -> None:
    """Those with one were looked at twice: the word stands in them for a reason."""
    for language in ("", "de", "fr", "es"):
        asked = FileCatalog().questionnaire("trust-and-openness", language)
        words = replace(AUTHOR.hint_words(asked.language), joining=())
        hinted = [each.id for each in asked.items if question_hints(asked, each.text, words)]
        assert len(hinted) <= 6, (language, hinted)


def test_an_answer_that_is_called_like_a_band_is_told() -> None:
    assert scale_hints(shipped().scale, band_names()) == ()
    assert "“Rare” is also the name of a band." in scale_hints(("Rare", "Often"), band_names())[0]
