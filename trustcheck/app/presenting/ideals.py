"""What a theme or a pillar is about is written as it is where it is high: beside a number it must say so."""

from trustcheck.words import gettext as _


def high_looks_like(meaning: str) -> str:
    """The questionnaire's words marked as an ideal, never as a finding; empty where it says none."""
    return _("At its best: {meaning}").format(meaning=meaning) if meaning else ""
