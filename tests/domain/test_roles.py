"""Gates and stories lean on what a theme or a question is about, as its questionnaire says."""

from dataclasses import replace

from tests import builders
from tests.group_builders import shipped
from trustcheck.domain.findings.priorities import Gates, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.questionnaire.fitting import what_does_not_fit
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.questionnaire.roles import KEPT_PROMISES, OWN_VOICES, SAFE_TO_SPEAK, Role, roles_before
from trustcheck.storage.rounds.questionnaire_text import questionnaire_from_text, questionnaire_to_text

ROLES = (Role(SAFE_TO_SPEAK, ("A",)), Role(OWN_VOICES, ("B",)), Role(KEPT_PROMISES, ("C",)))
LOW = {"A": 20.0, "B": 30.0, "C": 10.0, "D": 40.0}


def own(*roles: Role) -> Questionnaire:
    return replace(builders.questionnaire(), roles=roles)


def first_of(asked: Questionnaire) -> list[str]:
    needs = [ThemeNeed(each.id, each.pillar, LOW[each.id]) for each in asked.themes]
    return [each.need.theme_id for each in chosen(ranked(needs), gates(LOW, asked)).first]


def test_roles_of_ones_own_close_the_gates() -> None:
    asked = own(*ROLES)

    assert gates(LOW, asked).safety.startswith("Theme A stands at 20")
    assert first_of(asked) == ["C", "A", "D"]


def test_without_roles_there_are_no_gates() -> None:
    assert gates(LOW, own()) == Gates()
    assert "B" in first_of(own())


def test_a_role_is_one_that_is_known_and_had_by_something_that_is_there() -> None:
    assert what_does_not_fit(own(*ROLES)) == ""
    for wrong in (Role("loud", ("A",)), Role(OWN_VOICES, ("Z",)), Role(OWN_VOICES, ("A1",)), Role(OWN_VOICES, ())):
        assert what_does_not_fit(own(wrong)) == "roles"
    assert what_does_not_fit(own(ROLES[0], ROLES[0])) == "roles"


def test_the_shipped_one_names_the_roles_that_its_older_checks_are_read_by() -> None:
    assert shipped().roles == roles_before(shipped().id)


def test_a_check_keeps_its_roles_and_one_from_before_has_those_of_then() -> None:
    for asked in (own(*ROLES), own(), replace(shipped(), roles=())):
        assert questionnaire_from_text(questionnaire_to_text(asked)).roles == asked.roles
    assert '"roles"' not in questionnaire_to_text(shipped())
    assert questionnaire_from_text(questionnaire_to_text(shipped())) == shipped()
