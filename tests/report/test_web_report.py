"""The report for a browser: what the paper says and no more, by itself in one file, with nothing in it that acts."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests import drill
from tests.report.hostile_words import CORPUS
from tests.report.outline_words import figures, sentences
from tests.report.portraits import library_round
from tests.room import chromium
from tests.room.chromium import Chromium
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import Edition, ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.round import Organisation
from trustcheck.report.maker import outline_of
from trustcheck.report.web.page import make_web_report

OPTIONS = ReportOptions(date(2026, 11, 30))
FACILITATOR = replace(OPTIONS, edition=Edition.FACILITATOR)


class Read(HTMLParser):
    """A page as a reader without a screen takes it in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[str, str]] = []
        self._said: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.said = " ".join(" ".join(self._said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((tag, ""))
        if tag not in ("br", "meta", "img", "link"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "an element that is not closed"

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self._said.append(data)
        if self._open and self._open[-1] in ("h1", "h2", "h3", "h4"):
            level, before = self.headings[-1]
            self.headings[-1] = (level, before + data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for each, attributes in self.tags if each == tag]


def page_of(result: PersonalResult | GroupResult, options: ReportOptions = OPTIONS) -> str:
    return make_web_report(result, options).decode()


@pytest.fixture(scope="module")
def group() -> str:
    return page_of(group_result_of(drill.group_round()))


@pytest.mark.parametrize("options", [OPTIONS, FACILITATOR], ids=["leaders", "facilitator"])
def test_it_says_what_the_paper_says(options: ReportOptions) -> None:
    result = group_result_of(drill.group_round())
    read, outline = Read(page_of(result, options)), outline_of(result, options)

    here = {"cover", *(each.id for each in outline.sections)}
    notes = [part for known, each in outline.beside.items() if known in here for part in each]
    lines = [*(each for section in outline.sections for each in sentences(section.parts)), *sentences(notes)]
    assert len(lines) > 100
    assert [each for each in (" ".join(line.split()) for line in lines) if each not in read.said] == []


def test_whoever_jumps_from_heading_to_heading_finds_every_section_and_no_step_left_out(group: str) -> None:
    read = Read(group)
    outline = outline_of(group_result_of(drill.group_round()), OPTIONS)

    assert [each for each in read.headings if each[0] == "h2"] == [("h2", each.title) for each in outline.sections]
    levels = [int(level[1]) for level, _words in read.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(then <= now + 1 for now, then in pairwise(levels))
    led_to = {each["href"].removeprefix("#") for each in read.all("a")}
    assert led_to == {each.id for each in outline.sections} == {each["id"] for each in read.all("section")}


def test_each_chart_says_its_sentence_and_stands_there_as_a_table_too(group: str) -> None:
    read = Read(group)
    drawn = list(figures(outline_of(group_result_of(drill.group_round()), OPTIONS).sections))

    assert drawn
    named = {each["aria-label"] for each in read.all("svg")}
    assert {each.sentence for each in drawn} <= named
    assert all(each["role"] == "img" for each in read.all("svg"))
    for scene in drawn:
        assert all(cell in read.said for row in scene.table.rows for cell in row)


def test_what_is_hidden_on_paper_stands_nowhere_in_it() -> None:
    assert "eaders usually expect" in page_of(group_result_of(drill.group_round()))
    assert "eaders usually expect" not in page_of(group_result_of(drill.group_round(leaders=4)))


def test_it_needs_nothing_from_anywhere_and_no_script_stands_in_it(group: str) -> None:
    read = Read(group)

    assert "script" not in {tag for tag, _attributes in read.tags}
    (policy,) = [each["content"] for each in read.all("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    outside = [
        value
        for _tag, attributes in read.tags
        for name, value in attributes.items()
        if name in ("src", "href", "action", "data", "srcset") and not value.startswith("#")
    ]
    assert outside == []
    assert not re.search(r"url\(|@import|\bon[a-z]+=", group)


@pytest.mark.parametrize("words", CORPUS.values(), ids=CORPUS)
def test_words_that_would_act_are_only_read(words: str) -> None:
    check = library_round()
    plain = Read(page_of(result_of(check)))
    named = replace(check, summary=replace(check.summary, organisation=Organisation(1, words)))
    read = Read(page_of(result_of(named), replace(OPTIONS, prepared_by=words)))

    assert " ".join(words.split()) in read.said
    assert [tag for tag, _attributes in read.tags] == [
        *(tag for tag, _attributes in Read(page_of(result_of(check), replace(OPTIONS, prepared_by="x"))).tags)
    ]
    assert len(read.headings) == len(plain.headings)


def test_the_same_report_is_the_same_bytes_and_says_no_clock(group: str) -> None:
    assert page_of(group_result_of(drill.group_round())) == group
    assert not re.search(r"\b\d{1,2}:\d{2}\b", Read(group).said)
    assert "generator" not in group


@pytest.mark.skipif(chromium.PROGRAM is None, reason=chromium.MISSING)
def test_a_browser_shows_it_from_the_disk_by_day_and_in_the_evening(tmp_path: Path, group: str) -> None:
    """With its style, which the policy lets in; nothing is wider than a phone but what can be moved aside."""
    path = tmp_path / "report.html"
    path.write_text(group)
    browser = Chromium(tmp_path / "profile")
    try:
        grounds = []
        for dark in (False, True):
            phone = browser.phone(dark=dark)
            phone.opens(path.as_uri())
            phone.waits(lambda phone=phone: phone.finds("document.readyState") == "complete")
            grounds.append(phone.finds("getComputedStyle(document.documentElement).backgroundColor"))
            assert phone.finds("document.documentElement.scrollWidth <= window.innerWidth")
            assert phone.finds("document.querySelectorAll('svg').length") > 10
        assert len(set(grounds)) == 2
        assert [each for each in browser.said("Log.entryAdded") if each["entry"]["level"] == "error"] == []
    finally:
        browser.close()
