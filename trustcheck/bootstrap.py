"""The only place where rooms are introduced to each other. Every heavy library waits until its first use."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trustcheck import __version__, assets, words
from trustcheck.app.application import Application
from trustcheck.app.refusals import Refused
from trustcheck.settings import SettingsStore, folders
from trustcheck.words import gettext as _

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from trustcheck.app.answering.sealing import Sealing
    from trustcheck.app.authoring.author import Author, ItemTables
    from trustcheck.app.carrying.exporting import Exports
    from trustcheck.app.collecting.forms import FormOrder, Forms
    from trustcheck.app.collecting.phone_room import CheckForPhones, Rooms
    from trustcheck.app.collecting.returned_forms import ReturnedFiles
    from trustcheck.app.collecting.tables import TakesTables
    from trustcheck.app.policy.lens import Policies
    from trustcheck.app.ports import Catalog, Progress, Report, ReportOptions, Store
    from trustcheck.app.promises_in import PromiseFiles
    from trustcheck.app.questionnaires.library import Library
    from trustcheck.app.results.group import GroupResult
    from trustcheck.app.results.personal import PersonalResult
    from trustcheck.app.store.safekeeping import Safekeeping
    from trustcheck.catalog.file_catalog import FileCatalog
    from trustcheck.domain.questionnaire.model import Questionnaire

SAMPLE, TEAM_SAMPLE = "library", "team"
"""The folders of ``resources/samples/`` that are shown: one person's round, and a check of leaders and staff."""
SECOND_VISIT = "second-visit"
"""The folder of a second check at the same place."""


def speak(environment: Mapping[str, str]) -> None:
    """Speak the language the person chose, or else the system's, from now on; English where there is no other."""
    # A folder that is missing, or that nobody knows, is told by whoever cannot do without it.
    with suppress(assets.ResourceMissing, RuntimeError):
        folder = assets.path("locales")
        if there := assets.languages(folder):
            chosen = SettingsStore(folders(environment).settings).load().language
            wanted = (chosen,) if chosen else words.of_the_system(environment)
            words.speak(wanted, there, partial(assets.catalogue, folder))


def build(environment: Mapping[str, str]) -> Application:
    """The program's parts, fitted together. ``environment`` names another data folder or a fixed date."""
    from trustcheck.catalog.file_catalog import FileCatalog

    places = folders(environment)
    fonts = assets.font_folders(sys.platform, environment, Path.home())

    def library() -> Library:
        from trustcheck.catalog.own_questionnaires import FileLibrary

        return FileLibrary(places.data / "questionnaires", _write_whole, catalog)

    catalog = FileCatalog(own=library)
    return Application(
        catalog=catalog,
        library=library,
        policies=_policies,
        open_store=_open_store,
        safekeeping=_safekeeping,
        make_report=partial(_make_report, fonts),
        report_documents=_report_documents(fonts),
        languages=assets.spoken_languages,
        speak_apart=_speak_apart,
        speak_as=_speak_as,
        write_whole=_write_whole,
        clear_left_behind=_clear_left_behind,
        make_sample=lambda path, questionnaire="": _make_sample(catalog, library(), path, questionnaire),
        make_second_visit=lambda path: _make_second_visit(catalog, path),
        sealing=_sealing,
        tables=_tables,
        forms=partial(_forms, fonts),
        rooms=partial(_rooms, fonts),
        exports=_exports,
        author=lambda: _author(catalog),
        item_tables=_item_tables,
        promise_files=_promise_files,
        settings=SettingsStore(places.settings),
        folders=places,
        today=_calendar(environment),
        version=__version__,
    )


