"""A group's report on paper: nothing torn apart, nothing blank, and the right number of pages."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from tests import builders
from tests.group_builders import LEADER, STAFF, group_result, group_round, setup, sheet, summary
from tests.report.group_portraits import leaders_hidden, leaders_only, named, northgate, promised
from tests.report.portraits import A4, LETTER, questionnaire
from tests.report.reading import bookmarks_of, marked_numbers, pages_of, squeezed, tree_of, words_of
from trustcheck import assets
from trustcheck.app.portraits.group_portrait import group_result_of
from trustcheck.app.ports import Edition, ReportOptions
from trustcheck.app.presenting.group_gaps import shown_gaps
from trustcheck.app.results.group import GroupResult, Shown, WithoutHurried
from trustcheck.domain.checks.group_round import GroupNote
from trustcheck.domain.questionnaire.model import Form
from trustcheck.exchange.samples import read_team_sample
from trustcheck.report.maker import SIZES, make_report

EDITIONS = [None, Edition.STAFF, Edition.FACILITATOR]
Made = Callable[[], GroupResult]


@cache
def bellwater() -> GroupResult:
    """The team's sample: leaders and staff, facts, notes, a promise."""
    asked = questionnaire()
    sample = read_team_sample(assets.path("samples", "team"), asked)
    found = replace(summary(sample.setup, len(sample.sheets)), started_on=sample.started_on, closed_on=sample.closed_on)
    sheets = [each.response for each in sample.sheets]
    notes = tuple(GroupNote(item, text) for each in sample.sheets for item, text in each.notes.items())
    of = group_round(sheets, asked, set_up=sample.setup, summary=found, facts=dict(sample.facts), notes=notes)
    return group_result_of(replace(of, promises=(sample.promise,)))


@cache
def pulse() -> GroupResult:
    asked = questionnaire()
    points = [{theme.id: 2 + (at + number) % 4 for number, theme in enumerate(asked.themes)} for at in range(18)]
    sheets = [sheet(LEADER if at < 6 else STAFF, asked, each, form=Form.PULSE) for at, each in enumerate(points)]
    of = group_round(sheets, set_up=setup(7, 14, form=Form.PULSE))
    return group_result_of(replace(of, summary=replace(of.summary, form=Form.PULSE)))


@cache
def thirty_items() -> GroupResult:
    """Thirty questions to a theme, long names, six leaders and twelve staff."""
    asked = builders.questionnaire({"people": {"A": 30, "B": 30}, "openness": {"C": 30}})
    more = "and more of it " * 7
    themes = tuple(replace(each, name=f"{each.name} {more}"[:120].strip()) for each in asked.themes)
    long = replace(asked, themes=themes)
    sheets = [
        sheet(LEADER if at < 6 else STAFF, long, {"A": 1 + at % 5, "B": 2 + at % 3, "C": 1 + at % 4})
        for at in range(18)
    ]
    return group_result_of(group_round(sheets, long, set_up=setup(6, 12)))


@cache
def in_a_hurry() -> GroupResult:
    """Every pillar and theme of both views would read otherwise without the hurried sheets."""
    lines = tuple(f"{each.theme.name}: 55 (Patchy) with them, 35 (Rare) without" for each in northgate().themes)
    told = tuple(WithoutHurried(each, "Without the nine hurried sheets:", lines) for each in (LEADER, STAFF))
    return replace(northgate(), without_hurried=told)


RESULTS: dict[str, Made] = {
    "two views": northgate,
    "one view": leaders_only,
    "one view hidden": leaders_hidden,
    "sample": bellwater,
    "pulse": pulse,
    "thirty questions to a theme": thirty_items,
    "a name of 120 characters": lambda: named("Städtische Wohnungsgesellschaft " * 4),
    "a name in other letters": lambda: named("Ελληνική Βιβλιοθήκη Łódź 北京 Ωmega"),
    "promised": promised,
    "hurried": in_a_hurry,
}


@pytest.mark.parametrize("edition", EDITIONS, ids=["leaders", "staff", "facilitator"])
@pytest.mark.parametrize("name", RESULTS)
def test_no_page_is_blank_or_nearly_so_and_everything_drawn_is_marked(name: str, edition: Edition | None) -> None:
    paper = LETTER if len(name) % 2 else A4
    pdf = make_report(RESULTS[name](), replace(paper, edition=edition)).pdf

    footer = 60
    assert all(len(page) > footer + 120 for page in pages_of(pdf)), "every page says something"
    for ids, known in marked_numbers(pdf):
        assert sorted(ids) == list(range(known))


def test_the_sample_takes_twelve_pages_or_fewer_with_all_there_is_to_say_and_the_short_form_four() -> None:
    sample = make_report(bellwater(), A4)

    assert sample.pages <= 12
    assert make_report(bellwater(), replace(A4, edition=Edition.FACILITATOR)).pages == sample.pages
    names = ("In one minute", "Theme by theme", "Leaders and staff", "Where people differ", "Say and do", "Strengths")
    last = ("Workshop", "Notes", "How to read this", "Method and limits", "Figures", "All facts", "All questions")
    assert {*names, "What people could not see", *last} <= set(bookmarks_of(sample.pdf))
    assert make_report(northgate(), A4).pages <= 12
    assert make_report(pulse(), A4).pages == 4


