"""The report as a Word document: what the paper says and no more, for readers and ears, with nobody's name in it."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from tests import drill
from tests.report.outline_words import figures, sentences
from tests.report.portraits import library_round
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import Edition, ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.round import Organisation
from trustcheck.report.maker import outline_of
from trustcheck.report.word.document import make_word_report

OPTIONS = ReportOptions(date(2026, 11, 30))


def made(result: PersonalResult | GroupResult, options: ReportOptions = OPTIONS) -> bytes:
    return make_word_report(result, options)


def words_of(document: WordDocument) -> str:
    paragraphs = document.element.body.iter(qn("w:p"))
    return " ".join(" ".join("".join(each.text or "" for each in one.iter(qn("w:t"))) for one in paragraphs).split())


@pytest.fixture(scope="module")
def personal() -> bytes:
    return made(result_of(library_round()))


@pytest.fixture(scope="module")
def group() -> bytes:
    return made(group_result_of(drill.group_round()))


def test_it_says_every_title_and_heading_as_a_real_heading(personal: bytes) -> None:
    document, outline = Document(BytesIO(personal)), outline_of(result_of(library_round()), OPTIONS)
    headings = [each.text for each in document.paragraphs if each.style is not None and each.style.name == "Heading 1"]

    assert headings == [each.title for each in outline.sections]
    assert outline.cover is not None
    assert document.paragraphs[0].text == outline.cover.title


def test_it_says_what_the_paper_says(personal: bytes) -> None:
    told, outline = words_of(Document(BytesIO(personal))), outline_of(result_of(library_round()), OPTIONS)

    lines = [" ".join(each.split()) for section in outline.sections for each in sentences(section.parts)]
    assert len(lines) > 100
    assert [each for each in lines if each not in told] == []


def test_signs_that_no_xml_holds_are_left_out_of_a_note_and_a_name() -> None:
    """A note pasted from a PDF brings them along; on paper they are not seen either."""
    check = library_round()
    item = next(iter(check.notes))
    named = replace(check.summary, organisation=Organisation(1, "The library\x01"))
    noted = replace(check, summary=named, notes={item: "One page\x0canother\x00 and\x08 more\ufffe"})
    told = words_of(Document(BytesIO(made(result_of(noted), replace(OPTIONS, prepared_by="Ines\x1b")))))

    assert "another and more" in told
    assert not set(told) & {*map(chr, range(32)), "\ufffe"}


def test_each_chart_has_its_sentence_its_pixels_and_its_vectors(group: bytes) -> None:
    document = Document(BytesIO(group))
    drawn = list(document.element.body.iter(qn("wp:inline")))
    told = [each.find(qn("wp:docPr")).get("descr") for each in drawn]

    assert all(told)
    outline = outline_of(group_result_of(drill.group_round()), OPTIONS)
    assert {each.sentence for each in figures(outline.sections)} <= set(told)
    with zipfile.ZipFile(BytesIO(group)) as packed:
        names = packed.namelist()
        assert sum(each.endswith(".svg") for each in names) == len(drawn)
        vectors = packed.read(next(each for each in names if each.endswith(".svg")))
    assert vectors.startswith(b"<svg ")
    assert b"<text " in vectors


def test_what_is_hidden_on_paper_stands_nowhere_in_it() -> None:
    few = group_result_of(drill.group_round(leaders=4))
    everything = words_of(Document(BytesIO(made(few))))

    assert "eaders usually expect" not in everything


@pytest.mark.parametrize("edition", [Edition.STAFF, Edition.FACILITATOR])
def test_every_edition_of_a_group_can_be_a_document(edition: Edition) -> None:
    document = Document(
        BytesIO(made(group_result_of(drill.group_round()), ReportOptions(date(2026, 11, 30), edition=edition)))
    )

    assert len(document.paragraphs) > 10


def test_nobody_is_named_as_its_author_and_no_clock_stands_in_it(personal: bytes) -> None:
    about = Document(BytesIO(personal)).core_properties

    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert (about.created, about.modified) == (about.created, about.created)
    assert about.created is not None
    assert about.created.date() == date(2026, 11, 30)
    assert {each.date_time[:3] for each in zipfile.ZipFile(BytesIO(personal)).infolist()} == {(1980, 1, 1)}
    assert made(result_of(library_round())) == personal
    assert b"python-docx" not in b"".join(zipfile.ZipFile(BytesIO(personal)).read("docProps/core.xml").split())


def test_a_table_says_again_on_each_page_what_its_columns_are(personal: bytes) -> None:
    tables = list(Document(BytesIO(personal)).element.body.iter(qn("w:tblHeader")))

    assert tables
