"""The command line: what is run, and where every refusal becomes one sentence and an exit code.

0 is done, 1 is refused (standard error says what was wrong and what is untouched), 2 is a slip in the command itself.
Importing this module loads no toolkit and no heavy library.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from trustcheck.app.ports import Edition, Paper, Refused
from trustcheck.assets import ResourceMissing
from trustcheck.commands.typed import parser
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.app.application import Application

REFUSED, MISTYPED = 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Never raises."""
    _make_printable()
    try:
        arguments = parser().parse_args(argv)
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


def _run(arguments: argparse.Namespace) -> int:
    from trustcheck.bootstrap import build

    application = build(os.environ)
    match arguments.command:
        case None | "open":
            from trustcheck.commands import window

            return window.run(application, getattr(arguments, "file", None), os.environ)
        case "unlock":
            from trustcheck.commands import unlock

            return unlock.run(application, arguments.file, arguments.passphrase_fd)
        case "encrypt" | "decrypt":
            from trustcheck.commands import encrypt

            protect = encrypt.encrypt if arguments.command == "encrypt" else encrypt.decrypt
            return protect(application, arguments.file, arguments.passphrase_fd)
        case "sample":
            from trustcheck.commands import sample

            return sample.run(application, arguments.folder)
        case "score":
            return _score(application, arguments)
        case "report":
            return _report(application, arguments)
        case "questionnaire":
            from trustcheck.commands import questionnaires

            if arguments.about == "list":
                return questionnaires.list_shipped(application)
            return questionnaires.check(application, arguments.file)
        case _:
            from trustcheck.commands import check

            return check.run(application)


def _score(application: "Application", arguments: argparse.Namespace) -> int:
    from trustcheck.commands import score

    wanted = score.Wanted(
        answers=arguments.answers,
        questionnaire=arguments.questionnaire,
        facts=arguments.facts,
        people=arguments.people,
        invited=arguments.invited,
        threshold=arguments.threshold,
        as_json=arguments.json,
    )
    return score.run(application, wanted)


def _report(application: "Application", arguments: argparse.Namespace) -> int:
    from trustcheck.commands import report

    wanted = report.Wanted(
        file=arguments.file,
        out=arguments.output,
        organisation=arguments.organisation,
        round=arguments.round,
        paper=Paper(arguments.paper),
        date=arguments.date or application.today(),
        edition=Edition(arguments.edition) if arguments.edition else None,
        passphrase_fd=arguments.passphrase_fd,
    )
    return report.run(application, wanted)


def _make_printable() -> None:
    """Let a terminal that lacks a character show a stand-in instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _refuse(sentence: str) -> int:
    with suppress(OSError):
        print(sentence, file=sys.stderr)
    return REFUSED


def _unexpected(failure: Exception) -> str:
    """One sentence for what nobody foresaw; the details go to a file on this computer and nowhere else."""
    from trustcheck.commands.log_book import wrote
    from trustcheck.settings import folders

    sentence = _("Something went wrong that TrustCheck did not expect ({kind}).").format(kind=type(failure).__name__)
    safe = _("Everything that was saved before is safe.")
    path = folders(os.environ).log_file
    if not wrote(path, failure):
        return f"{sentence} {safe}"
    told = _("What a developer needs to know is in {path}; it is sent nowhere.").format(path=path)
    return f"{sentence} {safe} {told}"
