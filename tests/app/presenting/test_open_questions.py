"""What a reviewer would attack is named on the page on how to read a report, and in full in docs/MEASUREMENT.md."""

import re
from dataclasses import replace
from pathlib import Path

from tests.group_builders import shipped
from trustcheck.app.presenting.yes_saying import open_questions
from trustcheck.domain.findings.priorities import RELIABILITY, TARGET
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.change import THEME
from trustcheck.domain.statistics.group_words import WIDE
from trustcheck.domain.statistics.reliability import FEWEST, FEWEST_FOR_OMEGA
from trustcheck.domain.statistics.yes_saying import NAMED_FOR_MANY, NAMED_FOR_ONE, score_of_one_answer

ASKED = shipped()
PAGE = (Path(__file__).parents[3] / "docs" / "MEASUREMENT.md").read_text(encoding="utf-8")


def test_each_edition_names_what_is_open_of_what_it_shows() -> None:
    whole = open_questions(ASKED, compares=True, has_themes=True)

    assert "A pilot in ten organisations would settle that." in whole
    for attacked in ("can be told apart", "read the questions alike", "12.5", "75", ".70", "about social media"):
        assert attacked in whole
    assert open_questions(ASKED, compares=False, has_themes=True) == (
        "Open: whether the themes can be told apart. A pilot in ten organisations would settle that. Conventions: 75, "
        "or the target that was set, and a reliability of 0.70 in ordering themes. Most facts are about social media."
    )
    assert "theme" not in open_questions(ASKED, compares=True, has_themes=False)
    assert open_questions(ASKED, compares=False, has_themes=False) == ""
    assert "social media" not in open_questions(replace(ASKED, own=True), compares=True, has_themes=True)


def test_the_page_on_measurement_gives_the_figures_that_hold() -> None:
    for point in (ASKED.high - 1, ASKED.high):
        full, short = (float(score_of_one_answer(ASKED, form, point) or 0) for form in (Form.FULL, Form.PULSE))
        assert f'| "{ASKED.scale[point - 1].lower()}" | {full:.1f} | {short:.1f} |' in PAGE
    turned = {form: sum(ASKED.item_by_id[each].reverse for each in ASKED.asked(form)) for form in Form}
    assert f"{turned[Form.FULL]} of {len(ASKED.order)} and {turned[Form.PULSE]} of {len(ASKED.pulse)}" in PAGE
    assert f"{NAMED_FOR_ONE} points or more" in PAGE
    assert f"at {NAMED_FOR_MANY} points" in PAGE
    same = sum(
        ASKED.wording(each, Perspective.STAFF) == ASKED.wording(each, Perspective.LEADER) for each in ASKED.order
    )
    assert f"{same} of {len(ASKED.order)} questions are the same word for word" in " ".join(PAGE.split())
    assert f"**{WIDE:g} and {TARGET:g} are conventions.**" in PAGE
    assert f"printed from {FEWEST} complete sheets on, omega from {FEWEST_FOR_OMEGA}" in PAGE
    assert f"gives a theme with {THEME.margin} points either way" in PAGE
    assert f"**A reliability of {RELIABILITY:.2f} is assumed**".replace("0.", ".") in PAGE


def test_the_plan_that_is_named_on_paper_is_the_one_that_is_written_down() -> None:
    plan = " ".join(PAGE.split("## The plan with people")[1].split())

    assert "About 300 people in ten organisations or more" in plan
    assert "The same people read both, or leaders and staff in the pilot" in plan


def test_every_attack_has_a_plan_that_is_written_down() -> None:
    rows = re.findall(r"^\| \*\*.*\|$|^\| \*\*\*.*\|$", PAGE, re.MULTILINE)
    plans = set(re.findall(r"^(\d)\. \*\*", PAGE, re.MULTILINE))

    assert len(rows) >= 8
    for row in rows:
        settled_by = row.rstrip("|").rsplit("|", 1)[-1]
        named = set(re.findall(r"\d", settled_by))
        assert named, row
        assert named <= plans, row
