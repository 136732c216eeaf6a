"""What a file is called by what is in it: no file is written under the name of another type."""

import re

from trustcheck.app.refusals import NotWritten
from trustcheck.words import gettext as _

PDF, WORD, WEB, SLIDES, DATA_FILE = "pdf", "docx", "html", "pptx", "trustcheck"
"""Endings of what TrustCheck writes; those of exports and tables are their formats."""

_A_TYPE = r"(?ai)\.([a-z][a-z0-9]{0,4}|trustcheck)$"
"""``.docx`` is one; ``Report 2.0`` and ``Dr. Smith`` end in none."""

_NEVER_A_DATA_FILE = "csv|docx?|gif|html?|ics|jpe?g|json|md|od[pst]|pdf|png|pptx?|rtf|svg|tsv|txt|xlsx?|xml|ya?ml|zip"
"""Data files and their copies have always had any name; these alone would be opened by another program."""


def refuse_another_type(path: str, *endings: str) -> None:
    """Raises :class:`NotWritten` where ``path`` ends in another type than ``endings``; a name without one will do."""
    found = ending_of(path)
    if found in ("", *endings) or (DATA_FILE in endings and not re.fullmatch(_NEVER_A_DATA_FILE, found)):
        return
    wanted = _(" or ").join(f".{each}" for each in endings)
    raise NotWritten(
        _("{name} ends in .{found}, and what would be written is {wanted}.").format(
            name=_last_part(path), found=found, wanted=wanted
        ),
        _("Nothing was written."),
        _("Give it a name that ends in {wanted}.").format(wanted=wanted),
    )


def with_ending(path: str, ending: str) -> str:
    """``path`` as it was chosen, with its ending where none was typed; an empty text stays empty."""
    return path if not path or ending_of(path) else f"{path}.{ending}"


def ending_of(path: str) -> str:
    """``pdf`` for ``x.PDF``; empty where the name ends in no type."""
    found = re.search(_A_TYPE, _last_part(path))
    return found[1].lower() if found else ""


def _last_part(path: str) -> str:
    return re.split(r"[/\\]", path)[-1]
