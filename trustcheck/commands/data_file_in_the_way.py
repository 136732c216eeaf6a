"""A slip of the hand must not put something else in the place of the answers."""

import re
from pathlib import Path

from trustcheck.app.ports import NotWritten
from trustcheck.words import gettext as _

_OURS = re.compile(r"\.trustcheck(-(wal|shm|journal|open|lock))?$", re.IGNORECASE)


def refuse_to_overwrite_answers(out: str, file: str, what: str, instead: str) -> None:
    """Raises :class:`NotWritten` where ``out`` is ``file``, or by its name a data file or what lies beside one.

    ``what`` would take its place ("a report"); ``instead`` is a name that would do ("OUT.pdf").
    """
    target, answers = Path(out), Path(file)
    if _OURS.search(target.name) or (target.exists() and answers.exists() and target.samefile(answers)):
        raise NotWritten(
            _("{path} is a data file, and {what} would take its place.").format(path=out, what=what),
            _("It is untouched."),
            _("Choose another name, {instead} for one.").format(instead=instead),
        )
