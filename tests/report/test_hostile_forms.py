"""What an organiser writes stands on every form as it is: nothing in it acts, is loaded, or turns the line around."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdf
import pytest

from tests.forms import CODE, order
from tests.report.hostile_words import acting
from trustcheck import assets
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.report.forms.fillable import make_fillable_form, make_paper_forms

NAME = "The \u202ecnuoc\u202c \u200bTown <img src='/etc/passwd'/> & <b>Sons"
LEADERS = "we who <a href='file:///etc/passwd'>lead</a> \u2067here\u2069"
ROUTES = "room 12 <seq/> <onDraw name='showPage'/> \ufeff"
MAKERS: dict[str, Callable[[FormOrder], bytes]] = {
    "on paper": lambda wanted: make_paper_forms(wanted, [CODE]).pdf,
    "to fill in": lambda wanted: make_fillable_form(wanted, CODE),
}


@pytest.fixture
def hostile() -> FormOrder:
    return order(name=NAME, leaders_are=LEADERS, routes=ROUTES)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_hostile_words_stand_on_a_form_as_they_are(hostile: FormOrder, make: Callable[[FormOrder], bytes]) -> None:
    words = " ".join("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(make(hostile))).pages).split())

    assert "The cnuoc Town <img src='/etc/passwd'/> & <b>Sons" in words
    assert "<a href='file:///etc/passwd'>lead</a>" in words
    assert not set("\u202e\u202c\u200b\u2067\u2069\ufeff") & set(words)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_hostile_words_on_a_form_load_nothing_and_lead_nowhere(
    hostile: FormOrder, make: Callable[[FormOrder], bytes], heard: list[tuple[str, str]]
) -> None:
    heard.clear()
    made = make(hostile)

    ours = (str(assets.root() / "fonts"), str(assets.root() / "themes"))
    assert [each for each in heard if not each[1].startswith(ours) and not each[1].endswith((".py", ".pyc"))] == []
    with pikepdf.open(BytesIO(made)) as file:
        assert acting(file) == []
