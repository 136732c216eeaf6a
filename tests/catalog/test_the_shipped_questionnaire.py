"""What the forty questions, the twenty facts and the words round them promise."""

import re
from itertools import pairwise

import pytest

from tests.reading_grade import BANNED, reading_grade
from trustcheck.domain.questionnaire.model import BAND_IDS, Form, Perspective, Questionnaire, tokens_in

THEMES = {
    "people": ["Good intent", "Room to decide", "Fair response", "Two-way trust", "Backing to learn"],
    "openness": [
        "Straight information",
        "Steady under criticism",
        "Safe to speak",
        "Real voices",
        "Words and deeds",
    ],
}
QUICK_WINS = {"K01", "K02", "K04", "K07", "K11", "K16", "K19", "K20"}
REWORDED = ("TT4", "SS4", "TT3", "SC4", "WD4", "FR4", "RD1", "RV1", "SI2", "GI2", "RV2")


def wordings(shipped: Questionnaire) -> list[tuple[str, str]]:
    return [(item.id, shipped.wording(item.id, perspective)) for item in shipped.items for perspective in Perspective]


def test_two_pillars_hold_ten_themes_of_four_items(shipped: Questionnaire) -> None:
    assert {pillar.id: [theme.name for theme in shipped.themes_of(pillar.id)] for pillar in shipped.pillars} == THEMES
    assert all(len(shipped.items_of(theme.id)) == 4 for theme in shipped.themes)
    assert len(shipped.items) == 40


def test_every_item_is_named_by_its_theme_and_place(shipped: Questionnaire) -> None:
    for theme in shipped.themes:
        assert [item.id for item in shipped.items_of(theme.id)] == [f"{theme.id}{at}" for at in (1, 2, 3, 4)]


def test_the_fourth_item_of_each_theme_and_no_other_is_reversed(shipped: Questionnaire) -> None:
    assert [item.id for item in shipped.items if item.reverse] == [f"{theme.id}4" for theme in shipped.themes]


def test_the_pulse_is_the_first_item_of_each_theme_with_two_reversed_ones(shipped: Questionnaire) -> None:
    assert set(shipped.pulse) == {f"{theme.id}1" for theme in shipped.themes} | {"RD4", "SS4"}
    assert len(shipped.pulse) == 12


def test_nineteen_items_read_the_same_in_both_views_and_the_others_mention_leaders(shipped: Questionnaire) -> None:
    same = {
        item.id
        for item in shipped.items
        if shipped.wording(item.id, Perspective.STAFF) == shipped.wording(item.id, Perspective.LEADER)
    }
    assert len(same) == 19
    assert {item.id for item in shipped.items if "leaders" in tokens_in(item.text)} == set(shipped.item_by_id) - same


def test_only_the_three_tokens_stand_in_the_templates(shipped: Questionnaire) -> None:
    assert {token.name for token in shipped.tokens} == {"leaders", "they", "themselves"}
    assert {token for item in shipped.items for token in tokens_in(item.text)} == {"leaders", "they", "themselves"}
    assert not [text for _item, text in wordings(shipped) if "{" in text or "}" in text]


def test_each_wording_has_at_most_twenty_words(shipped: Questionnaire) -> None:
    assert {item: text for item, text in wordings(shipped) if len(text.split()) > 20} == {}


def test_a_question_reads_like_the_eighth_year_of_school_or_below(shipped: Questionnaire) -> None:
    """On average by a good deal; single long words that everybody knows ("criticised") lift a short sentence."""
    grades = {item: reading_grade(text) for item, text in wordings(shipped)}
    assert sum(grades.values()) / len(grades) < 7
    assert {item: grade for item, grade in grades.items() if grade > 10.5} == {}
    assert {item: grades[item] for item in REWORDED if grades[item] > 8} == {}


def test_no_wording_has_a_negation_or_the_words_it_measures(shipped: Questionnaire) -> None:
    assert {item: text for item, text in wordings(shipped) if BANNED.search(text)} == {}


def test_each_wording_is_one_sentence_with_a_capital_and_a_full_stop(shipped: Questionnaire) -> None:
    assert {item: text for item, text in wordings(shipped) if not re.fullmatch(r"[A-Z][^.!?]*\.", text)} == {}


def test_a_leader_reads_we_and_staff_read_they(shipped: Questionnaire) -> None:
    assert shipped.wording("BL2", Perspective.STAFF) == (
        "Leaders here try a new tool themselves before they decide about it."
    )
    assert shipped.wording("BL2", Perspective.LEADER) == (
        "We leaders try a new tool ourselves before we decide about it."
    )


@pytest.mark.parametrize(
    ("item", "staff", "leader"),
    [
        ("TT3", "When leaders here give a reason for a decision, people here give the same reason to others.",
         "When we leaders give a reason for a decision, people here give the same reason to others."),
        ("TT4", "Leaders here redo work that staff have already finished.",
         "We leaders redo work that staff have already finished."),
        ("SC4", "When leaders here are criticised, they defend themselves before they have heard it all.",
         "When we leaders are criticised, we defend ourselves before we have heard it all."),
        ("SS4", "People here raise their doubts after a meeting instead of in it.", ""),
        ("WD4", "When times are hard, the organisation drops what it has called important.", ""),
    ],
)  # fmt: skip
def test_what_was_a_motive_or_a_verdict_is_now_seen_or_heard(
    shipped: Questionnaire, item: str, staff: str, leader: str
) -> None:
    assert shipped.wording(item, Perspective.STAFF) == staff
    assert shipped.wording(item, Perspective.LEADER) == (leader or staff)


