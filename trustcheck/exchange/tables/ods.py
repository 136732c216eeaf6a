"""The sheets of an OpenDocument workbook, row by row: no program's cells are expanded before they are looked at.

Read here and not by the reader of other workbooks: that one refuses what Gnumeric writes, and tells neither which rows
are hidden nor which cells hold an error.
"""

import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat

from trustcheck.app.ports import Cancelled, Refused
from trustcheck.exchange.tables.sheet_rows import NumberedRows, SheetRows
from trustcheck.exchange.tables.sheet_xml import TagWatch, unreadable
from trustcheck.exchange.tables.text_tables import MOST_COLUMNS, MOST_ROWS, too_many_columns, too_many_rows
from trustcheck.exchange.tables.xlsx import MOST_UNPACKED, damaged, is_within_limits, unpacks_too_far
from trustcheck.words import gettext as _

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_MOST_OF_A_MANIFEST = 1024 * 1024
_PIECE = 256 * 1024
_LONGEST_CELL = 100_000
"""Letters; what stands beyond them is no answer and no heading."""
_ROWS_OF_A_SHEET = 1_048_576
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _TEXT, _OFFICE, _STYLE = (f"{_OASIS}{each}:1.0 " for each in ("table", "text", "office", "style"))
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_ROW, _REPEATED, _FORMULA = _TABLE + "table-row", _TABLE + "number-columns-repeated", _TABLE + "formula"
_KIND, _VALUE, _CALC_KIND = _OFFICE + "value-type", _OFFICE + "value", _CALC + "value-type"
_OF_ROWS = {_TABLE + each for each in ("table-rows", "table-row-group", "table-header-rows")}
_DEEPEST = 200
"""Elements within one another; a sheet has some ten."""


def is_locked(packed: zipfile.ZipFile) -> bool:
    """Whether the parts are encrypted: what is in them looks like noise."""
    if _MANIFEST not in packed.namelist():
        return False
    with packed.open(_MANIFEST) as part:
        return b"encryption-data" in part.read(_MOST_OF_A_MANIFEST)


def sheets_of_ods(content: bytes, name: str, still_wanted: Callable[[], None]) -> Iterator[SheetRows]:
    """Every sheet, in the order of the workbook; the rows of one have to be read before the next is asked for.

    ``still_wanted`` is called now and then, and may raise ``Cancelled``. Raises :class:`Refused` where the file is
    damaged, or larger than a table can be.
    """
    reading = _Reading(_pieces(content, name, still_wanted), name)
    sheet = reading.next_sheet()
    if sheet is None:
        raise Refused(
            _("{name} is an OpenDocument workbook in which no worksheet can be found.").format(name=name),
            _("Nothing was taken."),
            _("Choose the file with the answers."),
        )
    while sheet is not None:
        yield SheetRows(sheet.name, reading.rows(), 1, is_hidden=sheet.is_hidden, hidden=sheet.hidden)
        sheet = reading.next_sheet()


def _pieces(content: bytes, name: str, still_wanted: Callable[[], None]) -> Iterator[bytes]:
    """The text of the sheets, unpacked within limits, in whole tags."""
    watch = _NothingDeclared(name)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            part = packed.getinfo(_CONTENT)
            if part.file_size > MOST_UNPACKED or not is_within_limits(part):
                raise unpacks_too_far(name)
            with packed.open(part) as source:
                while piece := source.read(_PIECE):
                    still_wanted()
                    yield watch.look_at(piece)
        yield watch.settle()
    except (Refused, Cancelled, MemoryError):
        raise
    except Exception as problem:
        # Whatever it is that a broken archive breaks.
        raise damaged(name) from problem


class _NothingDeclared(TagWatch):
    def watch(self, text: bytes) -> None:
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise unreadable(self.name)


@dataclass
class _Sheet:
    name: str
    is_hidden: bool
    hidden: set[int] = field(default_factory=set)
    """The numbers of the rows nobody sees, as far as they have been read."""


@dataclass(slots=True)
class _Cell:
    """One cell while it is open, and how often it is repeated."""

    times: int
    value: str
    """What it holds where it is a number or a day; otherwise it holds its text."""
    formula: str
    is_error: bool
    has_value: bool
    lines: list[str] = field(default_factory=list)
    length: int = 0

    def shown(self) -> str:
        text = "\n".join(self.lines).strip()
        says_error = text.startswith(("#", "Err:"))
        if self.is_error or (self.formula and says_error):
            return text if says_error else "#" + (text or "N/A")
        if self.formula and not self.has_value and not text:
            return "=" + self.formula
        return self.value or text


