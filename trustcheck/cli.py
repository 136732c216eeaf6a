"""The command line: what is run, and where every refusal becomes one sentence and an exit code.

0 is done, 1 is refused (standard error says what was wrong and what is untouched), 2 is a slip in the command itself.
Importing this module loads no toolkit and no heavy library.
"""

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress

from trustcheck.app.refusals import Refused
from trustcheck.assets import ResourceMissing
from trustcheck.bootstrap import speak
from trustcheck.words import gettext as _

REFUSED, MISTYPED = 1, 2
_WINDOWS = (None, "open")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Never raises."""
    _make_printable()
    speak(os.environ)
    try:
        arguments = _typed(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else MISTYPED
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except (Refused, ResourceMissing) as refused:
        return _refuse(str(refused))
    except KeyboardInterrupt:
        return _refuse(_("Stopped. Nothing was left half written."))
    except BrokenPipeError:
        # Whoever read the output has gone; Python must not complain about it on its way out.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except Exception as failure:  # noqa: BLE001 - the one place that lets no traceback reach a person
        return _refuse(_unexpected(failure))
    return code


def _typed(words: Sequence[str]) -> argparse.Namespace:
    if not words:
        # The window alone, at once: what else can be typed takes a moment to put together.
        return argparse.Namespace(command=None)
    from trustcheck.commands.typed import parser

    return parser().parse_args(words)


def _run(arguments: argparse.Namespace) -> int:
    from trustcheck.bootstrap import build
    from trustcheck.commands.deeds import DEEDS
    from trustcheck.commands.leftovers import clear

    # The window keeps its answers as it goes, and its toolkit would not let Python know of a signal.
    with nullcontext() if arguments.command in _WINDOWS else _ended_as_by_hand():
        application = build(os.environ)
        clear(application, arguments)
        return DEEDS[arguments.command](application, arguments)


@contextmanager
def _ended_as_by_hand() -> Iterator[None]:
    """Whoever logs out or closes the terminal stops a command as Ctrl+C does, so that it takes along what is half
    written and may be readable. What was to outlive the terminal (nohup) still does.
    """

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = {}
    for each in (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")):
        if each is not None and signal.getsignal(each) is signal.SIG_DFL:
            # Only the main thread may.
            with suppress(ValueError):
                before[each] = signal.signal(each, stop)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _make_printable() -> None:
    """Let a terminal that lacks a character show a stand-in instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _refuse(sentence: str) -> int:
    from trustcheck.commands.typed import harmless

    with suppress(OSError):
        # It may quote a name that somebody else wrote: in a file, or of one.
        print(harmless(sentence, lines=True), file=sys.stderr)
    return REFUSED


def _unexpected(failure: Exception) -> str:
    """One sentence for what nobody foresaw; the details go to a file on this computer and nowhere else."""
    from trustcheck.commands.crash.log_book import wrote
    from trustcheck.settings import folders

    sentence = _("Something went wrong that TrustCheck did not expect ({kind}).").format(kind=type(failure).__name__)
    safe = _("Everything that was saved before is safe.")
    path = folders(os.environ).log_file
    if not wrote(path, failure):
        return f"{sentence} {safe}"
    told = _("What a developer needs to know is in {path}; it is sent nowhere.").format(path=path)
    return f"{sentence} {safe} {told}"
