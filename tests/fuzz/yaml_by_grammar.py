"""Questionnaires written in every way YAML has of writing one, with one thing in them that YAML or a questionnaire
cannot mean."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from tests.fuzz.door import Door
from tests.fuzz.text_doors import let_questionnaire_in
from tests.fuzz.yaml_by_hand import Raw, written

Way = tuple[str | int, ...]


def _questionnaire() -> dict[str, Any]:
    """One with every key there is."""
    told = {"this_week": "Ask.", "thirty_days": "Try.", "notice": "They ask.", "ask": "What changed?"}
    return {
        "format": Raw("1"),
        "id": "our-shop",
        "version": "1.0.0",
        "language": "en-GB",
        "title": "Our shop",
        "frame": "Think of the last three months.",
        "scale": ["Never", "Seldom", "Often", "Always"],
        "tokens": {"leaders": {"staff": "leaders here", "leader": "we leaders"}},
        "pillars": [{"id": "work", "name": "How we work", "to_reader": "Work", "meaning": "Days."}],
        "themes": [
            {
                "id": "AS", "pillar": "work", "name": "Asking", "meaning": "To ask.", "on_your_own": "x", "known": "y",
                "bands": {"rare": "a", "patchy": "b", "usual": "c", "consistent": "d"},
            },
        ],
        "items": [
            {"id": "AS1", "theme": "AS", "text": "{leaders} ask.", "meaning": "m"},
            {"id": "AS2", "theme": "AS", "text": "{leaders} look away.", "reverse": Raw("true")},
        ],
        "order": ["AS2", "AS1"],
        "pulse": ["AS1"],
        "practices": [
            {"id": "K1", "theme": "AS", "text": "Minutes.", "partly": "Some.", "note": "n", "quick_win": Raw("false")},
        ],
        "bands": [Raw("37.5"), Raw("62.5"), Raw("87.5")],
        "suggestions": [
            {
                "id": "S1", "theme": "AS", "title": "Ask", **told, "i_will": "I ask.", "we_will": "We ask.",
                "effort": Raw("2"), "evidence": "B", "source": "s", "listening": Raw("true"),
                "when_practice_no": ["K1"],
            },
        ],
        "definitions": [{"word": "Asking", "text": "To ask.", "only": "staff"}],
        "before": ["Nobody sees one person's answers."],
    }  # fmt: skip


# -- what may be amiss in it

ODD = (
    "yes", "Yes", "on", "NO", "null", "~", "", "0x1F", "0o17", "1e3", ".inf", "-.INF", ".nan", "1_000", "190:20:30",
    "2026-11-22", "2026-11-22T10:00:00Z", "12:30", "=", "<<", "!!int '3'", "!!str", "!!binary aGk=", "!local x",
    "!!set {a, b}", "!<tag:example.org,2026:x> y", "&a x", "*a", "&a [*a]", "{<<: {id: x}}", "? x", "? [a, b] : c",
    "[[[]]]", "{}", "[]", "{a: b, a: c}", "- x", "@x", "`x`", "%x", "'", '"', "|", ">", "#", "9" * 400, "-0", "+1",
    "01", "1.", ".5", "3.0", '"\\0"', '"\\ud800"', '"\\x1b[2J"', '"\\N\\_\\L\\P"', '"\\U00110000"', '"a\\\n  b"',
    "\ufeff", "\u2028", "{leaders}", '"{leaders"', '"{nobody} ask"', '"{0} {} {leaders!r} {leaders.staff:>9999999}"',
    '"{{leaders}}"', "AS", "AS1", "'" + "x" * 2001 + "'", "x " * 60_000, "0", "7", "true", "[1, 2, 3]",
    "[87.5, 62.5, 37.5]", "[.nan, 1, 2]", "[0, 50, 100]",
)  # fmt: skip
ODD_KEYS = (
    "Id", "id ", "<<", "~", "1", "true", "[a]", "{a: b}", "*a", "? a\n", "x" * 1025, "", "- id", "__class__",
    "!!str id",
)  # fmt: skip
MANY_PLACES = 5_000
LONG = 5_000
BEFORE = (
    "%YAML 1.1\n---\n", "%YAML 1.2\n---\n", "%YAML 9.9\n---\n", "%TAG ! tag:x,2026:\n---\n", "--- \n", "---\n---\n",
    "\ufeff", "# words\n", "\t", "...\n", "&a\n", "!!map\n", "? ", "- ", "[", "{", "--- |\n", "\n" * 3000,
)  # fmt: skip
AFTER = (
    "\n---\nformat: 1\n", "\n...\n", "\n...\nmore: 1\n", "\n}", "\n]", '\n"', "\n  - x", "\nformat: 1\n",
    "\nmore: &a [*a]\n",
)  # fmt: skip


def _places(value: Any, way: Way = ()) -> list[Way]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way] * bool(way) + [each for key, held in inner for each in _places(held, (*way, key))]


def _holder(whole: Any, way: Way) -> Any:
    for key in way[:-1]:
        whole = whole[key]
    return whole


def _odd_value(whole: Any, chance: Random) -> None:
    way = chance.choice(_places(whole))
    _holder(whole, way)[way[-1]] = Raw(chance.choice(ODD))


def _another_kind(whole: Any, chance: Random) -> None:
    way = chance.choice(_places(whole))
    held = _holder(whole, way)
    value = held[way[-1]]
    held[way[-1]] = chance.choice(([value], {"id": value}, {"x": value, "y": value}, [], {}, "words", [value] * 7))


def _without(whole: Any, chance: Random) -> None:
    way = chance.choice(_places(whole))
    del _holder(whole, way)[way[-1]]


def _another_key(whole: Any, chance: Random) -> None:
    way = chance.choice([each for each in _places(whole) if isinstance(each[-1], str)])
    held, old = _holder(whole, way), way[-1]
    new = Raw(chance.choice((*ODD_KEYS, str(old), str(old)[:-1])))
    held[new] = held[old]
    if chance.random() < 0.5:
        del held[old]


def _swapped(whole: Any, chance: Random) -> None:
    """One part, and all in it, in the place of another; not again and again, each time twice as large."""
    places = _places(whole)
    if len(places) < MANY_PLACES:
        one, other = chance.choice(places), chance.choice(places)
        _holder(whole, one)[one[-1]] = deepcopy(_holder(whole, other)[other[-1]])


def _many(whole: Any, chance: Random) -> None:
    """More entries than there may be, each with an id of its own or the same one; not of one that is a book itself."""
    key = chance.choice([each for each, held in whole.items() if isinstance(held, list) and held])
    one = whole[key][0]
    number = chance.choice((2, 6, 7, 31, 201, 600) if len(str(one)) < LONG else (2, 6))
    same = chance.random() < 0.3
    for at in range(number):
        entry = deepcopy(one)
        whole[key].append(entry if same or not isinstance(one, dict) or "id" not in one else {**entry, "id": f"N{at}"})


def _deep(whole: Any, chance: Random) -> None:
    way, levels = chance.choice(_places(whole)), chance.choice((3, 29, 33, 120, 900, 5000))
    opening, closing = chance.choice((("[", "]"), ("{a: ", "}"), ("[{a: [", "]}]"), ("- ", ""), ("? ", ""), ("[", "")))
    _holder(whole, way)[way[-1]] = Raw(opening * levels + "x" + closing * levels)


def _names_of_names(whole: Any, chance: Random) -> None:
    """Short names that stand for short names: each step is small, and all of it unfolded would not be."""
    way, steps = chance.choice(_places(whole)), chance.choice((1, 3, 12))
    each = [f"&n{at} [{', '.join([f'*n{at - 1}'] * chance.choice((1, 2, 9)) if at else ['x'])}]" for at in range(steps)]
    _holder(whole, way)[way[-1]] = Raw(f"[{', '.join(each)}]")


SHAPES: Sequence[Callable[[Any, Random], None]] = (
    _odd_value, _odd_value, _another_kind, _without, _another_key, _swapped, _many, _deep, _names_of_names,
)  # fmt: skip


def _margins(text: str, chance: Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "\t", "  ", "   \t", "- ", "\u00a0")) + lines[at].lstrip(chance.choice(("", " ")))
    return "\n".join(lines)


TEXTS: Sequence[Callable[[str, Random], str]] = (
    _margins,
    lambda text, chance: chance.choice(BEFORE) + text,
    lambda text, chance: text + chance.choice(AFTER),
    lambda text, chance: text[: chance.randrange(len(text) + 1)],
    lambda text, chance: text.replace("\n", chance.choice(("\r\n", "\r", "\x85", "\u2028", "\n\n", "\t\n", " # x\n"))),
)
CODINGS = ("utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1", "utf-7")


def _case(chance: Random) -> bytes:
    whole = _questionnaire()
    optional = ("order", "pulse", "practices", "suggestions", "definitions", "before")
    for key in chance.sample(optional, chance.randrange(6)):
        whole.pop(key, None)
        if key == "practices":
            whole.pop("suggestions", None)
    amiss = chance.choice(("shape", "shape", "shape", "shapes", "text", "coding", ""))
    if "shape" in amiss:
        for _each in range(chance.choice((2, 12)) if amiss == "shapes" else 1):
            _attempt(chance.choice(SHAPES), whole, chance)
    text = written(whole, chance)
    if amiss == "text":
        text = chance.choice(TEXTS)(text, chance)
    coding = chance.choice(CODINGS) if amiss == "coding" else "utf-8"
    return text.encode(coding, "replace")


def _attempt(shape: Callable[[Any, Random], None], whole: Any, chance: Random) -> None:
    """After many changes the place for another may be gone."""
    if all(isinstance(whole.get(key), list) and whole[key] for key in ("pillars", "themes", "items")):
        try:
            shape(whole, chance)
        except (KeyError, IndexError, TypeError):
            whole["more"] = Raw("x")


@cache
def _sound() -> bytes:
    return written(_questionnaire(), Random(1)).encode()


DOORS = {"questionnaire by its grammar": Door(_case, _sound, let_questionnaire_in)}
