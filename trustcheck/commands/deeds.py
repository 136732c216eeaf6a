"""What each command does with what was typed after it. Each loads what it needs when it is run."""

import argparse
import os
from collections.abc import Callable, Mapping

from trustcheck.app.application import Application

Deed = Callable[[Application, argparse.Namespace], int]
"""Gives the exit code. Raises :class:`~trustcheck.app.ports.Refused`."""


def _window(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import window

    return window.run(application, getattr(typed, "file", None), os.environ)


def _unlock(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import unlock

    return unlock.run(application, typed.file, typed.passphrase_fd)


def _protect(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import encrypt

    protect = encrypt.encrypt if typed.command == "encrypt" else encrypt.decrypt
    return protect(application, typed.file, typed.passphrase_fd)


def _verify(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import safekeeping

    return safekeeping.verify(application, typed.file, typed.passphrase_fd)


def _keep_safe(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import safekeeping

    deeds = {"backup": safekeeping.backup, "restore": safekeeping.restore, "rescue": safekeeping.rescue}
    return deeds[typed.command](application, typed.file, typed.output, typed.passphrase_fd)


def _sample(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import sample

    return sample.run(application, typed.folder, second_visit=typed.second_visit, questionnaire=typed.questionnaire)


def _score(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import score

    wanted = score.ScoreRequest(
        answers=typed.answers,
        questionnaire=typed.questionnaire,
        facts=typed.facts,
        people=typed.people,
        invited=typed.invited,
        threshold=typed.threshold,
        as_json=typed.json,
        publishable=typed.publishable,
        decided=dict(typed.decide),
        reading=typed.reading,
        drill=typed.drill,
        before=typed.before,
        before_questionnaire=typed.before_questionnaire,
    )
    return score.run(application, wanted)


def _report(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.app.report_options import Edition, Paper
    from trustcheck.commands import report

    wanted = report.ReportRequest(
        file=typed.file,
        out=typed.output,
        organisation=typed.organisation,
        round=typed.round,
        paper=Paper(typed.paper),
        date=typed.date or application.today(),
        edition=Edition(typed.edition) if typed.edition else None,
        passphrase_fd=typed.passphrase_fd,
        language=typed.language,
        questionnaire=typed.questionnaire,
    )
    return report.run(application, wanted)


def _export(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import export

    wanted = export.ExportRequest(typed.file, typed.output, typed.organisation, typed.format, typed.passphrase_fd)
    return export.run(application, wanted)


def _import(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import take_in

    return take_in.run(application, typed.file, typed.parcel, typed.passphrase_fd)


def _merge(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import merge

    wanted = merge.MergeRequest(typed.file, typed.other, typed.dry_run, typed.where_both_changed, typed.passphrase_fd)
    return merge.run(application, wanted)


def _room(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import room

    wanted = room.RoomRequest(typed.file, typed.listen, typed.round, typed.codes, typed.minutes, typed.passphrase_fd)
    return room.run(application, wanted)


def _policy(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import policy

    return policy.read(application, typed.file, typed.language)


def _questionnaire(application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import questionnaires

    if typed.about == "list":
        return questionnaires.list_shipped(application)
    return questionnaires.check(application, typed.file)


def _check(application: Application, _typed: argparse.Namespace) -> int:
    from trustcheck.commands import check

    return check.run(application)


def _completion(_application: Application, typed: argparse.Namespace) -> int:
    from trustcheck.commands import completion

    return completion.run(typed.shell)


DEEDS: Mapping[str | None, Deed] = {
    None: _window,
    "open": _window,
    "unlock": _unlock,
    "encrypt": _protect,
    "decrypt": _protect,
    "verify": _verify,
    "backup": _keep_safe,
    "restore": _keep_safe,
    "rescue": _keep_safe,
    "sample": _sample,
    "score": _score,
    "report": _report,
    "export": _export,
    "import": _import,
    "merge": _merge,
    "room": _room,
    "policy": _policy,
    "questionnaire": _questionnaire,
    "check": _check,
    "completion": _completion,
}
"""By the word that was typed; without one the window opens."""
