"""Where five questions were reworded, what leans on them says the new words, in every language."""

import re

import pytest

from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire

CATALOG = FileCatalog()
SHIPPED = CATALOG.shipped()[0]
LANGUAGES = ("en-GB", *CATALOG.translations(SHIPPED))

ASKED_NOW = {
    "TT3": {"en-GB": r"same reason", "de": r"denselben Grund", "fr": r"même raison", "es": r"mismo motivo"},
    "TT4": {"en-GB": r"redo work", "de": r"noch einmal", "fr": r"refont|refaisons", "es": r"rehace"},
    "SS4": {"en-GB": r"after a meeting", "de": r"nach der Besprechung", "fr": r"après une réunion",
            "es": r"después de una reunión"},
    "SC4": {"en-GB": r"before (they|we) have heard", "de": r"bevor .* gehört", "fr": r"avant d’avoir tout entendu",
            "es": r"antes de haberla oído"},
    "WD4": {"en-GB": r"drops what", "de": r"fallen, was", "fr": r"abandonne ce", "es": r"abandona lo"},
}  # fmt: skip
SHOWN_BY_HELP = {
    "TT3": {"en-GB": r"asks .* why .* hears", "de": r"fragt .* warum .* hört", "fr": r"demande .* pourquoi .* entend",
            "es": r"pregunta .* por qué .* oye"},
    "TT4": {"en-GB": r"leader's own plan", "de": r"eigene Plan einer Führungskraft", "fr": r"celui d’un responsable",
            "es": r"plan de alguien de la dirección"},
    "SS4": {"en-GB": r"kept back in the room", "de": r"im Raum ungesagt", "fr": r"gardé pour lui dans la salle",
            "es": r"se calló en la sala"},
    "SC4": {"en-GB": r"told half .* after\s+hearing it all", "de": r"Hälfte .* nachdem alles gehört",
            "fr": r"moitié .* après avoir tout entendu", "es": r"mitad .* después de oírlo todo"},
    "WD4": {"en-GB": r"poster .* first to go", "de": r"Plakat .* fallen als Erstes", "fr": r"affiche .* premières",
            "es": r"cartel .* lo primero que se quita"},
}  # fmt: skip
GIVEN_UP = {
    "en-GB": r"real reason|have doubts about somebody|ask others instead|out of trouble|explaining why it is wrong"
             r"|why the critic was wrong|stated values|being believed|rebuttal",
    "de": r"wahre[nr]? Grund|keinen Ärger|Ärger zu vermeiden|warum sie falsch|erklärte Werte|erklärten Werten",
    "fr": r"vraie raison|éviter les ennuis|expliquant pourquoi|valeurs affichées",
    "es": r"verdadero motivo|motivo real|evitar problemas|explicando por qué|valores declarados",
}  # fmt: skip
"""The motives and verdicts of 1.0.0."""


@pytest.fixture(params=LANGUAGES)
def asked(request: pytest.FixtureRequest) -> Questionnaire:
    return CATALOG.questionnaire(SHIPPED) if request.param == "en-GB" else CATALOG.questionnaire(SHIPPED, request.param)


@pytest.mark.parametrize("item", ASKED_NOW)
def test_the_help_line_shows_what_the_new_question_asks(asked: Questionnaire, item: str) -> None:
    for view in Perspective:
        assert re.search(ASKED_NOW[item][asked.language], asked.wording(item, view))
    assert re.search(SHOWN_BY_HELP[item][asked.language], asked.item_by_id[item].meaning)


def test_no_question_fact_theme_or_suggestion_says_the_motives_and_verdicts_of_before(asked: Questionnaire) -> None:
    everything = repr(asked)

    assert asked.suggestions[0].this_week in everything
    assert re.findall(GIVEN_UP[asked.language], everything, re.IGNORECASE) == []


def test_suggestions_and_the_story_lean_on_questions_and_facts_that_are_asked(asked: Questionnaire) -> None:
    leaned_on = {each for one in asked.suggestions for each in one.when_practice_no}

    assert leaned_on
    assert leaned_on <= set(asked.practice_by_id)
    roles = {each for role in asked.roles for each in role.ids}
    assert roles
    assert roles <= {*asked.item_by_id, *asked.theme_by_id}
    assert {each.theme for each in asked.suggestions if each.theme} <= set(asked.theme_by_id)
