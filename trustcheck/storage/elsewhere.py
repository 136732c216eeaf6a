"""What is said where another program put something else in the place of an open data file, or took it away."""

from pathlib import Path

from trustcheck.app.ports import NotOpened, NotSaved, NotTaken
from trustcheck.storage.copies import OTHER_LOG
from trustcheck.storage.known_file import Found
from trustcheck.words import gettext as _


def not_saved(unsaved: str, found: Found, kept: str) -> NotSaved:
    """The refusal for a write; ``kept`` is where what was saved before lies whole, or empty where the disk had no
    room."""
    if found is Found.GONE:
        happened = _("The data file is no longer where it was.")
        todo = _("Put it back in its place and try again, or save somewhere else.")
    else:
        happened = _("Another program put another version in the place of the data file.")
        todo = _("Save somewhere else to go on.")
    safe = _("It is still on screen.")
    if kept:
        safe += " " + _("What was saved before is whole in {name}, beside it.").format(name=_quoted(kept))
    return NotTaken(f"{unsaved} {happened}", safe, todo)


def told_apart(path: str, kept: str) -> str:
    """Both files, and which is which, once the one that was open is closed."""
    if f" ({OTHER_LOG}" in Path(kept).name:
        return _(
            "Another program put an older log in the place of the one that {path} had, in which what was saved last "
            "stood. Nothing of it was taken in; it lies in {kept}. Look whether anything is missing."
        ).format(path=_quoted(path), kept=_quoted(kept))
    if not Path(path).exists():
        return _("The data file {path} was taken away while it was open. All you saved is in {kept}.").format(
            path=_quoted(path), kept=_quoted(kept)
        )
    return _(
        "Another program put another version in the place of {path} while it was open. All you saved is in {kept}, and "
        "the other version lies there as it was brought: open either, and bring the other one in under "
        "Settings, Files."
    ).format(path=_quoted(path), kept=_quoted(kept))


def all_is_in(kept: str) -> str:
    return _("All that was saved in the file that lay there is in {kept}.").format(kept=_quoted(kept))


def gone_and_kept(path: str, kept: str) -> NotOpened:
    """A file that is gone, whose log was left by force and is set aside with what it belongs to."""
    return NotOpened(
        _("There is no file {path} any more.").format(path=path),
        _("All that was saved in it is in {kept}.").format(kept=_quoted(kept)),
        _("Open that one."),
    )


def _quoted(path: str) -> str:
    return f"“{Path(path).name}”"
