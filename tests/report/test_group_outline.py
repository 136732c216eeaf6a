"""What each edition of a group's report says, before it is anything on paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.group_builders import LEADER, STAFF, group_result, value
from tests.report.group_portraits import leaders_hidden, leaders_only, northgate, promised
from tests.report.portraits import A4, library
from tests.report.said import said
from trustcheck.app.ports import Edition, Refused, ReportOptions
from trustcheck.app.report_options import ALWAYS, section_names
from trustcheck.app.results.group import GroupResult, WithoutHurried
from trustcheck.domain.checks.group_round import GroupNote, NotesUse
from trustcheck.report.document.parts import Beside, Outline, Panel, RuledLines, Section, Table
from trustcheck.report.maker import outline_of
from trustcheck.report.sections.group.outline import SECTIONS

LEADERS = A4
STAFFS = replace(A4, edition=Edition.STAFF)
FACILITATORS = replace(A4, edition=Edition.FACILITATOR)
EDITIONS = {"leaders": LEADERS, "staff": STAFFS, "facilitator": FACILITATORS}


def parts_of(value: Any) -> Iterator[Any]:
    """Every part of a section as it is set where there is room, whatever stands inside what."""
    for part in value.parts if isinstance(value, Section | Panel) else value:
        yield part
        if isinstance(part, Panel):
            yield from parts_of(part)
        elif isinstance(part, Beside):
            for column in part.columns:
                yield from parts_of(column)


def ids(result: GroupResult, options: ReportOptions = LEADERS) -> list[str]:
    return [section.id for section in outline_of(result, options).sections]


def section(result: GroupResult, name: str, options: ReportOptions = LEADERS) -> Section:
    return next(each for each in outline_of(result, options).sections if each.id == name)


def outline(result: GroupResult, options: ReportOptions = LEADERS) -> Outline:
    return outline_of(result, options)


def test_the_answer_comes_first_then_the_details_and_method_figures_and_lists_at_the_back() -> None:
    assert ids(northgate()) == [
        "minute", "themes", "views", "spread", "say-do", "unseen", "strengths",
        "priority-1", "priority-2", "priority-3", "workshop", "notes",
        "method", "limits", "figures", "facts", "items",
    ]  # fmt: skip


def test_every_section_that_can_be_chosen_can_be_made() -> None:
    assert list(SECTIONS) == list(section_names())


def test_sections_stand_in_the_order_in_which_they_are_chosen_and_the_method_is_never_left_out() -> None:
    assert ids(northgate(), replace(A4, sections=("workshop", "views"))) == ["workshop", "views", ALWAYS]
    closing = replace(A4, sections=("views", "closing"), closing_words="Call us.")
    assert ids(northgate(), closing) == ["views", ALWAYS, "closing"]
    assert ids(northgate(), replace(A4, sections=("limits", "method", "minute"))) == ["limits", "method", "minute"]
    assert ids(northgate(), replace(A4, sections=("nothing of that name",))) == [ALWAYS]


def test_one_view_has_no_page_that_compares_two() -> None:
    for result in (leaders_only(), leaders_hidden()):
        assert "views" not in ids(result)
        assert "Leaders and staff" not in said(section(result, "method").title)


def test_the_facilitator_reads_the_leaders_pages_with_notes_for_each_and_the_others_have_none() -> None:
    leaders, facilitator = outline(northgate()), outline(northgate(), FACILITATORS)

    assert facilitator.sections == leaders.sections
    assert set(facilitator.beside) >= {each.id for each in leaders.sections} | {"cover"}
    assert "Ask both for two recent examples." in said(dict(facilitator.beside))
    assert not leaders.beside
    assert not outline(northgate(), STAFFS).beside


def test_the_sentence_about_the_only_leader_stands_in_the_leaders_edition_and_nowhere_else() -> None:
    told = "You see more than about 96 % of staff would."
    result = replace(leaders_hidden(), one_leader=told)

    assert told in said(outline(result))
    assert told not in said(outline(result, FACILITATORS))
    assert told not in said(outline(result, STAFFS))


def test_all_in_one_number_is_small_and_late() -> None:
    views = {LEADER: value(88, 6), STAFF: value(17, 14)}
    sections = outline(replace(northgate(), overall=views)).sections
    found = [each.id for each in sections if "leaders 88, staff 17" in said(each)]

    assert found == ["limits"]


@pytest.mark.parametrize("name", ["minute", "method"])
def test_the_first_pages_carry_no_number_of_everything(name: str) -> None:
    assert "All in one number" not in said(section(northgate(), name))


def test_a_story_in_the_organisers_own_words_says_so() -> None:
    result = replace(northgate(), own_words="We mean well, and we talk too little.")
    first = section(result, "minute")

    assert first.title == "We mean well, and we talk too little."
    assert "In our own words." in said(first)
    assert result.story.sentence in said(section(result, "limits"))
    assert "We mean well, and we talk too little." in said(outline(result, STAFFS))


def test_long_words_of_ones_own_stand_below_a_short_title() -> None:
    told = "We mean well, and we talk too little. " * 12
    first = section(replace(northgate(), own_words=told), "minute")

    assert first.title == "What the answers say"
    assert told in said(first)
    assert "In our own words:" in said(first)


@pytest.mark.parametrize("options", EDITIONS.values(), ids=EDITIONS)
def test_every_edition_says_what_it_must_not_be_used_for(options: ReportOptions) -> None:
    whole = said(outline(northgate(), options))

    assert "have not yet been validated" in whole
    assert "ranking people, managers or teams" in whole


def test_a_priority_ends_with_the_same_warning() -> None:
    for number in (1, 2, 3):
        page = section(northgate(), f"priority-{number}")
        assert "If this does not match what you know, ask before you act." in said(page.parts[-1])


def test_staff_are_told_what_was_promised_or_there_are_lines_for_a_pen() -> None:
    promise = said(outline(promised(), STAFFS))

    assert "We answer one public criticism in public." in promise
    assert "On 1 December 2026 we look again, and tell you what became of it." in promise
    assert "Tenants quote it back at us." in promise
    assert "1 December" not in said(outline(northgate(), STAFFS))
    assert any(isinstance(part, RuledLines) for part in parts_of(section(northgate(), "staff", STAFFS)))
    assert not any(
        isinstance(part, RuledLines)
        for part in parts_of(section(promised(), "staff", replace(STAFFS, will_not="No more money for it.")))
    )
    assert "No more money for it." in said(outline(northgate(), replace(STAFFS, will_not="No more money for it.")))


def test_staff_are_told_again_what_they_were_promised_before_the_first_question() -> None:
    whole = said(section(northgate(), "staff", STAFFS))

    assert "No screen and no page shows one person's answers." in whole
    assert "then leaders and staff each opened from five people on" in whole
    assert "whoever owns the data file can read its rows" in whole
    assert "ranking people, managers or teams" in whole
    assert "people may guess" not in whole
    few = northgate()
    few = replace(few, setup=replace(few.setup, threshold=3, notes=NotesUse.NONE))
    told = said(section(few, "staff", STAFFS))
    assert "from three people on" in told
    assert "In a group this small, people may guess who said what." in told
    assert "No notes were collected." in told


def test_staff_are_told_of_a_view_that_is_not_shown() -> None:
    assert "Leaders: fewer than five answered, so nothing of theirs is shown." in said(
        outline(leaders_hidden(), STAFFS)
    )


def test_what_was_decided_stands_with_the_workshop_and_lines_where_nothing_was() -> None:
    decided = section(promised(), "workshop")

    assert "We answer one public criticism in public." in said(decided)
    assert "1 December 2026" in said(decided)
    assert not any(isinstance(part, RuledLines) for part in parts_of(decided))
    without_notes = replace(northgate(), notes=())
    by_hand = section(without_notes, "workshop")
    assert any(isinstance(part, RuledLines) for part in parts_of(by_hand))
    assert all(label in said(by_hand) for label in ("What we will try", "Who sees to it", "Until"))


def test_staff_read_no_leaders_pages() -> None:
    whole = said(outline(northgate(), STAFFS))

    assert "Hedges" not in whole
    assert "We say it in the kitchen." not in whole
    assert ids(northgate(), STAFFS) == ["staff"]


@pytest.mark.parametrize(
    ("use", "leaders", "facilitator"),
    [(NotesUse.GROUP, True, True), (NotesUse.FACILITATOR, False, True), (NotesUse.NONE, False, False)],
)
def test_notes_are_printed_for_whom_the_check_promised_them(use: NotesUse, leaders: bool, facilitator: bool) -> None:
    result = northgate()
    result = replace(result, setup=replace(result.setup, notes=use))

    assert ("notes" in ids(result)) is leaders
    assert ("notes" in ids(result, FACILITATORS)) is facilitator
    assert "notes" not in ids(result, replace(FACILITATORS, with_notes=False))


def test_notes_stand_by_question_and_by_their_words_never_as_they_came() -> None:
    notes = (GroupNote("SS1", "Zebras"), GroupNote("GI1", "Later"), GroupNote("SS1", "Apples"))
    backwards = tuple(reversed(notes))
    pages = [section(replace(northgate(), notes=each), "notes") for each in (notes, backwards)]

    assert pages[0] == pages[1]
    words = said(pages[0])
    assert words.index("Later") < words.index("Apples") < words.index("Zebras")


def test_a_closing_page_of_ones_own_comes_last() -> None:
    result = outline(northgate(), replace(A4, closing_words="Call us.", prepared_by="Harrow & Pike"))

    assert result.sections[-1].id == "closing"
    assert result.sections[-1].title == "Harrow & Pike"
    assert "closing" not in ids(northgate(), replace(A4, closing_words="  "))


def test_made_with_trustcheck_can_be_left_out() -> None:
    assert outline(northgate()).dress.last_line == "Made with TrustCheck"
    assert outline(northgate(), replace(A4, made_with=False)).dress.last_line == ""


def test_a_table_has_as_many_cells_as_columns() -> None:
    for each in outline(northgate()).sections:
        for part in each.parts:
            if isinstance(part, Table):
                assert {len(row) for row in part.rows} == {len(part.columns)} == {len(part.shares)}


def test_an_outline_is_a_value() -> None:
    assert outline(northgate(), FACILITATORS) == outline(northgate(), FACILITATORS)


def test_an_edition_that_a_check_does_not_have_is_refused() -> None:
    with pytest.raises(Refused):
        outline_of(northgate(), replace(A4, edition=Edition.INDIVIDUAL))
    with pytest.raises(Refused):
        outline_of(library(), STAFFS)
    assert outline_of(library(), replace(A4, edition=Edition.INDIVIDUAL)) == outline_of(library(), A4)


def test_the_date_is_the_given_one() -> None:
    assert "23 September 2026" in said(outline(northgate()).cover)
    assert "1 March 2027" in said(outline(northgate(), replace(A4, date=date(2027, 3, 1))).cover)


def test_a_result_of_which_nothing_may_be_shown_says_so_and_has_no_charts() -> None:
    result = replace(group_result(hidden=(LEADER, STAFF)), headline=None, no_proposals="Too few answers.", proposals=())

    assert set(ids(result)) == {"minute", "method", "say-do", "strengths", "limits", "notes"}


def test_what_hurried_sheets_change_stands_with_the_limits() -> None:
    told = WithoutHurried(STAFF, "Staff: this would read otherwise.", ("Safe to speak: 43 with, 36 without",))
    page = said(section(replace(northgate(), without_hurried=(told,)), "limits"))

    assert "Staff: this would read otherwise. Safe to speak: 43 with, 36 without." in page


def test_how_to_read_it_says_that_the_ends_of_few_are_rounded_and_that_bands_go_by_the_unrounded() -> None:
    """Seven leaders are "Usual" beside an interval that ends on 90: rounded outwards, as it is told of so few."""
    words = said(section(northgate(), "method"))

    assert "below 14 rounded outwards to fives. Where the unrounded one reaches into other bands" in words


def test_how_to_read_it_says_what_hanging_on_no_single_answer_is_and_what_it_is_not() -> None:
    words = said(section(northgate(), "method"))

    assert "Hanging on no single answer" in words
    assert "says that whoever is left out, the band stays. A firm band of a poor question is a firm mistake." in words


def test_how_to_read_it_says_when_words_of_spread_say_how_close_answers_lie() -> None:
    words = said(section(northgate(), "method"))

    assert "how close they lie, from ten people on and only where the means leave room" in words


def test_a_bar_says_what_a_pale_piece_is_also_where_there_is_no_room_for_words_in_it() -> None:
    assert "Staff: rare, between, usual; pale: counted together" in said(section(northgate(), "spread"))
