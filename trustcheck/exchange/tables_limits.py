"""How large a table may be, and the one sentence about one that is larger."""

from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _

MOST_COLUMNS = 1_000
MOST_ROWS = 110_000
"""Headings and a hundred thousand people, with room for what stands above them."""
MOST_CELLS = 8_000_000
"""Rows times columns, filled or not; a hundred thousand people with eighty columns."""
MOST_KINDS = 2_000
"""Different texts of one column. What holds more is nothing of ours, and no more of it is kept."""


def too_many_rows(name: str) -> Refused:
    return _too_large(name, _("more than {limit} rows").format(limit=f"{MOST_ROWS:,}"))


def too_many_columns(name: str) -> Refused:
    return _too_large(name, _("more than {limit} columns").format(limit=f"{MOST_COLUMNS:,}"))


def too_many_cells(name: str) -> Refused:
    return _too_large(name, _("more than {limit} cells").format(limit=f"{MOST_CELLS:,}"))


def _too_large(name: str, what: str) -> Refused:
    return Refused(
        _("{name} holds {what}, and was not read.").format(name=name, what=what),
        _("Nothing was taken."),
        _("Keep the columns and rows with answers, and try again."),
    )
