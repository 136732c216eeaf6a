"""Catalogues of invented languages, made for one test: what the program says in a language it has never heard of."""

import ast
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from trustcheck import assets, words

PACKAGE = Path(__file__).resolve().parents[1] / "trustcheck"
TWO_FORMS = "nplurals=2; plural=(n != 1);"

Message = str | tuple[str, str]
"""A sentence, or the two of ``ngettext``."""


def write_catalogue(
    folder: Path, language: str, said: Mapping[Message, str | Sequence[str]], plurals: str = TWO_FORMS
) -> None:
    """``<language>/LC_MESSAGES/trustcheck.mo`` in ``folder``, as ``msgfmt`` would write it. A pair of sentences is said
    in as many as the language has plural forms.
    """
    header = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {plurals}\n"
    entries = {"": header} | {_joined(message): _joined(meant) for message, meant in said.items()}
    pairs = sorted((message.encode(), meant.encode()) for message, meant in entries.items())
    tables, texts = b"", b""
    start = 28 + 16 * len(pairs)
    for column in (0, 1):
        for pair in pairs:
            tables += struct.pack("<II", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    path = folder / language / "LC_MESSAGES" / "trustcheck.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start) + tables + texts)


def speak(folder: Path, wanted: Sequence[str]) -> str:
    """Speak one of the catalogues in ``folder``; what is spoken now."""
    return words.speak(wanted, assets.languages(folder), partial(assets.catalogue, folder))


@contextmanager
def spoken(folder: Path, language: str) -> Iterator[None]:
    """While inside, the program speaks a language; then English again."""
    assert speak(folder, (language,)) == language
    try:
        yield
    finally:
        speak(folder, (words.ENGLISH,))


def messages() -> set[Message]:
    """Every sentence in the code that a catalogue may hold."""
    found: set[Message] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                texts = tuple(ast.literal_eval(each) for each in node.args[:2])
                found.add(texts[0] if node.func.id == "_" else (texts[0], texts[1]))
    return found


def _joined(texts: str | Sequence[str]) -> str:
    return texts if isinstance(texts, str) else "\0".join(texts)


_ACCENTED = str.maketrans("aeiouAEIOUcn", "áëïöúÁËÏÖÚçñ")
_KEPT = re.compile(r"(\{\w*\}|<[^>]*>|&&|\w*\+\w+)")
"""What the program reads in a sentence: gaps, tags, keys."""


def lengthened(message: Message) -> str | list[str]:
    """A sentence in the invented language of :func:`write_longer_catalogue`: accented, and longer by two fifths."""
    if not isinstance(message, str):
        return [_longer(each) for each in message]
    return _longer(message)


def write_longer_catalogue(folder: Path, language: str) -> None:
    """Every sentence there is, as it would stand in a language that needs more room than English."""
    write_catalogue(folder, language, {each: lengthened(each) for each in messages()})


def _longer(sentence: str) -> str:
    """Each word grows by itself: a language that needs more room has longer words, not only more of them."""
    parts = _KEPT.split(sentence)
    return "".join(each if at % 2 else re.sub(r"[^\W\d_]{3,}", _longer_word, each) for at, each in enumerate(parts))


def _longer_word(found: re.Match[str]) -> str:
    word = found.group()
    more = round(len(word) * 0.4)
    return (word[:-1] + word[-1 - more : -1] + word[-1]).translate(_ACCENTED)
