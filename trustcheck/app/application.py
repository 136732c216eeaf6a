"""Everything the window and the commands may ask for, handed over in one value. Made by ``bootstrap``, only there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

# Types only: the domain is loaded when somebody answers.
if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from trustcheck.app.answering.sealing import Sealing
    from trustcheck.app.authoring.author import Author, ItemTables
    from trustcheck.app.carrying.exporting import Exports
    from trustcheck.app.collecting.forms import Forms
    from trustcheck.app.collecting.phone_room import Rooms
    from trustcheck.app.collecting.tables import TakesTables
    from trustcheck.app.policy.lens import Policies
    from trustcheck.app.ports import Catalog, ReportMaker, StoreOpener, Writer
    from trustcheck.app.promises_in import PromiseFiles
    from trustcheck.app.questionnaires.library import Library
    from trustcheck.app.store.safekeeping import Safekeeping
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.settings import Folders, SettingsStore

NewFile = Callable[[str], None]
"""Makes a file at a path where none stands, whole or not at all. Raises :class:`~trustcheck.app.ports.Refused`."""


@dataclass(frozen=True, slots=True)
class Application:
    """What the program can do, and where it keeps things. Each callable loads its heavy libraries when first called."""

    catalog: Catalog
    library: Callable[[], Library]
    """What keeps questionnaires of one's own."""
    policies: Callable[[], Policies]
    """What reads written policies, and the rules they are read by."""
    open_store: StoreOpener
    safekeeping: Callable[[], Safekeeping]
    """What looks into closed data files, copies, restores, rescues and protects them."""
    make_report: ReportMaker
    report_documents: Mapping[str, Callable[..., bytes]]
    """The same report as other kinds of files, by their ending: each is called as ``make_report`` is."""
    languages: Callable[[], tuple[str, ...]]
    """Those a report can be written in, as their catalogues are called; English first."""
    speak_apart: Callable[[str], AbstractContextManager[None]]
    """While inside, this thread alone speaks the language with this catalogue, for a report that others read."""
    speak_as: Callable[[Questionnaire], AbstractContextManager[None]]
    """The same in the language that a questionnaire is asked in, for what people are handed."""
    write_whole: Writer
    clear_left_behind: Callable[..., int]
    """Takes away what a program that was ended by force left half written in the folder of a path; and with
    ``data_file``, of the data file there. How many. Never raises."""
    make_sample: Callable[..., None]
    """A data file at a path with the sample in it: one finished round of an invented person at an invented place, and
    a team's. With ``questionnaire``, an id or a file, invented answers to that one."""
    make_second_visit: NewFile
    """A data file with two checks of one invented council, half a year apart."""
    sealing: Callable[[], Sealing]
    """What seals the half-filled sheets of people who answer one after the other."""
    tables: Callable[[], TakesTables]
    """What reads the tables (CSV, XLSX, ODS, JSON) that sheets are taken in from."""
    forms: Callable[[], Forms]
    """What makes forms on paper and forms to fill in, and reads those that come back."""
    rooms: Callable[[], Rooms]
    """What opens a room in which people answer on their phones."""
    exports: Callable[[], Exports]
    """What makes exports of a data file, and reads one that comes back."""
    author: Callable[[], Author]
    """What reads and writes the questionnaires somebody is writing."""
    item_tables: Callable[[], ItemTables]
    """What reads tables of questions."""
    promise_files: Callable[[], PromiseFiles]
    """What reads promises from tables and calendars."""
    settings: SettingsStore
    folders: Folders
    today: Callable[[], date]
    version: str

    @property
    def own_data_file(self) -> str:
        """The data file that is opened when nobody names another."""
        return str(self.folders.data_file)

    @property
    def sample_data_file(self) -> str:
        """Where *Look at a sample* keeps its data file, beside the person's own."""
        return str(self.folders.data / "sample.trustcheck")