def test_every_item_has_an_example_of_what_one_would_see(shipped: Questionnaire) -> None:
    assert [item.id for item in shipped.items if len(item.meaning.split()) < 8] == []


@pytest.mark.parametrize("form", Form)
def test_the_pillars_alternate_in_the_order_of_asking(shipped: Questionnaire, form: Form) -> None:
    pillars = [shipped.theme_by_id[shipped.item_by_id[item].theme].pillar for item in shipped.asked(form)]
    assert all(first != second for first, second in pairwise(pillars))


@pytest.mark.parametrize(("form", "apart"), [(Form.FULL, 6), (Form.PULSE, 3)])
def test_items_of_one_theme_keep_their_distance(shipped: Questionnaire, form: Form, apart: int) -> None:
    asked = shipped.asked(form)
    places: dict[str, list[int]] = {}
    for place, item in enumerate(asked):
        places.setdefault(shipped.item_by_id[item].theme, []).append(place)
    assert min(later - earlier for each in places.values() for earlier, later in pairwise(each)) >= apart


@pytest.mark.parametrize("form", Form)
def test_two_reversed_items_are_never_neighbours_and_never_first_or_last(shipped: Questionnaire, form: Form) -> None:
    reversed_ = [shipped.item_by_id[item].reverse for item in shipped.asked(form)]
    assert not any(first and second for first, second in pairwise(reversed_))
    assert not reversed_[0]
    assert not reversed_[-1]


def test_reversed_items_are_spread_over_the_quarters_of_the_full_form(shipped: Questionnaire) -> None:
    reversed_ = [shipped.item_by_id[item].reverse for item in shipped.order]
    assert [sum(reversed_[at : at + 10]) for at in range(0, 40, 10)] == [2, 3, 3, 2]
    assert not any(reversed_[:3] + reversed_[-2:])


def test_the_full_form_asks_every_item_once(shipped: Questionnaire) -> None:
    assert sorted(shipped.order) == sorted(shipped.item_by_id)


def test_the_scale_has_five_frequencies_in_the_last_three_months(shipped: Questionnaire) -> None:
    assert shipped.scale == ("Almost never", "Seldom", "Sometimes", "Often", "Almost always")
    assert shipped.frame == "Think of the last three months. If it came up only once or twice, go by those times."
    assert shipped.cuts == (37.5, 62.5, 87.5)


def test_every_theme_has_a_meaning_what_is_known_and_what_one_can_do_alone(shipped: Questionnaire) -> None:
    assert [theme.id for theme in shipped.themes if not (theme.meaning and theme.known and theme.on_your_own)] == []
    assert all(len(re.findall(r"[.?](?= |$|\")", theme.known)) >= 2 for theme in shipped.themes)


@pytest.mark.parametrize("band", BAND_IDS)
def test_each_band_text_is_two_sentences_of_at_most_35_words_on_the_answers(shipped: Questionnaire, band: str) -> None:
    for theme in shipped.themes:
        text = theme.bands.of(band)
        assert len(re.findall(r"[.?](?= [A-Z]|$)", text)) == 2, text
        assert len(text.split()) <= 35, text
        assert text.startswith("The answers "), text


def test_there_are_two_facts_for_each_theme_each_with_a_meaning_of_partly(shipped: Questionnaire) -> None:
    assert [practice.id for practice in shipped.practices] == [f"K{number:02}" for number in range(1, 21)]
    assert all(len(shipped.practices_of(theme.id)) == 2 for theme in shipped.themes)
    assert [practice.id for practice in shipped.practices if not practice.partly] == []


def test_facts_are_one_sentence_of_at_most_twenty_words(shipped: Questionnaire) -> None:
    for practice in shipped.practices:
        assert len(practice.text.split()) <= 20, practice.text
        assert re.fullmatch(r"[A-Z][^.]*\.", practice.text), practice.text


def test_the_quick_wins_are_those_a_decision_can_change_within_a_month(shipped: Questionnaire) -> None:
    assert {practice.id for practice in shipped.practices if practice.quick_win} == QUICK_WINS


def test_pillars_address_the_reader_and_say_what_they_mean(shipped: Questionnaire) -> None:
    assert [(pillar.name, pillar.address) for pillar in shipped.pillars] == [
        ("Trust in our people", "Trust in your people"),
        ("Openness", "Openness"),
    ]
    assert all(pillar.meaning for pillar in shipped.pillars)


def test_staff_and_in_public_are_defined_for_all_and_we_leaders_for_leaders(shipped: Questionnaire) -> None:
    staff = [each.word for each in shipped.definitions_for(Perspective.STAFF)]
    assert staff == ["Staff, or people here", "In public"]
    assert [each.word for each in shipped.definitions_for(Perspective.LEADER)] == [*staff, "We leaders"]


def test_the_start_page_says_what_the_law_means_for_an_answer_and_which_uses_are_refused(
    shipped: Questionnaire,
) -> None:
    before = " ".join(shipped.before)
    assert "Where law or a regulator forbids it, choose Doesn't apply here." in before
    assert "I don't know is an answer" in before
    assert all(use in before for use in ("appraisal", "pay", "bonus", "selection", "dismissal", "ranking"))
