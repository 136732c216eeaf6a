"""What can be typed after ``trustcheck``, and what is checked before anything is run."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from unicodedata import category

from trustcheck import __version__
from trustcheck.app.ports import Edition, Paper
from trustcheck.app.store.merging import MergeChoice
from trustcheck.exchange.exports.formats import formats
from trustcheck.words import gettext as _

# What may be shown at a terminal of words that somebody else wrote.


_STEERS = ("Cc", "Cf")
SHELLS = ("bash", "zsh", "tcsh")
"""Those whose Tab key can be told what TrustCheck takes."""


def harmless(text: str, *, lines: bool = False) -> str:
    """The same words with a mark in the place of whatever would steer a terminal or turn what stands beside it.

    A text of several ``lines`` keeps them.
    """
    return "".join("\ufffd" if category(each) in _STEERS and not (lines and each == "\n") else each for each in text)


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    top = argparse.ArgumentParser(
        prog="trustcheck",
        description=_("How much do you trust your people? And yourselves? Without a command the window opens."),
    )
    top.add_argument("--version", action="version", version=f"trustcheck {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    opening = commands.add_parser("open", help=_("open the window on a data file"))
    opening.add_argument("file", metavar="FILE", nargs="?")
    unlocking = commands.add_parser("unlock", help=_("open a window again whose PIN was lost"))
    unlocking.add_argument("file", metavar="FILE")
    add_passphrase(unlocking)
    for name, told in (
        ("encrypt", _("protect a data file with a passphrase")),
        ("decrypt", _("take the passphrase off a data file")),
    ):
        protecting = commands.add_parser(name, help=told)
        protecting.add_argument("file", metavar="FILE")
        add_passphrase(protecting)
    _add_safekeeping(commands)
    sample = commands.add_parser("sample", help=_("write a sample data file and its report into a folder"))
    sample.add_argument("folder", metavar="DIR")
    what = sample.add_mutually_exclusive_group()
    what.add_argument("--second-visit", action="store_true", help=_("two checks of one place, half a year apart"))
    what.add_argument("--questionnaire", metavar="ID|FILE", default="", help=_("another questionnaire, or your own"))
    _add_score(commands.add_parser("score", help=_("score a file of answers")))
    _add_report(commands.add_parser("report", help=_("write the report of a finished check")))
    _add_export(commands.add_parser("export", help=_("write everything, or one organisation, in another format")))
    importing = commands.add_parser("import", help=_("take in what was exported as JSON"))
    importing.add_argument("file", metavar="FILE", help=_("the data file; made where there is none"))
    importing.add_argument("parcel", metavar="IN.json")
    add_passphrase(importing)
    _add_merge(commands.add_parser("merge", help=_("bring in what was changed in another copy of the same data file")))
    _add_room(commands.add_parser("room", help=_("let phones in the room answer an open check")))
    _add_policy(commands)
    _add_questionnaire(commands.add_parser("questionnaire", help=_("look at questionnaires")))
    commands.add_parser("check", help=_("load everything that was delivered with TrustCheck"))
    _add_completion(commands)
    return top


def _add_completion(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    completing = commands.add_parser("completion", help=_("print what a shell needs to complete what you type"))
    completing.add_argument("shell", choices=SHELLS)


def _add_questionnaire(questionnaire: argparse.ArgumentParser) -> None:
    about = questionnaire.add_subparsers(dest="about", metavar="check|list", required=True)
    checking = about.add_parser("check", help=_("name every mistake in a questionnaire file"))
    checking.add_argument("file", metavar="FILE")
    about.add_parser("list", help=_("list the questionnaires that come with TrustCheck"))


def _add_policy(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    policy = commands.add_parser("policy", help=_("say what a written social media policy does, sentence by sentence"))
    policy.add_argument("file", metavar="FILE", help=_("text, Markdown, PDF or Word"))
    policy.add_argument("--language", metavar="LANGUAGE", default="", help=_("that the policy is written in"))


def _add_safekeeping(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    verifying = commands.add_parser("verify", help=_("say whether a data file is whole"))
    verifying.add_argument("file", metavar="FILE")
    add_passphrase(verifying)
    for name, source, target, told in (
        ("backup", "FILE", "COPY", _("write a whole copy of a data file")),
        ("restore", "COPY", "FILE", _("put a copy in the place of a data file")),
        ("rescue", "FILE", "NEW", _("read what still can be read of a damaged data file into a new one")),
    ):
        writing = commands.add_parser(name, help=told)
        writing.add_argument("file", metavar=source)
        writing.add_argument("-o", "--output", metavar=target, required=True)
        add_passphrase(writing)


def _add_room(room: argparse.ArgumentParser) -> None:
    room.add_argument("file", metavar="FILE")
    room.add_argument(
        "--listen", metavar="ADDRESS", required=True, help=_("one address of this computer, with a port if wanted")
    )
    room.add_argument("--round", metavar="ID", default="", help=_("which check, where several are open"))
    room.add_argument("--codes", metavar="N", type=_between(1, 500), default=0, help=_("how many people are let in"))
    room.add_argument(
        "--minutes", metavar="N", type=_between(1, 60), default=60, help=_("after how long it closes by itself")
    )
    add_passphrase(room)


def _between(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text[:9]) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(
            _("a number from {least} to {most}, not {text}").format(least=least, most=most, text=repr(text))
        )

    return number


def _add_score(score: argparse.ArgumentParser) -> None:
    score.add_argument("answers", metavar="ANSWERS.csv")
    score.add_argument("--questionnaire", metavar="ID|FILE", default="", help=_("another questionnaire, or your own"))
    how_much = score.add_mutually_exclusive_group()
    how_much.add_argument("--people", action="store_true", help=_("each person's scores too; they are confidential"))
    how_much.add_argument("--publishable", action="store_true", help=_("of a group only what may be passed on"))
    score.add_argument(
        "--invited", metavar="leader=7,staff=40", type=_invited, default={}, help=_("how many people were asked")
    )
    score.add_argument(
        "--threshold", metavar="N", type=_threshold, default=5, help=_("the fewest people behind a number: 3 to 10")
    )
    score.add_argument("--facts", metavar="FACTS.csv", default="", help=_("the facts beside the answers"))
    score.add_argument("--drill", metavar="PICKS.csv", default="", help=_("what was picked on scenario cards"))
    score.add_argument(
        "--before", metavar="THEN.csv", default="", help=_("the answers of the check before, to compare")
    )
    score.add_argument(
        "--before-questionnaire", metavar="ID|FILE", default="", help=_("what those answers answer, if it is another")
    )
    score.add_argument("--json", action="store_true", help=_("everything, for programs"))
    score.add_argument("--reading", metavar="NAME", default="", help=_("a way of reading that was kept in the window"))
    score.add_argument(
        "--decide",
        metavar="ID=VALUE",
        type=_decided,
        action="append",
        default=[],
        help=_("what the file does not say of itself, as it was asked: blank=skipped"),
    )


def _decided(text: str) -> tuple[str, str]:
    name, _sign, value = text.rpartition("=")
    if name and value:
        return name, value
    raise argparse.ArgumentTypeError(_("write it as it was asked, such as blank=skipped"))


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("file", metavar="FILE")
    report.add_argument("-o", "--output", metavar="OUT.pdf", required=True)
    report.add_argument("--organisation", metavar="NAME", default="")
    report.add_argument("--round", metavar="last|ID", default="last")
    report.add_argument(
        "--questionnaire", metavar="ID|FILE", default="", help=_("of the newest check that asked this questionnaire")
    )
    report.add_argument("--edition", choices=[edition.value for edition in Edition], default=None)
    report.add_argument("--paper", choices=[paper.value for paper in Paper], default=Paper.A4.value)
    report.add_argument(
        "--language", metavar="CODE", default="", help=_("of the report: en, or another that is there, such as de")
    )
    report.add_argument("--date", metavar="YYYY-MM-DD", type=_date, default=None, help=_("the date on the report"))
    add_passphrase(report)


def add_passphrase(command: argparse.ArgumentParser) -> None:
    """For a command that opens a data file: where its passphrase comes from, if it is not to be typed."""
    command.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=_descriptor,
        default=None,
        help=_("read the passphrase from this file descriptor, one line; without it you are asked"),
    )


def _descriptor(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    # Not repeated: somebody may have typed a passphrase here.
    raise argparse.ArgumentTypeError(_("the number of a file descriptor is needed, such as 0"))


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("file", metavar="FILE")
    export.add_argument("--organisation", metavar="NAME", default="")
    export.add_argument("--format", choices=[each.id for each in formats()], required=True)
    export.add_argument("-o", "--output", metavar="OUT", required=True)
    add_passphrase(export)


def _add_merge(merge: argparse.ArgumentParser) -> None:
    merge.add_argument("file", metavar="FILE", help=_("the data file that changes"))
    merge.add_argument("other", metavar="OTHER", help=_("the one that was changed elsewhere; it stays as it is"))
    merge.add_argument("--dry-run", action="store_true", help=_("say what would be done, and change nothing"))
    merge.add_argument(
        "--where-both-changed",
        choices=[each.value for each in MergeChoice],
        default=None,
        help=_("what stays where both files changed the same thing"),
    )
    add_passphrase(merge)


def _threshold(text: str) -> int:
    if text.isascii() and text.isdigit() and 3 <= int(text) <= 10:
        return int(text)
    raise argparse.ArgumentTypeError(_("a whole number from 3 to 10 is needed, not {text}").format(text=repr(text)))


def _invited(text: str) -> dict[str, int]:
    parts = re.fullmatch(r"(?:leader|staff|all)=\d{1,6}(?:,(?:leader|staff|all)=\d{1,6})*", text, re.ASCII)
    if not parts:
        raise argparse.ArgumentTypeError(_("write it like leader=7,staff=40, not {text}").format(text=repr(text)))
    named = [part.split("=") for part in text.split(",")]
    invited = {name: int(number) for name, number in named}
    if len(invited) < len(named):
        raise argparse.ArgumentTypeError(_("name each view once, not {text}").format(text=repr(text)))
    return invited


def _date(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(_("write it like 2026-03-31, not {text}").format(text=repr(text)))
