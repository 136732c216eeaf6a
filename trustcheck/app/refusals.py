"""What cannot be done, in sentences for people, and how long work is stopped. What says so needs nothing else."""

from collections.abc import Callable


class Refused(Exception):
    """Something that cannot be done, with one sentence a person understands.

    ``sentence`` says what happened, ``safe`` what is untouched, ``todo`` what to do next. The last two may be empty.
    """

    def __init__(self, sentence: str, safe: str = "", todo: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.safe = safe
        self.todo = todo

    def __str__(self) -> str:
        return " ".join(part for part in (self.sentence, self.safe, self.todo) if part)


class NotSaved(Refused):
    """An answer that did not reach the disk; it is still on screen."""


class NotTaken(NotSaved):
    """An answer that the disk would not take; another place may."""


class NotOpened(Refused):
    """A data file that could not be opened; it is untouched."""


class Locked(NotOpened):
    """A data file that opens with its passphrase. ``wrong`` where one was given and did not open it."""

    def __init__(self, sentence: str, safe: str = "", todo: str = "", *, wrong: bool) -> None:
        super().__init__(sentence, safe, todo)
        self.wrong = wrong


class InUse(NotOpened):
    """Another TrustCheck has the data file; it can be looked at meanwhile."""


class GoesRound(NotOpened):
    """A data file that goes from person to person in another window: nobody looks past its PIN."""


class Damaged(NotOpened):
    """A data file that does not read in one piece; a copy or a rescue may."""


class Emptied(Damaged):
    """A data file without a byte in it, beside its copies: there is nothing to rescue."""


class Closed(NotOpened):
    """A data file that was closed before it could be read: whoever asked has gone with it."""


class Unfinished(NotOpened):
    """A data file with a change in it that was not finished; whoever opens it for writing undoes that first."""


class NotWritten(Refused):
    """A file that could not be written; the one that was there is whole."""


class CopiesLeft(NotWritten):
    """The data file has its new passphrase, or none any more; some copies beside it open as they did before."""


class Cancelled(Exception):
    """The person stopped a long piece of work; nothing was changed."""


Progress = Callable[[int, int], None]
"""Called with (done, of); may raise :class:`Cancelled` to stop the work."""
