"""Which chart is meant: the one in hand, or the only one that can be seen."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.finding import shown
from trustcheck.charts.two_dots import two_dots
from trustcheck.ui.kit.chart_picture import card_of, chart_meant, charts_on
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> Page:
    page = Page(look)
    words = Card(look)
    words.column.addWidget(Text(look, "Only words stand here."))
    page.column.addWidget(words)
    for _each in range(2):
        card = Card(look)
        for _row in range(3):
            card.column.addWidget(ChartView(look, two_dots((), 200)))
        page.column.addWidget(card)
    shown(page, qtbot)
    return page


def test_rows_of_one_card_are_one_chart_and_words_are_none(page: Page) -> None:
    assert len(charts_on(page)) == 2
    assert card_of(page.findChildren(Text)[0]) is None


def test_the_one_in_hand_is_meant_and_without_one_none_of_several(page: Page) -> None:
    first, second = charts_on(page)

    assert chart_meant(page, second.findChildren(ChartView)[1]) is second
    assert chart_meant(page, None) is None
    second.hide()
    assert chart_meant(page, None) is first
