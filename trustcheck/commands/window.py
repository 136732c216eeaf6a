"""The one function that opens the window. The toolkit is loaded only when it is known that a window can open."""

import builtins
import importlib
import signal
from collections.abc import Mapping
from pathlib import Path

from trustcheck.app.application import Application
from trustcheck.app.refusals import NotOpened
from trustcheck.commands.crash.log_book import keep_memory_to_ourselves, kept
from trustcheck.commands.crash.unclean_exit import said_at_the_end
from trustcheck.commands.display import libraries_missing, require_display
from trustcheck.words import gettext as _


def run(application: Application, file: str | None, environment: Mapping[str, str]) -> int:
    """Open the window on a data file, or on the person's own; the exit code once it is closed.

    Raises :class:`~trustcheck.commands.display.NoWindow` where none can be opened.
    """
    require_display(environment)
    keep_memory_to_ourselves()
    if file is not None and not Path(file).is_file():
        raise NotOpened(
            _("There is no file {path}.").format(path=file), "", _("Look for its name, or start trustcheck alone.")
        )
    try:
        _load_toolkit()
        from trustcheck.ui.navigation.run import open_window
    except ImportError as missing:
        # The wheel of Qt brings most, the system the rest; anything else is ours and told as it is.
        if "cannot open shared object file" not in str(missing):
            raise
        raise libraries_missing(str(missing).split(":")[0]) from missing
    # Ctrl+C in the terminal ends the program at once; Python's own way would wait for the next thing that happens.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    folders = application.folders
    with kept(folders.log_file) as unforeseen, said_at_the_end(folders.data, unforeseen.keep) as said_goodbye:
        return open_window(application, file, unforeseen, said_goodbye=said_goodbye)


def _load_toolkit() -> None:
    """Load Qt and keep Python's own ``import``.

    Qt puts another in its place, for ways of writing its names that nobody uses here: it reads the source of each
    module that is imported afterwards, and keeps it for as long as the window is open.
    """
    own = builtins.__import__
    importlib.import_module("PySide6.QtWidgets")

    builtins.__import__ = own
