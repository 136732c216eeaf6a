"""A parcel as a document of plain values, and back. ``docs/export-1.schema.json`` says what stands in one."""

from dataclasses import replace
from hashlib import sha256
from json import dumps
from typing import Any

from trustcheck.app.carried_classes import told_together
from trustcheck.app.parcel import Belongings, GroupCheck, Parcel, PersonalCheck
from trustcheck.app.parcel_rules import require_sound
from trustcheck.app.plain_reading import Reading
from trustcheck.app.plain_scalars import Misfit
from trustcheck.app.plain_values import plain, record
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.words import gettext as _

FORMAT = "trustcheck-export"
VERSION = 1


class Newer(Misfit):
    """A document of a later version, which may mean something else by its words."""


def document_of(parcel: Parcel) -> dict[str, Any]:
    """The same parcel gives the same document. A questionnaire stands in it once, under a name made of its words."""
    asked = {each.questionnaire for one in parcel.organisations for each in one.checks}
    named = {each: _name(each) for each in asked}
    return {
        "format": FORMAT,
        "version": VERSION,
        "organisations": [plain(each, named) for each in parcel.organisations],
        "questionnaires": {name: record(each, None) for each, name in sorted(named.items(), key=lambda pair: pair[1])},
    }


def parcel_from(document: Any) -> Parcel:
    """What a document holds. Raises :class:`Misfit` naming the first thing that is not as it should be."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Misfit("format", _("an export of TrustCheck begins with {format}.").format(format=FORMAT))
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Misfit("version", _("a whole number from 1 on is expected here."))
    if version > VERSION:
        raise Newer("version", _("this is version {theirs}.").format(theirs=min(version, 10**9)))
    parcel = Parcel(_organisations(document))
    require_sound(parcel)
    return Parcel(tuple(_with_classes_together(each) for each in parcel.organisations))


def _organisations(document: dict[str, Any]) -> tuple[Belongings, ...]:
    reading = Reading()
    asked = document.get("questionnaires", {})
    if not isinstance(asked, dict):
        raise Misfit("questionnaires", _("a record is expected here."))
    known = {name: reading.record(Questionnaire, each, f"questionnaires.{name}") for name, each in asked.items()}
    reading = Reading(known)
    found: tuple[Belongings, ...] = reading.value(
        tuple[Belongings, ...], document.get("organisations"), "organisations"
    )
    return found


def _with_classes_together(each: Belongings) -> Belongings:
    """Results of an older TrustCheck told classes of one or two people apart; from here on nobody sees those."""
    return replace(each, checks=tuple(_together(check) for check in each.checks))


def _together(check: PersonalCheck | GroupCheck) -> PersonalCheck | GroupCheck:
    if isinstance(check, GroupCheck) and check.result is not None:
        return replace(check, result=told_together(check.result))
    return check


def _name(questionnaire: Questionnaire) -> str:
    words = dumps(record(questionnaire, None), sort_keys=True, separators=(",", ":"))
    return sha256(words.encode("ascii")).hexdigest()[:16]
