"""Where words that are wider than their room break."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.soft_breaks import broken_to_fit, fitting
from trustcheck.ui.kit.text import Text

PATH = "/home/ada/Documents/Northgate/answers.trustcheck"
WINDOWS = "C:\\Users\\Ada\\Documents\\Northgate\\answers.trustcheck"


def pieces(look: Look, words: str, room: str) -> list[str]:
    metrics = QFontMetricsF(look.font("body"))
    return broken_to_fit(words, metrics, metrics.horizontalAdvance(room)).split("\u200b")


def test_a_path_breaks_between_its_folders(look: Look, qtbot: QtBot) -> None:
    assert pieces(look, PATH, "answers.trustcheck  ") == [
        "/",
        "home/",
        "ada/",
        "Documents/",
        "Northgate/",
        "answers.trustcheck",
    ]
    assert pieces(look, WINDOWS, "answers.trustcheck  ")[-2:] == ["Northgate\\", "answers.trustcheck"]


def test_a_name_in_it_that_is_too_long_itself_breaks_anywhere(look: Look, qtbot: QtBot) -> None:
    broken = pieces(look, PATH, "Documents/ ")

    assert "Documents/" in broken
    assert broken[-3:] == ["e", "c", "k"]
    assert "".join(broken) == PATH


def test_a_place_that_grew_wider_gives_unbroken_words_the_lines_they_need(look: Look, qtbot: QtBot) -> None:
    words = f"A copy takes the place of {'Verordnungsentwurf' * 4}.trustcheck. What stands there now is set aside."
    narrow, wide = Text(look, words, "lead"), Text(look, words, "lead")
    for each in (narrow, wide):
        qtbot.addWidget(each)
        each.show()
    narrow.resize(160, 200)
    widest_word = look.width_of(words.split()[6], "lead")

    for width in range(widest_word + 10, widest_word + 200, 10):
        wide.resize(width, 200)
        assert narrow.heightForWidth(width) == wide.heightForWidth(width)


def test_no_short_word_stands_alone_in_the_last_of_several_lines(look: Look, qtbot: QtBot) -> None:
    words = "Nobody but you reads what you answer here, and nothing of it goes anywhere else."
    metrics = QFontMetricsF(look.font("body"))
    narrow = metrics.horizontalAdvance(words.removesuffix(" else.") + " ")

    assert fitting(words, metrics, narrow).endswith("anywhere\u00a0else.")
    assert fitting(words, metrics, metrics.horizontalAdvance(words)) == words, "one line has no last one"
    assert fitting(words, metrics, metrics.horizontalAdvance("anywhere")) == words, "no room to hold them together"


def test_words_to_be_copied_keep_the_spaces_that_were_written(look: Look, qtbot: QtBot) -> None:
    said = "Nobody but you reads what you answer here, and nothing of it goes anywhere else."
    words = Text(look, said)
    qtbot.addWidget(words)
    words.show()
    words.resize(int(QFontMetricsF(words.font()).horizontalAdvance(said)) - 20, 60)
    assert "\u00a0" in QLabel.text(words)

    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setText(said)

    assert "\u00a0" not in QLabel.text(words)