def _calendar(environment: Mapping[str, str]) -> Callable[[], date]:
    """Today's date, or the one ``SOURCE_DATE_EPOCH`` fixes (seconds since 1970, UTC)."""
    fixed = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not fixed:
        return _today
    from datetime import UTC, datetime

    try:
        day = datetime.fromtimestamp(int(fixed), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Refused(
            _("SOURCE_DATE_EPOCH is {value}, which is not a number of seconds.").format(value=repr(fixed[:40])),
            _("Nothing was done."),
            _("Remove it, or give it a whole number."),
        ) from None
    return lambda: day


def _today() -> date:
    from datetime import datetime

    return datetime.now().astimezone().date()


def _policies() -> Policies:
    from trustcheck.catalog.policies import ShippedPolicies
    from trustcheck.exchange.policies.policy_text import policy_text

    return ShippedPolicies(policy_text)


def _open_store(path: str, *, create: bool = True, look_only: bool = False, passphrase: str = "") -> Store:
    from trustcheck.storage.store import open_store

    return open_store(path, create=create, look_only=look_only, passphrase=passphrase)


def _safekeeping() -> Safekeeping:
    from trustcheck.storage.safekeeping import SqliteSafekeeping

    return SqliteSafekeeping()


def _author(catalog: FileCatalog) -> Author:
    from trustcheck.catalog.authoring import FileAuthor

    return FileAuthor(catalog)


def _item_tables() -> ItemTables:
    from trustcheck.exchange.tables.item_tables import ItemTableFiles

    return ItemTableFiles()


def _promise_files() -> PromiseFiles:
    from trustcheck.exchange.tables.promise_files import PromisesOnDisk

    return PromisesOnDisk()


def _tables() -> TakesTables:
    from random import SystemRandom

    from trustcheck.exchange.tables.taking import Tables

    return Tables(SystemRandom().shuffle)


def _make_report(
    fonts: Sequence[Path],
    result: PersonalResult | GroupResult,
    options: ReportOptions,
    progress: Progress | None = None,
) -> Report:
    from trustcheck.report.maker import make_report

    return make_report(result, options, progress, fonts)


def _report_documents(fonts: Sequence[Path]) -> Mapping[str, Callable[..., bytes]]:
    def word(result: Any, options: ReportOptions, progress: Progress | None = None) -> bytes:
        from trustcheck.report.word.document import make_word_report

        return make_word_report(result, options, progress, fonts)

    def web(result: Any, options: ReportOptions, progress: Progress | None = None) -> bytes:
        from trustcheck.report.web.page import make_web_report

        return make_web_report(result, options, progress, fonts)

    def slides(result: Any, options: ReportOptions, progress: Progress | None = None) -> bytes:
        from trustcheck.report.slides.deck import make_slides

        return make_slides(result, options, progress, fonts)

    return {"docx": word, "html": web, "pptx": slides}


@contextmanager
def _speak_apart(language: str) -> Iterator[None]:
    catalogue = None if language == words.ENGLISH else assets.catalogue(assets.path("locales"), language)
    with words.apart(language if catalogue else words.ENGLISH, catalogue or NullTranslations()):
        yield


def _speak_as(asked: Questionnaire) -> AbstractContextManager[None]:
    """What people are handed speaks as their questions do, whatever the window says; as the window does where nobody
    has translated the program into their language."""
    language = asked.language.replace("-", "_")
    spoken = next((each for each in (language, language.split("_")[0]) if each in assets.spoken_languages()), "")
    return _speak_apart(spoken) if spoken else nullcontext()


def _write_whole(path: str, content: bytes) -> None:
    from trustcheck.exchange.files.atomic_files import write_whole

    write_whole(path, content)


def _clear_left_behind(path: str, *, data_file: bool = False) -> int:
    from trustcheck.exchange.files.data_files import clear_left
    from trustcheck.storage.safety.leftovers import clear_at, clear_in

    folder = Path(path).absolute().parent
    return (clear_at(path) if data_file else clear_in(folder)) + clear_left(folder)


def _sealing() -> Sealing:
    from secrets import randbelow, token_bytes

    from trustcheck.app.answering.sealing import Sealer, Sealing, words_in

    def sealer() -> Sealer:
        from trustcheck.exchange.sealed_sheet import ScryptSealer

        return ScryptSealer(token_bytes)

    def phrase_words() -> tuple[str, ...]:
        return words_in(assets.path("words", "return.en-GB.txt").read_text("utf-8"))

    return Sealing(sealer, phrase_words, randbelow)


def _forms(fonts: Sequence[Path]) -> Forms:
    from secrets import choice

    from trustcheck.app.collecting.forms import Forms

    def make_paper(order: FormOrder, codes: Sequence[str], progress: Progress | None = None) -> Report:
        from trustcheck.report.forms.fillable import make_paper_forms

        with _speak_as(order.questionnaire):
            return make_paper_forms(order, codes, progress, fonts)

    def make_fillable(order: FormOrder, code: str) -> bytes:
        from trustcheck.report.forms.fillable import make_fillable_form

        with _speak_as(order.questionnaire):
            return make_fillable_form(order, code, fonts)

    def read_returned(
        order: FormOrder,
        paths: Sequence[str],
        taken: Collection[str],
        progress: Progress | None = None,
        secrets: Sequence[bytes] = (),
    ) -> ReturnedFiles:
        from time import thread_time

        from trustcheck.exchange.forms.child_process import FormsApart
        from trustcheck.exchange.forms.returned import SECONDS_A_FILE, read_returned

        with FormsApart(SECONDS_A_FILE) as apart:
            return read_returned(order, paths, taken, progress, clock=thread_time, read=apart.read, secrets=secrets)

    return Forms(make_paper, make_fillable, _make_kit, _new_reply_key, read_returned, choice)


def _make_kit(order: FormOrder, secret: bytes) -> bytes:
    from trustcheck.exchange.reply_seal import public_of
    from trustcheck.report.forms.kit_page import make_kit

    with _speak_as(order.questionnaire):
        return make_kit(order, public_of(secret), _inks())


def _new_reply_key() -> bytes:
    from trustcheck.exchange.reply_seal import new_secret

    return new_secret()


def _rooms(fonts: Sequence[Path]) -> Rooms:
    from secrets import choice

    from trustcheck.app.collecting.phone_room import Rooms
    from trustcheck.app.ports import Paper
    from trustcheck.exchange.room_process import RoomProcess, own_addresses

    def make_cards(check: CheckForPhones, door: str, codes: Sequence[str], paper: Paper = Paper.A4) -> Report:
        from trustcheck.report.forms.cards import make_room_cards

        with _speak_as(check.questionnaire):
            return make_room_cards(check, door, codes, paper, fonts)

    return Rooms(RoomProcess, own_addresses, choice, _inks, make_cards)


def _inks() -> Mapping[str, Mapping[str, str]]:
    return {each: assets.inks(each) for each in ("light", "dark")}


def _exports() -> Exports:
    from trustcheck.app.carrying.exporting import Exports
    from trustcheck.exchange.exports.formats import export_bytes, formats
    from trustcheck.exchange.exports.json_export import read_parcel
    from trustcheck.exchange.files.atomic_files import make_new_file

    return Exports(formats(), export_bytes, read_parcel, make_new_file)


def _make_sample(catalog: Catalog, library: Library, path: str, wanted: str = "") -> None:
    from trustcheck.app.questionnaires.shelf import named
    from trustcheck.app.samples import answered_by_the_same, answered_by_the_team, fill, fill_team
    from trustcheck.exchange.files.atomic_files import make_new_file
    from trustcheck.exchange.samples import read_sample, read_team_sample

    questionnaire = catalog.questionnaire(catalog.shipped()[0], words.language())
    sample = read_sample(assets.path("samples", SAMPLE), questionnaire)
    team = read_team_sample(assets.path("samples", TEAM_SAMPLE), questionnaire)
    if wanted:
        questionnaire = named(catalog, library, wanted)
        sample, team = answered_by_the_same(sample, questionnaire), answered_by_the_team(team, questionnaire)

    def make(temporary: str) -> None:
        store = _open_store(temporary)
        try:
            fill_team(store, team, questionnaire)
            fill(store, sample, questionnaire)
        finally:
            store.close()

    make_new_file(path, make)


def _make_second_visit(catalog: Catalog, path: str) -> None:
    from trustcheck.app.samples import fill_second_visit
    from trustcheck.exchange.files.atomic_files import make_new_file
    from trustcheck.exchange.samples import read_second_visit

    questionnaire = catalog.questionnaire(catalog.shipped()[0])
    visit = read_second_visit(assets.path("samples", SECOND_VISIT), questionnaire)

    def make(temporary: str) -> None:
        store = _open_store(temporary)
        try:
            fill_second_visit(store, visit, questionnaire)
        finally:
            store.close()

    make_new_file(path, make)
