"""A questionnaire back into the file it came from: what was edited changes there, and nothing else does.

Comments, order, quotes and layout of everything untouched stay as somebody wrote them. Entries come, go and move as
lines (:mod:`trustcheck.catalog.entries_of_a_file`); what changed inside one is set in a document that knows its
comments (``ruamel.yaml``), and of its text only the changed lines are taken over. Whatever comes of it is read again
before it is given back: a layout may be lost, a word never. Imports ruamel.yaml: import this module lazily.
"""

import textwrap
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import FoldedScalarString, ScalarString

from trustcheck.catalog.as_written import Plain, as_far_as_it_goes, plain
from trustcheck.catalog.document import Document
from trustcheck.catalog.entries_of_a_file import Lines, entry_list, section, with_entries
from trustcheck.catalog.questionnaire_rules import LISTS
from trustcheck.catalog.yaml_text import load
from trustcheck.domain.questionnaire.model import Questionnaire

_WIDTH = 118
_FOLD_FROM = 88
"""A text of more characters is folded over several lines."""
_IN_A_ROW = 10
_FLOW = ("scale", "bands", "order", "pulse", "when_practice_no")
"""Lists that are written in one line."""
_BY_PLACE = ("definitions", "before")
"""Lists whose entries have no id."""


def rewritten(text: str, wanted: Questionnaire) -> str:
    """``text`` with what differs in ``wanted``. A text that cannot be read, or is empty, is written anew."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    before = text.replace("\r\n", "\n")
    if says(before) == plain(wanted):
        return text
    found = _rewritten(before, plain(wanted))
    return found.replace("\n", line_end)


def says(text: str) -> Plain | None:
    """What a text says of a questionnaire, as plain values; ``None`` where it cannot be read."""
    document = load(text, "")
    if document.mistakes or not isinstance(document.data, dict):
        return None
    return plain(as_far_as_it_goes(document))


def written_anew(wanted: Plain) -> str:
    """A file of its own, each key after the other."""
    return _spaced([_section(key, value) for key, value in wanted.items()])


def _rewritten(text: str, wanted: Plain) -> str:
    if says(text) is None:
        return written_anew(wanted)
    try:
        lined = _with_lines(text, wanted)
        yaml = round_trip(lined)
        document = yaml.load(lined)
        untouched = dumped(document, yaml)
        _merge(document, wanted, top=True)
        touched = dumped(document, yaml)
    except (YAMLError, AttributeError, TypeError, ValueError, KeyError, IndexError):
        return written_anew(wanted)
    for found in (_laid_over(lined, untouched, touched), touched):
        if says(found) == wanted:
            return found
    return written_anew(wanted)


# Entries and keys that come and go, as lines.


def _with_lines(text: str, wanted: Plain) -> str:
    there = says(text) or {}
    for name in LISTS:
        if there.get(name) != wanted.get(name):
            text = _with_entries(text, name, wanted.get(name) or [])
    for name in _BY_PLACE:
        if name in there and name in wanted and _come_or_go(there[name], wanted[name]):
            text = _with_places(text, name, there[name], wanted[name])
    for key in (each for each in there if each not in wanted):
        document, lines = _read(text)
        start, end = section(document, lines, key)
        text = "".join(lines[:start] + lines[end:])
    for key in ("order", "pulse"):
        if key in there and key in wanted and there[key] != wanted[key]:
            text = _with_ids(text, key, wanted[key])
    document, _lines = _read(text)
    assert isinstance(document.data, dict)
    missing = [key for key in wanted if key not in document.data]
    return _spaced([text, *(_section(key, wanted[key]) for key in missing)])


def _with_ids(text: str, key: str, ids: Sequence[str]) -> str:
    """A list of ids in brackets, written anew as one."""
    document, lines = _read(text)
    start, end = section(document, lines, key)
    if not "".join(lines[start:end]).rstrip().endswith("]"):
        return text
    return "".join([*lines[:start], _section(key, ids), *lines[end:]])


def _section(key: str, value: Any) -> str:
    """A key at the top of a file with its value; ids ten to a line."""
    if key not in ("order", "pulse") or len(value) <= _IN_A_ROW:
        return dumped({key: _styled(value, key)})
    rows = (value[at : at + _IN_A_ROW] for at in range(0, len(value), _IN_A_ROW))
    return "".join((f"{key}:\n  [\n", *(f"    {', '.join(each)},\n" for each in rows), "  ]\n"))


def _with_entries(text: str, name: str, wanted: Sequence[Plain]) -> str:
    document, lines = _read(text)
    found = entry_list(document, lines, name)
    by_id = {each["id"]: each for each in wanted}
    if found is None or not wanted or len(by_id) < len(wanted):
        return text
    out = with_entries(found, list(by_id), lambda known, dash: _entry_lines(by_id[known], dash))
    text = "".join([*lines[: found.first], *out, *lines[found.end :]])
    return _with_keys(text, name, by_id)


def _with_places(text: str, name: str, there: Sequence[Any], wanted: Sequence[Any]) -> str:
    """Entries without ids: those that stay are found by what is in them."""
    document, lines = _read(text)
    names = [str(at) for at in range(len(there))]
    found = entry_list(document, lines, name, names)
    if found is None:
        return text
    kept = _matched(there, wanted)
    new = {f"new {at}": each for at, each in enumerate(wanted) if at not in kept}
    order = [names[kept[at]] if at in kept else f"new {at}" for at in range(len(wanted))]
    out = with_entries(found, order, lambda known, dash: _listed_lines(new[known], dash))
    return "".join([*lines[: found.first], *out, *lines[found.end :]])


def _come_or_go(there: Sequence[Any], wanted: Sequence[Any]) -> bool:
    """Whether it is more than other words in the same entries."""
    return len(there) != len(wanted) or any(one != other for one, other in _matched(there, wanted).items())


def _matched(there: Sequence[Any], wanted: Sequence[Any]) -> dict[int, int]:
    """By place in ``wanted`` the place of the same entry in ``there``."""
    one, other = ([repr(each) for each in some] for some in (there, wanted))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {second + at: first + at for first, second, size in blocks for at in range(size)}


def _listed_lines(entry: Any, dash: int) -> Lines:
    """An entry of a list, whose dash stands in this column."""
    lines = dumped({"_": [_styled(entry, "")]}).splitlines(keepends=True)[1:]
    return [" " * dash + each[2:] if each.strip() else each for each in lines]


def _with_keys(text: str, name: str, wanted: Mapping[str, Plain]) -> str:
    """Keys that an entry has not got yet, in lines behind its own: what stands behind them may be about the next."""
    document, lines = _read(text)
    found = entry_list(document, lines, name)
    assert isinstance(document.data, dict)
    if found is None:
        return text
    there = {each["id"]: each for each in document.data[name]}
    out: Lines = []
    for known, entry in found.entries.items():
        out += [*entry.lead, *entry.own]
        missing = {key: value for key, value in wanted[known].items() if key not in there[known]}
        if missing and entry.is_block:
            out += _indented(dumped({key: _styled(value, key) for key, value in missing.items()}), entry.column)
    return "".join([*lines[: found.first], *out, *lines[found.end :]])


def _entry_lines(entry: Plain, dash: int) -> Lines:
    lines = _indented(dumped(_styled(entry, "")), dash + 2)
    return [" " * dash + "- " + lines[0][dash + 2 :], *lines[1:]]


def _indented(text: str, column: int) -> Lines:
    return [(" " * column + each if each.strip() else each) for each in text.splitlines(keepends=True)]


def _read(text: str) -> tuple[Document, Lines]:
    if text and not text.endswith("\n"):
        text += "\n"
    return load(text, ""), text.splitlines(keepends=True)


def _spaced(parts: Sequence[str]) -> str:
    """Below each other, with an empty line around what is longer than one."""
    out = parts[0] if parts[0].endswith("\n") or not parts[0] else parts[0] + "\n"
    for each in parts[1:]:
        out += "\n" + each if each.count("\n") > 1 and out else each
    return out


# Values that change, in a document that knows its comments.


def round_trip(text: str = "") -> YAML:
    """Laid out as the text is: how far a list is indented under its key."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    flush = any(line.startswith("- ") for line in text.splitlines())
    yaml.indent(mapping=2, sequence=2 if flush else 4, offset=0 if flush else 2)
    return yaml