class _Reading:
    """Takes pieces of XML in, and gives sheets and rows out as soon as they are whole."""

    def __init__(self, pieces: Iterable[bytes], name: str) -> None:
        self._pieces, self._name = iter(pieces), name
        self._found: deque[_Sheet | tuple[int, list[str]]] = deque()
        self._hidden_styles: set[str] = set()
        self._path: list[str] = []
        self._sheet = _Sheet("", is_hidden=False)
        # How deep that stands which is open, 0 where none is; beside a cell's own words stand remarks and pictures.
        self._sheet_depth = self._row_depth = self._cell_depth = self._beside_depth = 0
        self._has_ended = False
        self._style, self._line, self._times, self._is_hidden = "", 0, 1, False
        self._row: list[str] | None = None
        self._rows, self._blanks = 0, 0
        self._cell: _Cell | None = None
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._say
        self._parser = parser

    def next_sheet(self) -> _Sheet | None:
        """The next one; the rows of the one before are passed over where nobody read them."""
        while (found := self._next()) is not None:
            if isinstance(found, _Sheet):
                return found
        return None

    def rows(self) -> NumberedRows:
        """The rows of the sheet that was asked for last."""
        while (found := self._next()) is not None:
            if isinstance(found, _Sheet):
                self._found.appendleft(found)
                return
            yield found

    def _next(self) -> "_Sheet | tuple[int, list[str]] | None":
        while not self._found and not self._has_ended:
            piece = next(self._pieces, None)
            self._has_ended = piece is None
            try:
                self._parser.Parse(piece or b"", self._has_ended)
            except (expat.ExpatError, LookupError, ValueError) as problem:
                # Broken, or in an encoding that is none, or none that this parser knows.
                raise damaged(self._name) from problem
        return self._found.popleft() if self._found else None

    # -- what the parser comes by

    def _begin(self, tag: str, said: dict[str, str]) -> None:
        above = self._path[-1] if self._path else ""
        self._path.append(tag)
        if len(self._path) > _DEEPEST:
            raise unreadable(self._name)
        if self._cell is not None:
            self._begin_words(tag, said)
        elif self._row is not None:
            if tag in _CELLS and above == _ROW:
                self._begin_cell(said)
        elif self._sheet_depth:
            if tag == _ROW and _OF_ROWS.issuperset(self._path[self._sheet_depth : -1]):
                self._begin_row(said)
        elif tag == _TABLE + "table" and above == _OFFICE + "spreadsheet":
            self._begin_sheet(said)
        else:
            self._begin_style(tag, said)

    def _end(self, _tag: str) -> None:
        depth = len(self._path)
        self._path.pop()
        if self._cell is not None:
            if depth == self._cell_depth:
                self._end_cell(self._cell)
                self._cell = None
            elif depth == self._beside_depth:
                self._beside_depth = 0
        elif self._row is not None and depth == self._row_depth:
            self._end_row(self._row)
            self._row = None
        elif depth == self._sheet_depth:
            self._sheet_depth = 0

    def _begin_style(self, tag: str, said: dict[str, str]) -> None:
        if tag == _STYLE + "style":
            self._style = said.get(_STYLE + "name", "")
        elif tag == _STYLE + "table-properties" and said.get(_TABLE + "display") == "false":
            self._hidden_styles.add(self._style)

    def _begin_sheet(self, said: dict[str, str]) -> None:
        is_hidden = said.get(_TABLE + "style-name", "") in self._hidden_styles
        self._sheet = _Sheet(said.get(_TABLE + "name", ""), is_hidden)
        self._sheet_depth, self._line = len(self._path), 0
        self._found.append(self._sheet)

    def _begin_row(self, said: dict[str, str]) -> None:
        self._row, self._row_depth, self._blanks = [], len(self._path), 0
        self._times = _count(said.get(_TABLE + "number-rows-repeated", "1"))
        self._is_hidden = said.get(_TABLE + "visibility", "visible") != "visible"

    def _end_row(self, row: list[str]) -> None:
        if row:
            self._rows += self._times
            if self._rows > MOST_ROWS:
                raise too_many_rows(self._name)
            lines = range(self._line + 1, self._line + 1 + self._times)
            self._found.extend((line, row) for line in lines)
            self._sheet.hidden.update(lines if self._is_hidden else ())
        self._line = min(self._line + self._times, _ROWS_OF_A_SHEET)

    def _begin_cell(self, said: dict[str, str]) -> None:
        kind = said.get(_KIND, "")
        value = said.get(_VALUE, "") if kind in ("float", "percentage", "currency") else ""
        if kind in ("date", "boolean"):
            value = said.get(_OFFICE + ("date-value" if kind == "date" else "boolean-value"), "").upper()
            value = value.replace("T00:00:00", "").replace("T", " ") if kind == "date" else value
        self._cell_depth = len(self._path)
        self._cell = _Cell(
            _count(said[_REPEATED]) if _REPEATED in said else 1,
            value.strip(),
            said[_FORMULA].partition("=")[2][:_LONGEST_CELL] if _FORMULA in said else "",
            said.get(_CALC_KIND) == "error",
            bool(kind),
        )

    def _begin_words(self, tag: str, said: dict[str, str]) -> None:
        """A line of the cell's own words, and signs in it; remarks and pictures beside a cell have lines as well."""
        assert self._cell is not None
        if not self._beside_depth and not tag.startswith(_TEXT):
            self._beside_depth = len(self._path)
        if self._beside_depth:
            return
        if tag == _TEXT + "p":
            self._cell.lines.append("")
        elif tag == _TEXT + "s":
            self._say(" " * min(_count(said.get(_TEXT + "c", "1")), _LONGEST_CELL))
        elif tag in (_TEXT + "tab", _TEXT + "line-break"):
            self._say("\n" if tag.endswith("break") else "\t")

    def _say(self, text: str) -> None:
        cell = self._cell
        if cell is None or self._beside_depth or not cell.lines or cell.length > _LONGEST_CELL:
            return
        cell.length += len(text)
        cell.lines[-1] += text

    def _end_cell(self, cell: _Cell) -> None:
        shown = cell.shown()
        if not shown:
            self._blanks += cell.times
            return
        assert self._row is not None
        if len(self._row) + self._blanks + cell.times > MOST_COLUMNS:
            raise too_many_columns(self._name)
        self._row += [""] * self._blanks
        self._row += [shown] * cell.times
        self._blanks = 0


def _count(said: str) -> int:
    """How often something is repeated; as often as a sheet has rows where somebody claims more."""
    if not (said.isascii() and said.isdecimal()):
        return 1
    return int(said) if len(said) < len(str(_ROWS_OF_A_SHEET)) else _ROWS_OF_A_SHEET
