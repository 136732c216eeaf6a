"""Every pair of inks that is used together can be told apart, in both themes and with more contrast."""

import pytest

from trustcheck import assets
from trustcheck.ui.kit.look import InkSet, read_theme

TEXT = 4.5
PART = 3.0

TEXT_PAIRS = [
    ("ink", "canvas"), ("ink", "surface"), ("ink", "sunk"), ("ink", "accent_soft"), ("ink", "raised"),
    ("ink", "warn_soft"), ("ink", "danger_soft"),
    ("ink2", "canvas"), ("ink2", "surface"), ("ink2", "sunk"), ("ink2", "accent_soft"),
    ("ink3", "canvas"), ("ink3", "surface"), ("ink3", "sunk"), ("ink3", "accent_soft"),
    ("accent", "canvas"), ("accent", "surface"), ("accent", "sunk"), ("accent", "accent_soft"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("ok", "canvas"), ("ok", "surface"),
    ("warn", "surface"), ("warn", "warn_soft"), ("warn", "canvas"), ("warn", "sunk"),
    ("danger", "surface"), ("danger", "danger_soft"), ("danger", "canvas"),
]  # fmt: skip
PART_PAIRS = [
    ("line_strong", "canvas"), ("line_strong", "surface"), ("line_strong", "sunk"), ("line_strong", "accent_soft"),
    ("focus", "canvas"), ("focus", "surface"), ("focus", "sunk"), ("focus", "warn_soft"), ("focus", "danger_soft"),
    ("ok", "sunk"), ("warn", "warn_soft"), ("danger", "danger_soft"),
    ("now", "surface"), ("now", "band"), ("leaders", "surface"), ("staff", "surface"), ("last", "surface"),
]  # fmt: skip


def luminance(theme: InkSet, ink: str) -> float:
    parts = [theme.colour(ink).redF(), theme.colour(ink).greenF(), theme.colour(ink).blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: InkSet, one: str, other: str) -> float:
    lighter, darker = sorted((luminance(theme, one), luminance(theme, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def themes() -> list[InkSet]:
    read = [read_theme(assets.path("themes", f"{name}.toml")) for name in ("light", "dark")]
    return [*read, *(theme.more_contrast() for theme in read)]


@pytest.mark.parametrize("theme", themes(), ids=["light", "dark", "light, more contrast", "dark, more contrast"])
def test_every_text_can_be_read_on_every_plate_it_stands_on(theme: InkSet) -> None:
    weak = {pair: contrast(theme, *pair) for pair in TEXT_PAIRS if contrast(theme, *pair) < TEXT}
    assert weak == {}


@pytest.mark.parametrize("theme", themes(), ids=["light", "dark", "light, more contrast", "dark, more contrast"])
def test_every_mark_and_border_one_operates_can_be_seen(theme: InkSet) -> None:
    weak = {pair: contrast(theme, *pair) for pair in PART_PAIRS if contrast(theme, *pair) < PART}
    assert weak == {}


def test_screens_and_paper_name_the_same_inks() -> None:
    light, dark = (read_theme(assets.path("themes", f"{name}.toml")) for name in ("light", "dark"))
    paper = read_theme(assets.path("themes", "paper.toml"))
    assert set(light.inks) == set(dark.inks)
    assert set(paper.inks) <= set(light.inks)
