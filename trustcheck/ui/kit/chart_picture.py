"""A chart as a picture in the clipboard: the card it stands on, with its heading and its names, sharp on paper."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QRegion
from PySide6.QtWidgets import QMenu, QWidget

from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.focus_ring import Ring
from trustcheck.ui.kit.layout import Plate
from trustcheck.words import gettext as _

_SHARP = 3
"""Pixels of the picture for each on the screen: as many as print needs."""
_PER_METRE = round(96 * _SHARP / 0.0254)
"""So that it is pasted as large as it stands on the screen."""


def charts_on(page: QWidget) -> list[Plate]:
    """The cards of a page with a chart on them that can be seen, from top to bottom."""
    charts = (each for each in page.findChildren(ChartView) if each.isVisible() and each.scene is not None)
    return list(dict.fromkeys(card for chart in charts if (card := card_of(chart)) is not None))


def card_of(part: QWidget | None) -> Plate | None:
    """The card with a chart on it in which ``part`` stands, or which it is."""
    while part is not None:
        if isinstance(part, Plate) and any(each.isVisible() for each in part.findChildren(ChartView)):
            return part
        part = part.parentWidget()
    return None


def chart_meant(page: QWidget, focus: QWidget | None) -> Plate | None:
    """The chart that has the keyboard, or the only one of the page."""
    charts, at = charts_on(page), card_of(focus)
    if at is not None and page.isAncestorOf(at):
        return at
    return charts[0] if len(charts) == 1 else None


def picture_of(card: Plate) -> QImage:
    """The card as it stands there, without the ring of the keyboard."""
    rings = [each for each in card.window().findChildren(Ring) if each.isVisible()]
    for ring in rings:
        ring.hide()
    picture = QImage(card.size() * _SHARP, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(_behind(card))
    painter = QPainter(picture)
    card.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    for ring in rings:
        ring.show()
    picture.setDevicePixelRatio(1)
    picture.setDotsPerMeterX(_PER_METRE)
    picture.setDotsPerMeterY(_PER_METRE)
    picture.setText("Description", card.accessibleName())
    return picture


def copy_picture(card: Plate) -> None:
    """Put the picture into the clipboard and say so."""
    QGuiApplication.clipboard().setImage(picture_of(card))
    _say(card, _("The chart is in the clipboard as a picture."))


def copy_meant(page: QWidget, focus: QWidget | None) -> None:
    """Copy the chart that has the keyboard, or the only one there is; say what to do where neither is."""
    card = chart_meant(page, focus)
    if card is not None:
        copy_picture(card)
    elif charts_on(page):
        _say(page, _("There are several charts on this page. Go to one with Tab, or press it with the right button."))
    else:
        _say(page, _("There is no chart on this page."))


def offer_picture(card: Plate, at: QPoint) -> None:
    """The menu of a chart, at a point of the screen."""
    menu = QMenu(card)
    menu.addAction(_("Copy as a picture")).triggered.connect(lambda: copy_picture(card))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def _behind(card: Plate) -> QColor:
    """What is seen at the rounded corners."""
    return card.palette().color(card.window().backgroundRole())


def _say(part: QWidget, words: str) -> None:
    window = part.window()
    if hasattr(window, "say"):
        window.say(words, done=True)
