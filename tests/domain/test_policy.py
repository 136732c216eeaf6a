"""A written policy is read sentence by sentence, in four languages, and every count can be pointed at."""

import pytest

from tests.builders import questionnaire
from trustcheck.app.policy.lens import looked_at, rules_for
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.catalog.policies import ShippedPolicies
from trustcheck.domain.policy.framed import framed_policy
from trustcheck.domain.policy.offers import OfferedFact
from trustcheck.domain.policy.reading import PolicyReading, read_policy
from trustcheck.domain.policy.rules import PolicyDeed, PolicyRules
from trustcheck.domain.questionnaire.answers import Fact

SHIPPED = "trust-and-openness"
POLICIES = ShippedPolicies(lambda _path: "")
SAID = {
    "en": (
        "You may talk about your work. You need not ask anybody.\n\nEmployees must not share secrets. "
        "Get approval from the press office before you speak for us. This section does not apply to directors."
    ),
    "de": (
        "Sie dürfen über Ihre Arbeit reden. Sie müssen niemanden fragen.\n\nBeschäftigte dürfen keine Geheimnisse "
        "verraten. Holen Sie die Zustimmung der Pressestelle. Dieser Abschnitt gilt nicht für den Vorstand."
    ),
    "fr": (
        "Vous pouvez parler de votre travail. Vous pouvez le faire sans demander.\n\nLes salariés ne peuvent pas "
        "trahir de secrets. Il faut l\u2019accord préalable du service de presse. Cette section ne s\u2019applique pas "
        "à la direction."
    ),
    "es": (
        "Usted puede hablar de su trabajo. No hace falta pedir permiso.\n\nEl personal no puede revelar secretos. "
        "Es necesaria la autorización previa de prensa. Este apartado no se aplica a la dirección."
    ),
}


def rules(language: str = "en") -> PolicyRules:
    found = POLICIES.rules(SHIPPED, language)
    assert found is not None
    return found


def read(text: str, language: str = "en") -> PolicyReading:
    return read_policy(text, rules(language))


@pytest.mark.parametrize("language", SAID)
def test_each_language_tells_what_is_forbidden_allowed_asked_for_and_exempt(language: str) -> None:
    reading = read(SAID[language], language)

    assert {deed: len(reading.doing(deed)) for deed in PolicyDeed} == {
        PolicyDeed.ALLOWS: 2,
        PolicyDeed.FORBIDS: 1,
        PolicyDeed.ASKS_FIRST: 1,
        PolicyDeed.EXEMPTS: 1,
    }
    assert all(each.rule.why for each in reading.counted)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Niemand darf ohne vorherige Genehmigung posten."),
        ("de", "Beschäftigte dürfen nicht ohne Zustimmung posten."),
        ("fr", "Les salariés ne peuvent rien publier sans autorisation."),
        ("es", "El personal no puede publicar nada sin autorización."),
    ],
)
def test_not_without_leave_is_to_ask_first_in_every_language(language: str, sentence: str) -> None:
    assert [each.rule.deed for each in read(sentence, language).counted] == [PolicyDeed.ASKS_FIRST]


@pytest.mark.parametrize("language", SAID)
def test_a_policy_is_read_by_the_rules_of_its_own_language(language: str) -> None:
    found = rules_for(SAID[language], POLICIES, FileCatalog().questionnaire(SHIPPED))

    assert found is not None
    assert found.language.startswith(language)


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("You may not post photos of customers.", PolicyDeed.FORBIDS),
        ("You may post photos.", PolicyDeed.ALLOWS),
        ("You may post without prior approval.", PolicyDeed.ALLOWS),
        ("You may not post without prior approval.", PolicyDeed.ASKS_FIRST),
        ("Posts must be approved by the press office.", PolicyDeed.ASKS_FIRST),
        ("Breaches will lead to dismissal.", PolicyDeed.FORBIDS),
        ("These rules do not apply to the board.", PolicyDeed.EXEMPTS),
        ("The council was founded in 1902.", None),
    ],
)
def test_a_sentence_counts_once_by_what_weighs_most_in_it(sentence: str, deed: PolicyDeed | None) -> None:
    assert [each.rule.deed for each in read(sentence).counted] == ([] if deed is None else [deed])


