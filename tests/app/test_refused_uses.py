"""The uses that are refused are one list, wherever it stands."""

from trustcheck.app.collecting.set_up import in_a_list, refused_in_full, refused_uses, uses
from trustcheck.ui.help.about_page import not_for


def test_every_place_names_every_use() -> None:
    for use in uses():
        assert use in in_a_list()
        assert use in refused_uses()
        assert use in refused_in_full()
        assert any(use.lower() in said.lower() for said in not_for())


def test_it_reads_as_a_sentence() -> None:
    assert refused_uses() == (
        "Not for appraisal, pay or bonus, hiring or selection, dismissal, ranking people, managers or teams, or "
        "finding out who said what or who is critical."
    )