def dumped(document: Any, yaml: YAML | None = None) -> str:
    """A document with its comments as text."""
    out = StringIO()
    (yaml or round_trip()).dump(document, out)
    return out.getvalue()


def _merge(there: CommentedMap, wanted: Plain, *, top: bool = False) -> None:
    """Set what differs. A key that says nothing any more keeps its place: its comment may be about what follows."""
    for key in [] if top else list(there):
        if key not in wanted:
            _empty(there, key)
    for key, value in wanted.items():
        if key in there:
            there[key] = _merged(there[key], value, key)
        elif not top:
            there[key] = _styled(value, key)


def _empty(there: CommentedMap, key: str) -> None:
    old = there[key]
    if isinstance(old, bool):
        there[key] = False
    elif isinstance(old, str):
        there[key] = _merged(old, "", key)
    elif isinstance(old, CommentedSeq):
        there[key] = _merged_list(old, [], key)
    elif isinstance(old, CommentedMap) and key == "bands":
        _merge(old, {})
    elif old is not None:
        del there[key]


def _merged(old: Any, new: Any, key: str) -> Any:
    if isinstance(old, CommentedMap) and isinstance(new, dict):
        _merge(old, new)
        return old
    if isinstance(old, CommentedSeq) and isinstance(new, list):
        return _merged_list(old, new, key)
    if isinstance(new, str) and isinstance(old, str):
        return old if " ".join(old.split()) == new else in_the_style_of(old, new)
    return old if old == new and type(old) is type(new) else _styled(new, key)