def test_points_of_a_list_count_by_the_line_that_leads_to_them_and_headings_do_not() -> None:
    reading = read("1. Rules\n\nEmployees must not:\n- post secrets;\n- quote customers.\n\nAnnex rules")

    assert [(each.sentence.text, each.lead) for each in reading.doing(PolicyDeed.FORBIDS)] == [
        ("post secrets;", "Employees must not:"),
        ("quote customers.", "Employees must not:"),
    ]
    assert [each.text for each in reading.sentences] == ["Employees must not:", "post secrets;", "quote customers."]


def test_a_short_line_within_a_sentence_belongs_to_it() -> None:
    reading = read(
        "You may talk about your work to anybody\nwithout asking\nyour manager first.\n\nOur rules\nStaff must not lie."
    )

    assert [each.text for each in reading.sentences] == [
        "You may talk about your work to anybody without asking your manager first.",
        "Staff must not lie.",
    ]


def offers(text: str) -> dict[str, Fact]:
    asked = FileCatalog().questionnaire(SHIPPED)
    return {each.practice_id: each.fact for each in looked_at(text, rules(), asked).offers}


def test_what_a_policy_shows_is_offered_with_the_line_it_rests_on() -> None:
    asked = FileCatalog().questionnaire(SHIPPED)
    found = {each.practice_id: each for each in looked_at(SAID["en"], rules(), asked).offers}

    assert [(each.fact, each.quote) for each in found.values()] == [
        (Fact.YES, "You may talk about your work."),
        (Fact.NO, "Get approval from the press office before you speak for us."),
        (Fact.YES, ""),
        (Fact.PARTLY, "This section does not apply to directors."),
    ]
    assert all(isinstance(each, OfferedFact) for each in found.values())


def test_leave_behind_a_prohibition_is_partly_and_none_is_no() -> None:
    first = next(iter(offers(SAID["en"])))

    assert offers("Employees must not share secrets.\n\nYou may share news.")[first] is Fact.PARTLY
    assert offers("Employees must not share secrets.")[first] is Fact.NO


def test_length_is_judged_without_the_annex_and_what_is_not_said_is_not_offered() -> None:
    long, annex = "You may post. " * 400, "\nAnnex 1\n" + "word " * 1200
    by_length = {text: list(offers(text).values())[-1] for text in ("You may post.", long, "You may post." + annex)}

    assert list(by_length.values()) == [Fact.YES, Fact.NO, Fact.PARTLY]
    assert len(offers("You may post.")) == 2
    assert offers("") == {}


def test_a_questionnaire_without_these_facts_or_rules_is_offered_nothing() -> None:
    own = questionnaire({"people": {"A": 2}})

    assert looked_at(SAID["en"], rules(), own).offers == ()
    assert rules_for(SAID["en"], POLICIES, own) is None


def test_the_framed_policy_is_shorter_the_more_trust_there_is_and_ends_as_one_sentence() -> None:
    lengths = [len(framed_policy(rules(), band)) for band in (None, 0, 1, 2, 3)]

    assert lengths[0] == lengths[1] == len(rules().framed)
    assert sorted(lengths[1:], reverse=True) == lengths[1:]
    assert len(set(lengths[1:])) == 4
    assert lengths[-1] == 1


@pytest.mark.parametrize("language", SAID)
def test_the_rules_of_every_language_are_whole(language: str) -> None:
    english, other = rules(), rules(language)

    assert other.facts == english.facts
    assert [each.deed for each in other.deeds] == [each.deed for each in english.deeds]
    assert len(other.framed) == len(english.framed)


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "." * 5000, "(" * 5000, "a " * 5000, "- " * 5000, "\u0600" * 50, "must not " * 900]
)
def test_any_text_is_read_to_its_end(text: str) -> None:
    reading = read(text)

    assert len(reading.counted) <= max(1, len(reading.sentences))
    assert reading.pages >= 1
