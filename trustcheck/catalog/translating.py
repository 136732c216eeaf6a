"""A translation of one's own questionnaire as sentences beside those of the original, and back into its file.

What somebody wrote around the sentences (comments, quotes) stays. Imports ruamel.yaml: import this module lazily.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from trustcheck.app.authoring.translating import Sentence
from trustcheck.catalog.document import Document, Path, key_of
from trustcheck.catalog.questionnaire_shape import as_text
from trustcheck.catalog.rewriting import dumped, in_the_style_of, round_trip
from trustcheck.catalog.translated import KNOWN_BY, SIDES, laid_over, sentence_paths
from trustcheck.catalog.yaml_text import load


def sentences_in(original: str, translated: str) -> tuple[Sentence, ...]:
    """Every sentence of the file ``original``, with what the file ``translated`` says there."""
    document, said = load(original, ""), load(translated, "")
    laid = laid_over(document, said)
    missing = set(laid.missing)
    if not isinstance(said.data, dict):
        return tuple(Sentence(key, words) for _path, key, words in _all(document))
    return tuple(
        Sentence(key, words, "" if key in missing else _one_line(_at(_laid(laid.document.data, said.data, path), path)))
        for path, key, words in _all(document)
    )


def _laid(laid: object, said: object, path: Path) -> object:
    """The words of the two sides are those of the translation alone: the original's would stand in for them."""
    return said if path[0] == "tokens" else laid


def written(original: str, translated: str, language: str, words: Mapping[str, str]) -> str:
    """``translated`` with ``words`` by place, and no sentence where there are none; an empty text is begun."""
    document = load(original, "")
    yaml = round_trip(translated)
    try:
        there = yaml.load(translated) or CommentedMap()
    except YAMLError:
        there = CommentedMap()
    there = there if isinstance(there, CommentedMap) else CommentedMap()
    assert isinstance(document.data, dict)
    for key, value in (("id", document.data.get("id")), ("version", document.data.get("version"))):
        there[key] = in_the_style_of(there.get(key, ""), str(as_text(value)))
    there["language"] = in_the_style_of(there.get("language", ""), language)
    for path, key, _words in _all(document):
        _put(there, document.data, path, words.get(key, ""))
    return dumped(there, yaml)


def _all(document: Document) -> Iterator[tuple[Path, str, str]]:
    data = document.data if isinstance(document.data, dict) else {}
    for path, words in (*sentence_paths(data), *_of_tokens(data)):
        yield path, key_of(path, data), _one_line(words)


def _of_tokens(data: Mapping[str, object]) -> Iterator[tuple[Path, str]]:
    tokens = data.get("tokens")
    for name, each in tokens.items() if isinstance(tokens, dict) else ():
        for side in SIDES if isinstance(each, dict) else ():
            yield ("tokens", name, side), str(as_text(each.get(side)) or "")


def _one_line(words: object) -> str:
    return " ".join(str(as_text(words) or "").split())


def _at(data: object, path: Path) -> object:
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return ""
    return data


def _put(there: Any, original: Any, path: Path, words: str) -> None:
    """Set the words at a place of the translation, whose entries are found by what they are known by."""
    step, rest = path[0], path[1:]
    if not rest:
        if isinstance(step, int):
            there[step] = in_the_style_of(there[step], words)
        elif words or step in there:
            there[step] = in_the_style_of(there.get(step, ""), words)
        return
    kind = CommentedSeq if isinstance(original[step], list) else CommentedMap
    if not isinstance(there.get(step), kind):
        if not words:
            return
        there[step] = kind()
    inside, inner = there[step], original[step]
    if isinstance(inner, list) and isinstance(rest[0], int):
        place = _entry(inside, inner, rest[0], KNOWN_BY.get(str(step), "id"))
        _put(inside, inner, (place,), words) if len(rest) == 1 else _put(inside[place], inner[rest[0]], rest[1:], words)
    else:
        _put(inside, inner, rest, words)


def _entry(inside: CommentedSeq, inner: list[Any], at: int, known_by: str) -> int:
    """Where the translation has what the original has at ``at``; made where it is not there."""
    known = inner[at].get(known_by) if isinstance(inner[at], dict) else None
    if known is None:
        while len(inside) <= at:
            inside.append("")
        if isinstance(inner[at], dict) and not isinstance(inside[at], CommentedMap):
            inside[at] = CommentedMap()
        return at
    wanted = str(as_text(known))
    names = [str(each.get(known_by)) if isinstance(each, dict) else "" for each in inside]
    if wanted not in names:
        inside.append(CommentedMap({known_by: int(wanted) if known_by == "rung" else wanted}))
        return len(inside) - 1
    return names.index(wanted)
