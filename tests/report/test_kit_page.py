"""The page of a kit: one file that goes nowhere, runs one script of ours, and takes words of others for words."""

import base64
import hashlib
import json
import os
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from tests.drill import with_cards
from tests.forms import FEW, few, order
from tests.kit import SECRET
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.bootstrap import build
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.reply_seal import public_of
from trustcheck.report.forms.kit_page import make_kit

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" ' & \u2028 {0} {name} "
INKS: dict[str, dict[str, str]] = {"light": {"canvas": "#FFFFFF"}, "dark": {"canvas": "#000000"}}


def page(of: FormOrder) -> str:
    return make_kit(of, public_of(SECRET), INKS).decode()


def told(text: str) -> dict[str, Any]:
    """What the script is told."""
    (found,) = re.findall(r'<script type="application/json" id="kit">(.*?)</script>', text, re.DOTALL)
    return dict(json.loads(found))


def known(kind: str, text: str) -> str:
    (inside,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
    return f"'sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}'"


def test_the_policy_lets_our_script_and_our_style_in_and_nothing_out() -> None:
    text = page(few())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)

    rules = dict(each.strip().split(" ", 1) for each in unescape(policy).split(";"))
    assert rules == {
        "default-src": "'none'",
        "script-src": known("script", text),
        "style-src": known("style", text),
        "connect-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_nothing_in_the_page_leads_out_of_it() -> None:
    text = page(few())

    assert not re.search(r"https?:|//[a-z]|url\(|@import|\bsrc=|\baction=|\bon[a-z]+=|style=", text.replace("// ", ""))
    assert set(re.findall(r'href="([^"]*)"', text)) == {f"#q{number}" for number in range(1, 9)}


def test_words_of_others_stay_words() -> None:
    asks = replace(FEW, frame=HOSTILE, title=HOSTILE)
    text = page(few(asks=asks, name=HOSTILE, leaders_are=HOSTILE, routes=HOSTILE))

    assert "alert(1)" in text
    assert "<img" not in text
    assert text.count("<script") == text.count("</script>") == 2
    assert HOSTILE.strip() in unescape(text)


def test_an_id_that_is_hostile_is_only_data() -> None:
    id_ = '"]</script><b>'
    asks = replace(
        FEW,
        items=tuple(replace(each, id=id_) if each.id == "A1" else each for each in FEW.items),
        order=tuple(id_ if each == "A1" else each for each in FEW.order),
        pulse=(),
    )
    text = page(few(asks=asks))

    assert "<b>" not in text
    assert told(text)["questions"][FEW.order.index("A1")] == {
        "name": f"q{FEW.order.index('A1') + 1}",
        "kind": "answers",
        "id": id_,
    }


def test_it_asks_what_the_other_ways_ask() -> None:
    leaders = told(page(few(Perspective.LEADER, guesses=True)))["questions"]
    staff = told(page(few(guesses=True)))["questions"]
    cards = told(page(few(asks=with_cards(FEW), drill=True)))["questions"]

    assert [each["id"] for each in staff] == list(FEW.order)
    assert [(each["kind"], each["id"]) for each in leaders[8:]] == [("guesses", "A"), ("guesses", "B")]
    assert {each["kind"] for each in cards} == {"answers", "drill"}


@pytest.mark.parametrize(("use", "there"), [(NotesUse.NONE, 0), (NotesUse.GROUP, 8)])
def test_there_is_room_for_notes_only_where_a_check_takes_them(use: NotesUse, there: int) -> None:
    assert page(few(notes=use)).count("<textarea") == there


def test_the_same_order_gives_the_same_page_and_no_word_of_the_private_key() -> None:
    text = page(few())

    assert text == page(few())
    assert base64.b64encode(SECRET).decode() not in text
    assert SECRET.hex() not in text


def test_it_speaks_as_its_questions_do() -> None:
    asks = FileCatalog().questionnaire("trust-and-openness", "de")
    text = build(os.environ).forms().make_kit(order(asks=asks), SECRET).decode()

    assert '<html lang="de' in text
    assert "Meine Antworten versiegeln und speichern" in text
    assert told(text)["words"]["open"] != told(page(few()))["words"]["open"]


def test_it_says_confidential_and_what_it_cannot_promise() -> None:
    text = page(few())

    assert "Confidential, as far as a program can keep it" in text
    assert "Whoever holds the e-mail with your file sees that you answered" in text
    assert "anonym" not in text.lower()
