"""The preview: the pages of these very bytes, drawn where somebody looks, told to those who listen."""

import threading
from io import BytesIO

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.pdf_desk import STEPS, Fit, PdfSize
from trustcheck.ui.results.pdf_preview import PdfPreview

BLACK = 0xFF000000


def pdf(*words: str) -> bytes:
    """A document with one A4 page for each, with the words at its top and a black square in its lower left corner."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for line in words:
        canvas.drawString(72, 770, line)
        canvas.rect(0, 0, 60, 60, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def numbered(pages: int) -> bytes:
    return pdf(*(f"This is page {page}." for page in range(1, pages + 1)))


@pytest.fixture
def preview(qtbot: QtBot, look: Look) -> PdfPreview:
    shown = PdfPreview(look)
    shown.resize(640, 700)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def showing(preview: PdfPreview, content: bytes, qtbot: QtBot) -> PdfPreview:
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(content)
    qtbot.waitUntil(lambda: preview.sheet(preview.desk.page).has_picture)
    return preview


def test_every_page_lies_there_and_the_count_says_where_we_are(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(7), qtbot)

    assert preview.pages == 7
    assert preview.words == "1 of 7"


def test_a_page_is_drawn_as_wide_as_there_is_room_and_as_sharp_as_the_screen(preview: PdfPreview, qtbot: QtBot) -> None:
    sheet = showing(preview, numbered(2), qtbot).sheet(0)

    assert sheet.width() > 0.85 * preview.desk.viewport().width()
    assert sheet.sharp_width == round(sheet.width() * preview.devicePixelRatioF())
    assert sheet.height() / sheet.width() == pytest.approx(842 / 595, abs=0.01)


def test_what_is_drawn_is_what_stands_in_the_file(preview: PdfPreview, qtbot: QtBot) -> None:
    sheet = showing(preview, numbered(1), qtbot).sheet(0)

    picture = sheet.grab().toImage()

    assert picture.pixel(10, picture.height() - 10) == BLACK
    assert picture.pixel(10, 10) != BLACK


def test_pages_far_from_the_view_are_not_drawn(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(20), qtbot)

    assert preview.sheet(0).has_picture
    assert not preview.sheet(10).has_picture


def test_pictures_left_far_behind_are_forgotten_and_drawn_again_on_return(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(20), qtbot)

    qtbot.keyClick(preview.desk, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: preview.sheet(19).has_picture)
    assert not preview.sheet(0).has_picture

    qtbot.keyClick(preview.desk, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: preview.sheet(0).has_picture)


def test_page_down_and_up_turn_the_pages_and_end_and_home_go_to_the_ends(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(7), qtbot)
    seen = []

    for key in (
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_PageUp,
    ):
        qtbot.keyClick(preview.desk, key)
        seen.append(preview.words)

    assert seen == ["2 of 7", "3 of 7", "2 of 7", "7 of 7", "7 of 7", "1 of 7", "1 of 7"]


def test_a_screen_reader_hears_each_page_by_number_and_words(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(3), qtbot)
    qtbot.waitUntil(lambda: bool(preview.sheet(2).accessibleDescription()))

    said = QAccessible.queryAccessibleInterface(preview.sheet(2))

    assert said.text(QAccessible.Text.Name) == "Page 3 of 3"
    assert said.text(QAccessible.Text.Description).strip() == "This is page 3."


def test_the_name_of_the_preview_tells_the_page_in_view(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(7), qtbot)

    qtbot.keyClick(preview.desk, Qt.Key.Key_PageDown)

    assert preview.desk.accessibleName() == "Preview of the report, page 2 of 7"


def test_a_new_document_replaces_the_old_one_and_keeps_the_place(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(7), qtbot)
    qtbot.keyClick(preview.desk, Qt.Key.Key_PageDown)
    qtbot.keyClick(preview.desk, Qt.Key.Key_PageDown)

    showing(preview, numbered(9), qtbot)

    assert preview.words == "3 of 9"


def test_only_the_last_of_two_documents_handed_over_at_once_is_shown(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(numbered(4))

    showing(preview, numbered(2), qtbot)

    assert preview.pages == 2


def test_narrower_the_pages_are_drawn_anew(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(2), qtbot)
    before = preview.sheet(0).sharp_width

    preview.resize(400, 700)

    qtbot.waitUntil(lambda: 0 < preview.sheet(0).sharp_width < before)


def test_bytes_that_are_no_pdf_are_told_and_break_nothing(
    preview: PdfPreview, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(preview.unreadable):
        preview.show_pdf(b"not a PDF")

    showing(preview, numbered(1), qtbot)
    assert preview.pages == 1


def test_the_preview_can_go_while_its_pages_are_being_drawn(qtbot: QtBot, look: Look) -> None:
    around = QWidget()
    preview = PdfPreview(look)
    preview.setParent(around)
    preview.show_pdf(numbered(30))

    around.deleteLater()

    qtbot.waitUntil(lambda: not shiboken6.isValid(preview))
    assert not [each for each in threading.enumerate() if each.name.startswith("pdf")]


# -- how large the pages are


def test_ctrl_plus_and_minus_make_the_pages_larger_and_smaller_and_ctrl_0_fits_them(
    preview: PdfPreview, qtbot: QtBot
) -> None:
    fitted = showing(preview, numbered(3), qtbot).sheet(0).width()
    control = Qt.KeyboardModifier.ControlModifier

    qtbot.keyClick(preview.desk, Qt.Key.Key_Plus, control)
    larger = preview.sheet(0).width()
    assert larger > fitted
    assert preview.bar.size_said.text() == f"{preview.desk.percent} %"
    qtbot.keyClick(preview.desk, Qt.Key.Key_Minus, control)
    qtbot.keyClick(preview.desk, Qt.Key.Key_Minus, control)
    assert preview.sheet(0).width() < larger
    qtbot.keyClick(preview.desk, Qt.Key.Key_0, control)

    assert preview.sheet(0).width() == fitted
    assert preview.bar.fit.choice == 0


def test_while_the_preview_has_the_keyboard_these_keys_are_its_own_and_elsewhere_they_are_not(
    preview: PdfPreview, qtbot: QtBot
) -> None:
    pressed: list[str] = []
    for keys in ("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"):
        QShortcut(QKeySequence(keys), preview, lambda keys=keys: pressed.append(keys))
    other = QLineEdit(preview)
    other.show()
    showing(preview, numbered(2), qtbot)
    qtbot.waitActive(preview)
    control = Qt.KeyboardModifier.ControlModifier

    preview.desk.setFocus()
    before = preview.desk.percent
    QTest.keyClick(preview.window().windowHandle(), Qt.Key.Key_Plus, control)
    assert (pressed, preview.desk.percent > before) == ([], True)

    now = preview.desk.percent
    other.setFocus()
    QTest.keyClick(preview.window().windowHandle(), Qt.Key.Key_Plus, control)
    assert (pressed, preview.desk.percent) == (["Ctrl++"], now)


def test_a_whole_page_fits_into_the_view(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(3), qtbot)
    qtbot.mouseClick(preview.bar.fit.segments[1], Qt.MouseButton.LeftButton)

    assert preview.sheet(0).height() <= preview.desk.viewport().height()
    assert preview.sheet(0).height() > 0.9 * preview.desk.viewport().height() - 40
    preview.resize(640, 420)
    qtbot.waitUntil(lambda: preview.sheet(0).height() <= preview.desk.viewport().height())


def test_what_was_in_the_middle_stays_in_the_middle(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(9), qtbot)
    preview.desk.go_to(4)
    for step in (1, 1, 1, 1, -1, -1):
        preview.desk.step(step)
        assert preview.words == "5 of 9"
    preview.desk.show_size(PdfSize(Fit.NONE, 200))
    across = preview.desk.horizontalScrollBar()

    assert across.maximum() > 0
    assert across.value() == pytest.approx(across.maximum() / 2, abs=2)


def test_there_is_a_largest_and_a_smallest_and_wider_than_the_view_can_be_scrolled(
    preview: PdfPreview, qtbot: QtBot
) -> None:
    showing(preview, numbered(3), qtbot)
    for _press in range(20):
        qtbot.mouseClick(preview.bar.larger, Qt.MouseButton.LeftButton)
    assert preview.desk.percent == STEPS[-1]
    assert preview.desk.horizontalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: preview.sheet(preview.desk.page).sharp_width == preview.sheet(0).width())
    for _press in range(20):
        qtbot.mouseClick(preview.bar.smaller, Qt.MouseButton.LeftButton)

    assert preview.desk.percent == STEPS[0]


def test_large_pages_are_not_kept_in_numbers(preview: PdfPreview, qtbot: QtBot) -> None:
    showing(preview, numbered(20), qtbot)
    preview.desk.show_size(PdfSize(Fit.NONE, 300))
    qtbot.waitUntil(lambda: preview.sheet(0).sharp_width == preview.sheet(0).width())

    kept = preview.pages_kept(preview.desk.near())

    assert len(kept) <= len(preview.desk.near()) + 2
