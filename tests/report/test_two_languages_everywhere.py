"""Where leaders and staff read two languages, whatever carries their numbers says that the words may matter."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from docx import Document

from tests.group_builders import LEADER, both, group_result, setup
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import ReportOptions
from trustcheck.app.presenting.group_banners import words_may_matter
from trustcheck.app.store.export_model import Belongings, Parcel
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.exchange.exports.formats import export_bytes, formats
from trustcheck.report.slides.deck import make_slides
from trustcheck.report.web.page import make_web_report
from trustcheck.report.word.document import make_word_report

SAID = "Leaders answered in German, staff in English: part of a difference may be the words."
OPTIONS = ReportOptions(date(2026, 11, 30))


def in_two_languages() -> GroupRound:
    alike = both()
    german = replace(alike.questionnaire, language="de")
    return replace(alike, setup=replace(alike.setup, translated={LEADER: german}))


def exported(of: GroupRound, format_id: str) -> bytes:
    wanted = next(each for each in formats() if each.id == format_id)
    return export_bytes(Parcel((Belongings("Northgate", checks=(closed_check(of),)),)), wanted)


def inside(package: bytes) -> str:
    with zipfile.ZipFile(BytesIO(package)) as parts:
        return " ".join(unescape(parts.read(each).decode()) for each in parts.namelist() if each.endswith(".xml"))


def word(of: GroupRound) -> str:
    document = Document(BytesIO(make_word_report(group_result_of(of), OPTIONS)))
    return " ".join(each.text for each in document.paragraphs)


def web(of: GroupRound) -> str:
    made = make_web_report(group_result_of(of), OPTIONS)
    return unescape(made.decode())


def slides(of: GroupRound) -> str:
    return inside(make_slides(group_result_of(of), OPTIONS))


def workbook(of: GroupRound) -> str:
    return inside(exported(of, "xlsx"))


def lines(of: GroupRound) -> str:
    return exported(of, "csv").decode("utf-8-sig")


def document(of: GroupRound) -> str:
    return exported(of, "json").decode()


@pytest.mark.parametrize("made", [word, web, slides, workbook, lines, document])
def test_it_stands_there_where_the_languages_differ_and_nowhere_else(made: Callable[[GroupRound], str]) -> None:
    assert SAID in made(in_two_languages())
    assert SAID not in made(both())


def test_it_is_not_said_of_one_view_alone_nor_where_both_read_the_same_translation() -> None:
    shown = group_result()
    german = replace(shown.questionnaire, language="de")
    alone = replace(setup(6, 14), perspectives=(LEADER,), translated={LEADER: german})
    same = replace(shown.setup, translated=dict.fromkeys(shown.setup.perspectives, german))

    assert words_may_matter(replace(shown, setup=alone)) == ""
    assert words_may_matter(replace(shown, setup=same)) == ""
