"""A file of the outside world as text: bounded in size, regular, UTF-8, without control characters."""

import re
import stat
from pathlib import Path

from trustcheck.catalog.document import Mistake, QuestionnaireMistakes, whole_file
from trustcheck.words import gettext as _

SIZE_LIMIT = 1024 * 1024
"""Bytes of one questionnaire file."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of a questionnaire needs and that databases, screens or printers choke on."""


def read_text(path: str) -> str:
    """The whole file. Raises :class:`QuestionnaireMistakes`; never reads more than :data:`SIZE_LIMIT` bytes."""
    raw = _bytes(path)
    if len(raw) > SIZE_LIMIT:
        raise whole_file(path, _("The file is larger than 1 MiB, far more than a questionnaire needs."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        sentence = _("The file is not saved as UTF-8. Save it again with that encoding.")
        raise QuestionnaireMistakes([Mistake(path, line, "", sentence)]) from None
    found = CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        sentence = _("A control character stands here, one that no text needs. Is this a text file, saved as UTF-8?")
        raise QuestionnaireMistakes([Mistake(path, line, "", sentence)])
    return text


def _bytes(path: str) -> bytes:
    """At most one byte more than allowed. What is no regular file is not opened: a pipe would wait for ever."""
    try:
        kind = Path(path).stat().st_mode
        if stat.S_ISDIR(kind):
            raise whole_file(path, _("This is a folder. Name the questionnaire file in it."))
        if not stat.S_ISREG(kind):
            raise whole_file(path, _("This is not a file that can be read."))
        with Path(path).open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise whole_file(path, _("There is no file with this name.")) from None
    except PermissionError:
        raise whole_file(path, _("This file may not be read with your rights on this computer.")) from None
    except (OSError, ValueError):
        raise whole_file(path.replace("\x00", "�"), _("This file cannot be read.")) from None
