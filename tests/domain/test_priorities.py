"""Which themes come first, and what the gates hold back."""

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import questionnaire
from tests.oracles import oracle
from trustcheck.domain.findings.priorities import Gates, ThemeNeed, chosen, gates, ranked

OURS = questionnaire({"people": dict.fromkeys(["GI", "FR"], 4), "openness": dict.fromkeys(["SC", "SS", "RV", "WD"], 4)})


def needs(known: dict[str, Any]) -> list[ThemeNeed]:
    pillar_of = {theme: pillar for pillar, themes in known["input"]["pillar_of"].items() for theme in themes}
    return [
        ThemeNeed(
            row["dim"], pillar_of[row["dim"]], *(row[key] for key in ("score", "importance", "gap", "split", "say_do"))
        )
        for row in known["input"]["rows"]
    ]


def test_the_factors_and_the_order_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("15_priority_order")

    aimed = [replace(each, target=known["input"]["target"]) for each in needs(known)]
    found = ranked(aimed, reliability=known["input"]["rho"])

    by_theme = {each.need.theme_id: each for each in found}
    for row in known["expected"]["rows"]:
        each = by_theme[row["dim"]]
        factors = [each.shrunk, each.shortfall, each.evidence, each.weight, each.priority]
        expected = [row[key] for key in ("shrunk", "need", "evidence", "importance", "priority")]
        assert factors == pytest.approx(expected, abs=known["tolerance"])
    order = [each.need.theme_id for each in found if each.priority > 0]
    assert order == known["expected"]["order_before_gates"]


def test_a_theme_above_its_own_target_needs_nothing_and_one_below_a_higher_target_comes_first() -> None:
    asked = [ThemeNeed("A", "p", 70.0), ThemeNeed("B", "p", 70.0), ThemeNeed("C", "p", 70.0)]
    aimed = [replace(asked[0], target=62.5), replace(asked[1], target=87.5), asked[2]]

    found = ranked(aimed)

    assert [each.need.theme_id for each in found] == ["B", "C", "A"]
    assert [round(each.shortfall, 3) for each in found] == [0.2, 0.067, 0.0]


def test_the_gate_holds_real_voices_back_as_in_the_oracle() -> None:
    known: dict[str, Any] = oracle("15_priority_order")
    rows = needs(known)
    themes = {need.theme_id: need.score for need in rows}
    asked = questionnaire({pillar: dict.fromkeys(themes, 4) for pillar, themes in known["input"]["pillar_of"].items()})

    found = chosen(ranked(rows), gates(themes, asked))

    assert [each.need.theme_id for each in found.first] == known["expected"]["order_after_gates_top3"]
    (held,) = found.held_back
    assert (held.gate, held.what) == ("G1", "RV")
    assert "Theme SS stands at 35, below 50" in held.why


def need(theme_id: str, score: float) -> ThemeNeed:
    return ThemeNeed(theme_id, "openness", score)


@pytest.mark.parametrize("unsafe", ["SS", "FR"])
def test_g1_safety_comes_before_voice(unsafe: str) -> None:
    assert gates({unsafe: 49.4}, OURS).safety.startswith(f"Theme {unsafe} stands at 49, below 50: ")
    assert gates({unsafe: 49.9}, OURS).safety.startswith(f"Theme {unsafe} stands just below 50: ")
    assert gates({unsafe: 50.0}, OURS) == Gates()
    assert gates({unsafe: None}, OURS) == Gates()


def test_g2_repair_comes_before_promise() -> None:
    shut = gates({"WD": 37.4}, OURS)

    found = chosen(ranked([need("SC", 0), need("WD", 37.4)]), shut)

    assert [each.need.theme_id for each in found.first] == ["WD", "SC"]
    assert shut.promise.startswith("Theme WD stands at 37, below 37.5")
    assert gates({"WD": 37.5}, OURS) == Gates()


def test_g6_takes_at_most_the_number_asked_for() -> None:
    order = ranked([need(theme, score) for theme, score in (("GI", 10), ("SC", 20), ("SS", 60), ("WD", 40))])

    assert [each.need.theme_id for each in chosen(order, Gates()).first] == ["GI", "SC", "WD"]
    assert [each.need.theme_id for each in chosen(order, Gates(), at_most=2).first] == ["GI", "SC"]


def test_a_theme_that_is_often_there_needs_nothing() -> None:
    found = chosen(ranked([need("GI", 75), need("SC", 90)]), Gates())

    assert found.first == ()


def test_equal_themes_keep_the_questionnaires_order() -> None:
    order = ranked([need(theme, 40) for theme in ("WD", "GI", "SC")])

    assert [each.need.theme_id for each in order] == ["WD", "GI", "SC"]


def test_a_contradiction_counts_once_however_many_there_are() -> None:
    one, three = (ranked([ThemeNeed("GI", "people", 40, say_do=number)])[0].priority for number in (1, 3))

    assert one == three > ranked([ThemeNeed("GI", "people", 40)])[0].priority


def test_evidence_is_capped() -> None:
    found = ranked([ThemeNeed("GI", "people", 0, gap=4, split=1, say_do=1)])[0]

    assert found.evidence == 1.6


def test_nothing_scored_gives_no_order() -> None:
    assert ranked([]) == ()
