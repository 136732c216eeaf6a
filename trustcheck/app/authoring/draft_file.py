"""A questionnaire while it is written, as the file that it lies in among one's own."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from trustcheck.app.authoring.edits import as_draft, as_finished
from trustcheck.app.questionnaires.library import name_for

if TYPE_CHECKING:
    from trustcheck.app.authoring.author import Author
    from trustcheck.app.questionnaires.library import Library
    from trustcheck.domain.questionnaire.model import Questionnaire


class DraftFile:
    """Writes what is ``asked`` now, whenever it is told to and from whichever thread: one at a time, and never
    something older over something newer. What another window wrote in the meantime is not written over.
    """

    def __init__(self, author: Author, library: Library, asked: Questionnaire, text: str, *, lies_there: bool) -> None:
        """``text`` is the file that changes are written into; it ``lies_there`` unless the draft is yet to be begun."""
        self._author, self._library = author, library
        self.asked = self._kept = asked
        self.version = asked.version
        """Which it is kept as: another one from where the file was changed elsewhere on."""
        self._text, self._found = text, text if lies_there else None
        self._is_forgotten = False
        self._lock = Lock()

    @property
    def name(self) -> str:
        return name_for(self.asked.id, self.version)

    def keep(self) -> None:
        """Put it on the disk, unless it lies there as it is. Raises :class:`~trustcheck.app.refusals.Refused`."""
        with self._lock:
            asked = replace(self.asked, version=self.version)
            if self._is_forgotten or asked == self._kept:
                return
            if self._was_changed_elsewhere():
                asked = free_version(asked, self._library.names())
                self.version, self._found = asked.version, None
            text = self._author.written(self._text, asked)
            self._library.save(self.name, text)
            self._text, self._found, self._kept = text, self._library.text(self.name), asked

    def finished(self, asked: Questionnaire) -> str:
        """The text of the file that checks can ask."""
        with self._lock:
            return self._author.written(self._text, asked)

    def forget(self) -> None:
        """Write nothing any more, not even what is being written now."""
        with self._lock:
            self._is_forgotten = True

    def _was_changed_elsewhere(self) -> bool:
        """A file that is gone was not: what is written here is then all there is."""
        there = self.name in self._library.names()
        return there and self._library.text(self.name) != self._found


def free_version(draft: Questionnaire, names: tuple[str, ...]) -> Questionnaire:
    """The first version after this one of which neither a draft nor a finished file is there."""
    while True:
        draft = as_draft(as_finished(draft))
        if not {name_for(draft.id, each.version) for each in (draft, as_finished(draft))} & set(names):
            return draft
