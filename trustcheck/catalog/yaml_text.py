"""YAML as people mean it: only ``true`` and ``false`` are booleans, dates and times stay text, and every value keeps
its line. Anchors, aliases, tags, repeated keys and great depth are mistakes.

The values are built here from the parser's events, one after the other, so that a hostile file is given up at the
event that passes a limit, before it has become anything large. Imports PyYAML: import this module lazily.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from trustcheck.catalog.document import Digits, Document, Mistake, Path, SourcePlace, key_of
from trustcheck.catalog.reading import CONTROL
from trustcheck.words import gettext as _

DEPTH_LIMIT = 32
VALUE_LIMIT = 20_000
"""Keys and values of one file; the largest questionnaire that is allowed has about half as many."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def load(text: str, file: str) -> Document:
    """Read ``text``; everything that is wrong with it as YAML is in the document's ``mistakes``, nothing is raised."""
    document = Document(file)
    builder = _Builder(document)
    try:
        for event in _events(text):
            builder.take(event)
    except _Stop:
        document.whole = False
    except (yaml.YAMLError, ValueError, OverflowError) as wrong:
        document.whole = False
        document.mistakes.append(_syntax(wrong, text, file))
    return document


def _events(text: str) -> Iterator[yaml.Event]:
    """The C parser where it was built, as it is ten times as fast; the same events either way."""
    return yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _too_deep() -> str:
    return _("Brackets or indents are nested deeper than 32 levels.")


def _syntax(wrong: Exception, text: str, file: str) -> Mistake:
    """What the parser could not read, in our words; where a quote never ends, the line in which it begins."""
    problem = f"{getattr(wrong, 'context', '')} {getattr(wrong, 'problem', '')}"
    unended = "quoted scalar" in problem and "end of stream" in problem
    marks = (getattr(wrong, "context_mark", None), getattr(wrong, "problem_mark", None))
    mark = (marks[0] or marks[1]) if unended else (marks[1] or marks[0])
    at = mark.line if mark else 0
    line = "".join(text.splitlines()[at : at + 1])
    if unended:
        sentence = _("A quote begins here, and where it ends cannot be seen.")
    elif "nesting depth" in problem:
        # Newer parsers look ahead, and have a limit of their own behind ours.
        sentence = _too_deep()
    elif "\t" in line[: len(line) - len(line.lstrip())]:
        sentence = _("A tab stands here. Indent with spaces.")
    elif re.search(r":\s*\{", line):
        sentence = _("A text that begins with a curly bracket needs quotes round it.")
    elif "mapping values" in problem:
        sentence = _("A colon stands where none is expected. Put quotes round the text, or mend the indent.")
    else:
        sentence = _("The file cannot be understood from here on. Look for a missing quote, colon, bracket or indent.")
    return Mistake(file, at + 1, "", sentence)


class _Stop(Exception):
    """A limit was passed; the mistake is written down already."""


@dataclass(slots=True)
class _Frame:
    """A list or a mapping that is still open."""

    box: dict[str, object] | list[object]
    path: Path
    key: str | None = None
    drop: bool = False


class _Builder:
    """Takes events one by one and fills a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._open: list[_Frame] = []
        self._values = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(line, _("A second document begins here (---). One file holds one questionnaire."))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, line)

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        self._values += 1
        if self._values > VALUE_LIMIT:
            self._stop(line, _("The file holds far more than a questionnaire can. The rest was not read."))
        if event.anchor is not None:
            self._tell(line, _("Short names with & and * cannot be used. Write the text out where it is needed."))
        if getattr(event, "tag", None) is not None:
            self._tell(line, _("Types with ! cannot be used. Write the value alone."))
        frame = self._open[-1] if self._open else None
        if frame and isinstance(frame.box, dict) and frame.key is None:
            self._key(event, frame, line)
        else:
            self._value(event, frame, line)

    def _key(self, event: yaml.NodeEvent, frame: _Frame, line: int) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._tell(line, _("A key must be a single word."))
            raise _Stop
        key = self._checked(str(event.value), line)
        frame.key, frame.drop = key, key in frame.box
        path = (*frame.path, key)
        if frame.drop:
            first = self._document.places[path].line
            sentence = _("This key stands here twice; the first one is in line {line}.").format(line=first)
            self._document.mistakes.append(Mistake(self._document.file, line, self._named(path), sentence))
        self._document.places.setdefault(path, SourcePlace(self._document.file, line))

    def _value(self, event: yaml.NodeEvent, frame: _Frame | None, line: int) -> None:
        path = self._path(frame)
        self._document.places.setdefault(path, SourcePlace(self._document.file, line))
        value = self._read(event, line)
        if frame is None:
            self._document.data = value
        elif isinstance(frame.box, list):
            frame.box.append(value)
        else:
            if not frame.drop:
                frame.box[path[-1]] = value  # type: ignore[index]
            frame.key = None
        if isinstance(value, (dict, list)):
            if len(self._open) >= DEPTH_LIMIT:
                self._stop(line, _too_deep())
            self._open.append(_Frame(value, path))

    def _read(self, event: yaml.NodeEvent, line: int) -> object:
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        if not isinstance(event, yaml.ScalarEvent):
            return None
        text = self._checked(str(event.value), line)
        if event.style:
            return text
        return _WORDS[text] if text in _WORDS else Digits(text) if _NUMBER.fullmatch(text) else text

    def _path(self, frame: _Frame | None) -> Path:
        if frame is None:
            return ()
        if isinstance(frame.box, list):
            return (*frame.path, len(frame.box))
        return frame.path if frame.key is None else (*frame.path, frame.key)

    def _checked(self, text: str, line: int) -> str:
        """Escapes such as ``"\\0"`` bring in what the file itself may not hold."""
        if not CONTROL.search(text):
            return text
        self._tell(line, _("A control character stands in this text. Take it out."))
        return CONTROL.sub("", text)

    def _named(self, path: Path) -> str:
        return key_of(path, self._document.data)

    def _tell(self, line: int, sentence: str) -> None:
        path = self._path(self._open[-1]) if self._open else ()
        self._document.mistakes.append(Mistake(self._document.file, line, self._named(path), sentence))

    def _stop(self, line: int, sentence: str) -> None:
        self._tell(line, sentence)
        raise _Stop
