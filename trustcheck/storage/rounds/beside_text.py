"""What one person said beside the questions, as the text of one column."""

import json
from typing import Any

from trustcheck.domain.questionnaire.answers import SaidBeside

AGREED = '{"dots":true%'
"""How the text of everybody begins who agreed to dots, as a pattern of SQL."""


def beside_text(beside: SaidBeside) -> str:
    """Empty where nothing was said. Equal values give equal texts: seals and joined files rest on them."""
    said: dict[str, Any] = {
        "dots": beside.dots,
        "guesses": dict(sorted(beside.guesses.items())),
        "drill": dict(sorted(beside.drill.items())),
    }
    kept = {name: each for name, each in said.items() if each}
    return json.dumps(kept, separators=(",", ":"), ensure_ascii=False) if kept else ""


def beside_from(text: str) -> SaidBeside:
    """Raises :class:`ValueError` for anything else, which is told as damage."""
    if not text:
        return SaidBeside()
    said: Any = json.loads(text)
    kinds = {"dots": bool, "guesses": dict, "drill": dict}
    if isinstance(said, dict) and all(type(each) is kinds.get(name) for name, each in said.items()):
        beside = SaidBeside(**said)
        if beside_text(beside) == text:
            return beside
    message = "not as it is written here"
    raise ValueError(message)
