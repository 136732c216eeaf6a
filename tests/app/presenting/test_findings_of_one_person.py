"""What stands out is chosen once: tile and paper speak of the same theme, the same fact, the same first step."""

import pytest

from tests.one_person_everywhere import paper
from tests.report.portraits import library, without_facts
from tests.report.reading import squeezed
from tests.ui import portraits
from trustcheck.app.presenting.facts import finding
from trustcheck.app.presenting.personal_findings import findings, first_theme, stands_out, start
from trustcheck.app.presenting.suggestions import strength_line
from trustcheck.app.results.personal import PersonalResult


@pytest.mark.parametrize("result", [library(), without_facts(), portraits.result(portraits.at("SS", 2))])
def test_the_paper_holds_every_finding_of_the_window_in_full(result: PersonalResult) -> None:
    on_paper = squeezed(paper(result))

    for found in findings(result):
        assert squeezed(found.whole) in on_paper
    assert squeezed(finding(result.facts, has_themes=True)) in on_paper
    for strength in result.strengths:
        assert squeezed(strength_line(result, strength)[0]) in on_paper


def test_the_theme_to_talk_about_first_is_the_one_the_first_step_belongs_to() -> None:
    result = portraits.result(portraits.at("SS", 2) | portraits.at("SC", 2))
    talked, begun, first = stands_out(result), start(result), first_theme(result)

    assert talked is not None
    assert first is not None
    assert talked.theme_id == begun.theme_id == first.theme.id


def test_no_finding_puts_what_a_theme_is_at_its_best_beside_a_low_number() -> None:
    result = portraits.result(portraits.at("SC", 1))
    said = " ".join(found.short + found.whole for found in findings(result))

    assert "Steady under criticism (0)" in said
    assert result.theme("SC").theme.meaning not in said
