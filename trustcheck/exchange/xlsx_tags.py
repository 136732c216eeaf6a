"""The XML of a workbook's part, seen piece by piece before its reader sees it, and never through half a tag."""

from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _

_LONGEST_TAG = 1024 * 1024


class TagWatch:
    """Override :meth:`watch`. Raises :class:`Refused` for what is no XML of a workbook."""

    def __init__(self, name: str) -> None:
        self.name, self._rest = name, b""

    def look_at(self, piece: bytes) -> None:
        """Look at the next piece, up to the last tag that begins in it; that one waits for what follows."""
        text = self._rest + piece
        whole = max(text.rfind(b"<"), 0)
        self._rest = text[whole:]
        if b"\0" in piece or len(self._rest) > _LONGEST_TAG:
            raise unreadable(self.name)
        self.watch(text[:whole])

    def settle(self) -> None:
        """Look at what is left once the part ends."""
        self.watch(self._rest)

    def watch(self, text: bytes) -> None:
        """Called with whole tags and what stands between them."""
        raise NotImplementedError


def unreadable(name: str) -> Refused:
    """The XML may be sound, and is still written in a way no spreadsheet program writes it."""
    return Refused(
        _("{name} is not written the way a spreadsheet program writes it.").format(name=name),
        _("Nothing was taken."),
        _("Open it in a spreadsheet program, save it as XLSX or CSV UTF-8, and try again."),
    )
