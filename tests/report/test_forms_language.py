"""What people are handed speaks as its questions do: in the check's language, whatever the window says beside it."""

import os
from html import unescape
from io import BytesIO

from pypdf import PdfReader

from tests.catalogues import spoken
from tests.forms import CODE, order, setup, summary
from tests.kit import SECRET
from tests.report.reading import pages_of, squeezed
from trustcheck import assets
from trustcheck.bootstrap import build
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.collecting.form_words import FormCheck


def told(pdf: bytes) -> str:
    return squeezed(" ".join(pages_of(pdf)))


def test_forms_of_a_german_check_are_german_while_the_window_is_english() -> None:
    forms, asked = build(os.environ).forms(), FileCatalog().questionnaire("trust-and-openness", "de")
    german = order(asks=asked, form=Form.PULSE)

    for pdf in (forms.make_fillable(german, CODE), forms.make_paper(german, [CODE], lambda _done, _of: None).pdf):
        assert "Ich weiß es nicht" in told(pdf)
        assert "I don't know" not in told(pdf)
        assert PdfReader(BytesIO(pdf)).trailer["/Root"]["/Lang"] == "de"


def test_forms_of_an_english_check_are_english_while_the_window_is_german() -> None:
    with spoken(assets.path("locales"), "de"):
        pdf = build(os.environ).forms().make_fillable(order(form=Form.PULSE), CODE)

    assert "I don't know" in told(pdf)
    assert "Ich weiß es nicht" not in told(pdf)


def test_each_view_is_handed_its_own_language() -> None:
    asked, german = (
        FileCatalog().questionnaire("trust-and-openness"),
        FileCatalog().questionnaire("trust-and-openness", "de"),
    )
    chosen = setup(form=Form.PULSE, translated={Perspective.LEADER: german})
    check = FormCheck(summary(), chosen, asked, frozenset())
    forms = build(os.environ).forms()
    leaders, staff = (told(forms.make_fillable(check.order(each), CODE)) for each in chosen.perspectives)

    assert "Ich wei\u00df es nicht" in leaders
    assert "I don't know" not in leaders
    assert "I don't know" in staff


def test_each_view_is_handed_its_own_language_on_paper_and_on_the_page_for_a_browser() -> None:
    asked, german = (FileCatalog().questionnaire("trust-and-openness", each) for each in ("en-GB", "de"))
    chosen = setup(form=Form.PULSE, translated={Perspective.LEADER: german})
    check, forms = FormCheck(summary(), chosen, asked, frozenset()), build(os.environ).forms()

    for made in (
        lambda of: told(forms.make_paper(of, [CODE], lambda _done, _of: None).pdf),
        lambda of: unescape(forms.make_kit(of, SECRET).decode()),
    ):
        leaders, staff = (made(check.order(each)) for each in (Perspective.LEADER, Perspective.STAFF))
        assert all(each in leaders for each in ("Ich wei\u00df es nicht", german.scale[0]))
        assert asked.scale[0] not in leaders
        assert asked.scale[0] in staff
        assert german.scale[0] not in staff