def _merged_list(old: CommentedSeq, new: list[Any], key: str) -> Any:
    if len(old) != len(new):
        made = _styled(new, key)
        if old.fa.flow_style() is not None:
            made.fa.set_flow_style() if old.fa.flow_style() else made.fa.set_block_style()
        return made
    for at, each in enumerate(new):
        old[at] = _merged(old[at], each, key)
    return old


def in_the_style_of(old: Any, new: str) -> Any:
    """Quoted or folded as before, with the comment that stands behind."""
    if isinstance(old, FoldedScalarString) or (len(new) > _FOLD_FROM and type(old) is str):
        made = _folded(new)
    else:
        made = type(old)(new) if isinstance(old, ScalarString) and new else new
    if hasattr(old, "comment") and hasattr(made, "comment"):
        made.comment = old.comment
    return made


def _styled(value: Any, key: str) -> Any:
    """As a new value is written: a long text folded, a list of words in one line."""
    if isinstance(value, dict):
        return CommentedMap({name: _styled(each, name) for name, each in value.items()})
    if isinstance(value, list):
        listed = CommentedSeq([_styled(each, "") for each in value])
        if key in _FLOW:
            listed.fa.set_flow_style()
        return listed
    return _folded(value) if isinstance(value, str) and len(value) > _FOLD_FROM else value


def _folded(text: str) -> Any:
    """Over several lines; as it is where a line of it could be taken for something else."""
    lines = textwrap.wrap(text, _WIDTH - 14, break_long_words=False, break_on_hyphens=False)
    if " ".join(lines) != text or not text.isprintable():
        return text
    made: Any = FoldedScalarString(text)
    at = -1
    folds = []
    for each in lines[:-1]:
        at += len(each) + 1
        folds.append(at)
    made.fold_pos = folds
    return made


# Of what was written again only the lines that changed.


def _laid_over(text: str, untouched: str, touched: str) -> str:
    """``text`` with the changes from ``untouched`` to ``touched``: where the writing alone lays a line out otherwise,
    it stays as it was."""
    theirs, base, ours = (each.splitlines(keepends=True) for each in (text, untouched, touched))
    in_theirs, in_ours = _same(base, theirs), _same(base, ours)
    out: Lines = []
    at = (0, 0, 0)
    for line in sorted(in_theirs.keys() & in_ours.keys()):
        here = (line, in_theirs[line], in_ours[line])
        is_touched = base[at[0] : line] != ours[at[2] : here[2]]
        out += ours[at[2] : here[2]] if is_touched else theirs[at[1] : here[1]]
        out += theirs[here[1] : here[1] + 1]
        at = (line + 1, here[1] + 1, here[2] + 1)
    return "".join(out)


def _same(base: Lines, other: Lines) -> dict[int, int]:
    """By line of ``base`` the same line of ``other``; the end of one is the end of the other."""
    found = {len(base): len(other)}
    for first, second, size in SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks():
        found |= {first + at: second + at for at in range(size)}
    return found
