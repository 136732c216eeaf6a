"""Settings written in every way TOML has of writing a value, and now and then in one that it has not."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from random import Random

import tomli_w

from tests.fuzz.door import Door
from tests.fuzz.text_doors import let_settings_in, let_window_in
from trustcheck.settings import Settings, WindowState

KEYS = {"settings": tuple(asdict(Settings())), "window": (*asdict(WindowState()), "last_folder")}
USUAL = (
    '"light"', "'dark'", '"system"', "150", "1_25", "0x7d", "0o175", "0b1111101", "+100", "true", "false", "0", "3600",
    '"letter"', '"organisations"', '"Ada"', '"AdnQywAD"', '""', '"""Ada\n"""', "'''\nAda'''",
)  # fmt: skip
ODD = (
    "1.0", "1e2", "-1e-400", "1e400", "inf", "-inf", "nan", "-0", "99", "201", "9" * 300, "9" * 5000,
    "0x" + "f" * 4000, "2026-11-22", "2026-11-22T10:00:00Z", "2026-11-22 10:00:00.123456789012+23:59", "10:00:00",
    "0000-00-00", "2026-02-30", "9999-12-31T23:59:60Z", "0001-01-01T00:00:00+14:00", "2026-11-22T10:00:00+24:00",
    "[]", "{}", "[[[1]], 'a', {a = 1}]", "{look = 'light', text_size.a.b = 1}", "[1, 2,]", "[\n# words\n1\n]",
    '"\\u0000"', '"\\uD800"', '"\\U00110000"', '"\\u202e"', '"\\x41"', '"\\q"', '"a\\\n b"', '"""\\\n\n  a"""',
    '""""""""', "''''''''", '"' + "x" * 4097 + '"', "'" + "\u00e9" * 20_000 + "'", "tru", "True", "yes", "1__0", "_1",
    "01", "1.", ".5", "0x", "1e", "+", "'", '"', '"""', "[", "{", "[1, 2", "{a = 1", "{a = 1,}", "{a = 1\n}",
    "{a.b = 1, a = 2}", "{a = 1, a = 1}", "", "=", "# words", "[" * 400 + "]" * 400, "[" * 20_000, "{a = " * 5_000,
    "{" + ".".join(["a"] * 400) + " = 1}",
)  # fmt: skip
NAMES = (
    '"look"', "'look'", '"l\\u006fok"', "look.more", '"look.more"', '""', "''", "1", "-", "1.2", "\u00e9", "a b",
    '"a\nb"', "look ", "\tlook", '"""look"""', ".", "a.", ".a", "a..b", "a . b", "[look]", "look[0]", '"\\uD800"',
    "x" * 60_000, ".".join(["a"] * 499), ".".join(["a"] * 502), ".".join(["'a'"] * 499), "\x00", "\x7f",
)  # fmt: skip
LINES = (
    "[look]", "[[look]]", "[more]", "[[more]]", "[more.look]", "[more]\n[more]", "[[more]]\n[more]",
    "[more.a]\n[more]\na.b = 1", "more = []\n[[more]]", "more = {}\n[more.a]", "[a.b]\n[a]\nb = 1", "a.b = 1\na = 2",
    "a = 1\na.b = 2", "[a]\nb.c = 1\n[a.b]", "[]", "[[]]", "[a", "[a]]", "[ a . 'b' ]", "[a] b = 1", "# words \x01",
    "\x0c", "\u00a0", "\ufeff", "\u2028", "\r", "---", "look = 'light' look = 'dark'", "look : 'dark'", "look",
    "= 'dark'", "look = ", "look == 'dark'", "<<<<<<< here", "\t", "",
)  # fmt: skip
CODINGS = ("utf-8-sig", "utf-16", "latin-1", "utf-32", "utf-7")


def _usual_lines(keys: Sequence[str], chance: Random) -> list[str]:
    spaces, words = (" = ", "=", "  =\t"), ("", "", " # words")
    return [
        f"{each}{chance.choice(spaces)}{chance.choice(USUAL)}{chance.choice(words)}"
        for each in chance.sample(keys, chance.randrange(len(keys) + 1))
    ]


def _odd_value(lines: list[str], keys: Sequence[str], chance: Random) -> None:
    lines.append(f"{chance.choice((*keys, 'more'))} = {chance.choice(ODD)}")


def _odd_name(lines: list[str], _keys: Sequence[str], chance: Random) -> None:
    lines.append(f"{chance.choice(NAMES)} = {chance.choice(USUAL)}")


def _odd_line(lines: list[str], _keys: Sequence[str], chance: Random) -> None:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(LINES))


def _twice(lines: list[str], keys: Sequence[str], chance: Random) -> None:
    name = chance.choice(keys)
    lines += [f"{name} = {chance.choice(USUAL)}", f"{chance.choice((name, repr(name)))} = {chance.choice(USUAL)}"]


def _many(lines: list[str], keys: Sequence[str], chance: Random) -> None:
    """As many as the file may hold: keys, tables, tables in tables, values in lists."""
    number = chance.choice((30, 500, 5_000))
    each: Callable[[int], str] = chance.choice(
        (
            lambda at: f"more{at} = {at}",
            lambda at: f"[more{at}]",
            lambda _at: "[[more]]",
            lambda at: f"[more.a{at}.b]",
            lambda at: f"more.a{at} = 1",
            lambda at: f"[{'.'.join(['a'] * (400 + at % 90))}]\nb{at} = 1",
            lambda at: f"a{at}.{'.'.join(['b'] * 480)} = 1",
            lambda at: f"{chance.choice(keys)} = {at}" if at % number == 0 else f"m{at} = [{'[], ' * 10}]",
        )
    )
    lines += [each(at) for at in range(number)]
    del lines[1 : chance.choice((1, 1, len(lines) // 2))]


AMISS = (_odd_value, _odd_value, _odd_value, _odd_name, _odd_line, _twice, _many)


def _case(keys: Sequence[str], chance: Random) -> bytes:
    lines = _usual_lines(keys, chance)
    amiss = chance.choice(("line", "line", "line", "lines", "bytes", "coding", ""))
    for _each in range(chance.choice((2, 9)) if amiss == "lines" else amiss == "line"):
        chance.choice(AMISS)(lines, keys, chance)
    if chance.random() < 0.3:
        # The length decides what is done with it; there are more of those that are sound.
        lines.append("#" * chance.randrange(40))
    text = chance.choice(("\n", "\n", "\r\n", "\n\n")).join(lines) + chance.choice(("\n", ""))
    if amiss == "bytes":
        at = chance.randrange(len(text) + 1)
        odd = chance.choice((b"\xff", b"\xed\xa0\x80", b"\xc0\xaf", b"\0", b"\r", b"\x1f", b"\xe2\x82"))
        return text[:at].encode() + odd + text[at:].encode()
    return text.encode(chance.choice(CODINGS) if amiss == "coding" else "utf-8", "replace")


@cache
def _sound(name: str) -> bytes:
    return tomli_w.dumps(asdict(Settings() if name == "settings" else WindowState())).encode()


def _door(name: str, let_in: Callable[[Path], bool]) -> Door:
    keys = KEYS[name]
    return Door(
        lambda chance: _case(keys, chance),
        lambda: _sound(name),
        let_in,
        f"{name}.toml",
        changes_what_it_takes=True,
    )


DOORS = {
    "settings by their grammar": _door("settings", let_settings_in),
    "window state by its grammar": _door("window", let_window_in),
}