def test_no_two_themes_are_told_in_the_same_sentence() -> None:
    page = next(each for each in pages_of(make_report(bellwater(), A4).pdf) if "THEME BY THEME" in each)

    assert all(theme.theme.name in page for theme in bellwater().themes), "all of them on one page"
    assert "the four without a score here counted" not in page
    assert "describe more of this" not in page
    for theme in bellwater().themes:
        value = theme.views[STAFF]
        assert isinstance(value, Shown)
        assert squeezed(value.band_text) in page
        assert value.band in page


def test_a_short_form_speaks_of_nothing_that_it_does_not_show() -> None:
    words = words_of(make_report(pulse(), A4).pdf)

    for absent in ("from the profile", "theme of your own", "“Figures”", "All invited", "says in words how far"):
        assert absent not in words
    assert "A question of your own: examples first" in words
    assert "The light bar" in words


@pytest.mark.parametrize("edition", EDITIONS, ids=["leaders", "staff", "facilitator"])
@pytest.mark.parametrize("made", [bellwater, pulse, leaders_hidden])
def test_headings_begin_with_the_largest_and_skip_none(made: Made, edition: Edition | None) -> None:
    roles = [node.role for node in tree_of(make_report(made(), replace(A4, edition=edition)).pdf).all()]
    levels = [int(role[1]) for role in roles if role in ("H1", "H2", "H3", "H4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_the_widest_difference_stands_first_and_its_class_beside_it() -> None:
    page = next(each for each in pages_of(make_report(bellwater(), A4).pdf) if "LEADERS AND STAFF" in each)
    chart = page.split("leaders staff")[-1].split("A question for the room")[0]
    widest = [theme.theme.name for theme, _gap in shown_gaps(bellwater())]

    assert sorted(widest, key=chart.index) == widest
    assert "22 apart clear gap" in squeezed(page)


def test_statistics_stand_in_the_appendix_and_nowhere_before_it() -> None:
    pages = pages_of(make_report(bellwater(), A4).pdf)
    start = next(number for number, page in enumerate(pages) if "For those who ask for the figures" in page)
    before, after = " ".join(pages[:start]), " ".join(pages[start:])

    for words in ("after Holm", "All invited", "No alpha"):
        assert words.lower() in after.lower()
    assert "rwg" not in before + after, "indices of agreement begin with a hundred people"
    assert "Holm" not in before
    assert after.count("the smallest p so many people can reach") <= 5, "once for all themes it is said of"


def test_how_to_read_it_is_a_strip_beside_the_answer_and_in_full_at_the_back() -> None:
    pages = pages_of(make_report(bellwater(), A4).pdf)
    full = next(number for number, page in enumerate(pages) if "What these numbers can say" in page)

    assert "How to read this: 0 is" in pages[1]
    assert "have not yet been validated" in pages[1]
    assert full >= 9
    for words in (
        "have not yet been validated",
        "ranking people, managers or teams",
        "The light bar",
        "All invited",
        "0 to 37 Rare",
    ):
        assert words in pages[full]


@pytest.mark.parametrize("options", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("made", [bellwater, promised])
def test_the_staff_edition_is_one_page_or_two(made: Made, options: ReportOptions) -> None:
    assert make_report(made(), replace(options, edition=Edition.STAFF)).pages <= 2


@pytest.mark.parametrize("options", [A4, LETTER], ids=["A4", "Letter"])
def test_the_staff_edition_of_the_sample_is_one_page_with_the_promise(options: ReportOptions) -> None:
    (page,) = pages_of(make_report(bellwater(), replace(options, edition=Edition.STAFF)).pdf)
    (promise,) = bellwater().promises

    assert squeezed(promise.text) in page
    assert squeezed(promise.sign) in page
    assert "On 18 January 2027 we look again" in page
    assert "What you were promised" in page


def test_the_staff_edition_of_a_short_form_shows_the_pillars_by_everybody_s_names() -> None:
    (page,) = pages_of(make_report(pulse(), replace(A4, edition=Edition.STAFF)).pdf)

    heard = page.split("What we heard")[1].split("What we will do")[0]
    assert "Trust in our people" in heard
    assert "your people" not in heard
    assert "How to read this: 0 is" in heard


@pytest.mark.parametrize(("made", "options"), [(northgate, LETTER), (bellwater, A4), (leaders_hidden, LETTER)])
def test_the_answer_stands_alone_on_one_page(made: Made, options: ReportOptions) -> None:
    pages = pages_of(make_report(made(), options).pdf)

    assert "In one minute".upper() in pages[1]
    assert "How to read this: 0 is" in pages[1]
    assert "Start here" in pages[1]
    assert "THEME BY THEME" in pages[2]


@pytest.mark.parametrize("made", [bellwater, leaders_hidden, thirty_items])
def test_a_theme_keeps_its_heading_its_row_and_its_numbers_on_one_page(made: Made) -> None:
    result = made()
    tree = tree_of(make_report(result, replace(A4, sections=("themes",))).pdf)
    names = {theme.theme.name for theme in result.themes}
    figures = [each for each in tree.all("Figure") if any(each.alt.startswith(f"{name}:") for name in names)]

    assert len(figures) == len(names)
    headed = [each for sect in tree.all("Sect") for each in zip(sect.kids, sect.kids[1:], strict=False)]
    beside = [(head, figure) for head, figure in headed if figure in figures]
    assert len(beside) == len(names)
    assert all(len(figure.pages) == 1 and head.pages == figure.pages for head, figure in beside)


@pytest.mark.parametrize("options", [A4, LETTER], ids=["A4", "Letter"])
def test_no_page_of_the_sample_but_the_last_ends_early(options: ReportOptions) -> None:

    pdf = make_report(bellwater(), options).pdf
    with pikepdf.open(BytesIO(pdf)) as file:
        filled = [_lowest(page) for page in file.pages]
    height = SIZES[options.paper][1]

    assert all(below < 0.2 * height for below in filled[1:-1]), filled


def _lowest(page: pikepdf.Page) -> float:
    """How far above the page's lower edge the last text above the footer stands, in points."""
    found: list[float] = []
    down = 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tm":
            down = float(operands[5])
        if str(operator) in ("Tj", "TJ") and down > 60:
            found.append(down)
    return min(found)


def test_each_priority_has_a_page_of_its_own() -> None:
    for made in (northgate, bellwater, thirty_items):
        pages = pages_of(make_report(made(), A4).pdf)
        priorities = [page for page in pages if "PRIORITY" in page]
        assert len(priorities) == 3
        assert all("If this does not match what you know, ask before you act." in page for page in priorities)
        assert all("We will" in page and "The sign" in page for page in priorities)


def test_every_section_can_be_found_in_the_outline_of_the_file() -> None:
    found = bookmarks_of(make_report(northgate(), A4).pdf)

    for name in ("In one minute", "How to read this", "Theme by theme", "Leaders and staff", "Workshop", "Notes"):
        assert name in found


@pytest.mark.parametrize("edition", EDITIONS, ids=["leaders", "staff", "facilitator"])
def test_every_chart_says_in_words_what_it_shows_and_tables_have_headings(edition: Edition | None) -> None:
    tree = tree_of(make_report(northgate(), replace(A4, edition=edition)).pdf)

    assert all(figure.alt for figure in tree.all("Figure"))
    for table in tree.all("Table"):
        assert any(cell.scope for cell in table.all("TH"))


def test_the_facilitator_s_pages_are_the_leaders_pages_on_paper_laid_across() -> None:
    leaders, facilitator = (make_report(northgate(), replace(A4, edition=each)).pdf for each in EDITIONS[::2])

    theirs, ours = pages_of(leaders), pages_of(facilitator)
    assert len(theirs) == len(ours)
    assert all(set(page.split()) <= set(other.split()) for page, other in zip(theirs[1:], ours[1:], strict=True))
    with pikepdf.open(BytesIO(facilitator)) as file:
        sizes = {tuple(float(each) for each in page.mediabox)[2:] for page in file.pages}
    width, height = SIZES[A4.paper]
    assert [(round(wide), round(high)) for wide, high in sizes] == [(round(height), round(width))]


def test_notes_that_find_no_room_beside_their_page_are_carried_over_and_none_is_lost() -> None:
    result = northgate()
    long = {theme.theme.id: f"{theme.theme.id}-note " + "Ask for two recent examples. " * 25 for theme in result.themes}
    whole = words_of(make_report(replace(result, together=long), replace(A4, edition=Edition.FACILITATOR)).pdf)

    assert all(f"{theme_id}-note" in whole for theme_id in long)


def test_the_long_names_are_there_in_full() -> None:
    name = "Städtische Wohnungsgesellschaft " * 4

    assert name.strip() in words_of(make_report(named(name), A4).pdf)


def test_characters_without_a_font_stand_as_boxes_and_are_named() -> None:
    report = make_report(named("Ελληνική Łódź 北京"), A4)

    assert report.unprintable == ("北", "京")
    assert "Ελληνική Łódź 北京" in words_of(report.pdf)


@pytest.mark.parametrize("edition", EDITIONS, ids=["leaders", "staff", "facilitator"])
def test_the_same_result_gives_the_same_bytes(edition: Edition | None) -> None:
    options = replace(A4, edition=edition, accent="#7A1F5C", closing_words="Call us.")

    assert make_report(northgate(), options) == make_report(northgate(), options)


def test_meaning_survives_without_colour() -> None:
    """Leaders are a diamond and staff a circle, also in the alternative text of the key."""
    alts = [figure.alt for figure in tree_of(make_report(northgate(), A4).pdf).all("Figure")]

    assert "Leaders are a diamond. Staff are a circle." in alts
    assert any(" rare, " in alt for alt in alts)


def test_group_result_by_hand_prints_too() -> None:
    assert make_report(group_result(), A4).pages >= 10
