"""How large a table may be, and the one sentence about one that is larger."""

from gettext import gettext as _

from trustcheck.app.ports import Refused

MOST_COLUMNS = 1_000
MOST_ROWS = 110_000
"""Headings and a hundred thousand people, with room for what stands above them."""


def too_many_rows(name: str) -> Refused:
    return _too_large(name, _("more than {limit} rows").format(limit=f"{MOST_ROWS:,}"))


def too_many_columns(name: str) -> Refused:
    return _too_large(name, _("more than {limit} columns").format(limit=f"{MOST_COLUMNS:,}"))


def _too_large(name: str, what: str) -> Refused:
    return Refused(
        _("{name} holds {what}, and was not read.").format(name=name, what=what),
        _("Nothing was taken."),
        _("Keep the columns and rows with answers, and try again."),
    )
