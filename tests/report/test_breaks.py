"""Lines end where each script lets them end, and nowhere within a sign."""

import pytest

from trustcheck.report.pdf.breaks import clusters, unbroken


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("word", ["word"]),
        ("Zuverlässigkeit", ["Zuverlässigkeit"]),
        ("团队知道。", ["团", "队", "知", "道。"]),
        ("（总馆）见", ["（总", "馆）", "见"]),
        ("「図書館」です", ["「図", "書", "館」", "で", "す"]),
        ("チーム", ["チー", "ム"]),
        ("서울특별시", ["서울특별시"]),
        ("และคนใหญ่ไว้", ["และ", "คน", "ใหญ่", "ไว้"]),
        ("इतिहास", ["इतिहास"]),
    ],
)
def test_a_run_without_blanks_is_parted_where_a_line_may_end(text: str, parts: list[str]) -> None:
    assert list(unbroken(text)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("abc", ["a", "b", "c"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("क्षेत्र", ["क्षे", "त्र"]),
        ("g\u0303o", ["g\u0303", "o"]),
        ("می\u200cخو", ["م", "ی\u200c", "خ", "و"]),
        ("\u0301a", ["\u0301", "a"]),
        ("", []),
    ],
)
def test_what_stands_on_a_sign_stays_on_it(text: str, parts: list[str]) -> None:
    assert list(clusters(text)) == parts
