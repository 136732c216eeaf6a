"""The command line: what can be typed, and where every refusal becomes one sentence and an exit code.

0 is done, 1 is refused (standard error says what was wrong and what is untouched), 2 is a slip in the command itself.
Importing this module loads no toolkit and no heavy library.
"""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from trustcheck import __version__
from trustcheck.app.ports import Paper, Refused
from trustcheck.assets import ResourceMissing

if TYPE_CHECKING:
    from trustcheck.app.application import Application

DONE, REFUSED, MISTYPED = 0, 1, 2


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


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    top = argparse.ArgumentParser(
        prog="trustcheck",
        description=_("How much do you trust your people? And yourselves? Without a command the window opens."),
    )
    top.add_argument("--version", action="version", version=f"trustcheck {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    opening = commands.add_parser("open", help=_("open the window on a data file"))
    opening.add_argument("file", metavar="FILE")
    sample = commands.add_parser("sample", help=_("write a sample data file and its report into a folder"))
    sample.add_argument("folder", metavar="DIR")
    _add_score(commands.add_parser("score", help=_("score a file of answers")))
    _add_report(commands.add_parser("report", help=_("write the report of a finished check")))
    questionnaire = commands.add_parser("questionnaire", help=_("look at questionnaires"))
    about = questionnaire.add_subparsers(dest="about", metavar="check|list", required=True)
    checking = about.add_parser("check", help=_("name every mistake in a questionnaire file"))
    checking.add_argument("file", metavar="FILE")
    about.add_parser("list", help=_("list the questionnaires that come with TrustCheck"))
    commands.add_parser("check", help=_("load everything that was delivered with TrustCheck"))
    return top


def _add_score(score: argparse.ArgumentParser) -> None:
    score.add_argument("answers", metavar="ANSWERS.csv")
    score.add_argument("--questionnaire", metavar="ID|FILE", default="", help=_("another questionnaire, or your own"))
    score.add_argument("--people", action="store_true", help=_("each person's scores too; they are confidential"))
    score.add_argument(
        "--invited", metavar="leader=7,staff=40", type=_invited, default={}, help=_("how many people were asked")
    )
    score.add_argument(
        "--threshold", metavar="N", type=_threshold, default=5, help=_("the fewest people behind a number: 3 to 10")
    )
    score.add_argument("--facts", metavar="FACTS.csv", default="", help=_("the facts beside the answers"))
    score.add_argument("--json", action="store_true", help=_("everything, for programs"))


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("file", metavar="FILE")
    report.add_argument("-o", "--output", metavar="OUT.pdf", required=True)
    report.add_argument("--organisation", metavar="NAME", default="")
    report.add_argument("--round", metavar="last|ID", default="last")
    report.add_argument("--edition", choices=["individual"], default="individual")
    report.add_argument("--paper", choices=[paper.value for paper in Paper], default=Paper.A4.value)
    report.add_argument("--date", metavar="YYYY-MM-DD", type=_date, default=None, help=_("the date on the report"))


def _run(arguments: argparse.Namespace) -> int:
    from trustcheck.bootstrap import build

    application = build(os.environ)
    match arguments.command:
        case None | "open":
            from trustcheck.commands import window

            return window.run(application, getattr(arguments, "file", None), os.environ)
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
    )
    return report.run(application, wanted)


def _threshold(text: str) -> int:
    if text.isascii() and text.isdigit() and 3 <= int(text) <= 10:
        return int(text)
    raise argparse.ArgumentTypeError(_("a whole number from 3 to 10 is needed, not {text}").format(text=repr(text)))


def _invited(text: str) -> dict[str, int]:
    parts = re.fullmatch(r"(?:leader|staff|all)=\d{1,6}(?:,(?:leader|staff|all)=\d{1,6})*", text, re.ASCII)
    if not parts:
        raise argparse.ArgumentTypeError(_("write it like leader=7,staff=40, not {text}").format(text=repr(text)))
    return {name: int(number) for name, number in (part.split("=") for part in text.split(","))}


def _date(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(_("write it like 2026-03-31, not {text}").format(text=repr(text)))


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
