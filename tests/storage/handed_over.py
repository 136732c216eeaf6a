"""A data file with three clients, and ways to look at a file that was handed over from it as nobody should need to."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2

from tests.storage import by_hand
from tests.storage.people import ASKED, DAY, LEADER, SETUP, STAFF, opened, prepared, sheet
from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.proposal import LastSaid
from trustcheck.domain.checks.round import OrganisationDetails, Promise
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.schema.group_tables import group_round
from trustcheck.storage.store import SqliteStore

OURS, OTHERS = "Bellwater Council", ("Ferngate Libraries", "Quarrystone & Sons")
PASSPHRASE = "seven herons on a weir"
MARKS = {OURS: "heron", OTHERS[0]: "badger", OTHERS[1]: "otter"}
"""A word that every text of a client carries and no text of another."""
TABLES = [table.name for table in group_round.metadata.sorted_tables]
_PAGE, _TAIL, _IV = 4096, 80, 16


def fill(store: SqliteStore, name: str) -> int:
    """An organisation with everything there can be: details, a closed check with notes and late sheets, one that is
    prepared, and two of one person's."""
    mark = MARKS[name]
    organisation = store.organisations.add(name)
    details = OrganisationDetails(f"{mark} notes", f"{mark} routes", f"{mark} advice", "#1f6f78", f"{mark} ends")
    store.organisations.save_details(organisation, replace(details, logo=b"\x89PNG " + mark.encode()))
    asked = replace(
        SETUP, leaders_are=f"{mark} board", staff_are=f"{mark} crew", importance={"A": 3}, targets={"B": 87.5}
    )
    round_id = opened(store, asked, name)
    store.sheets.add(
        round_id,
        [sheet(each, STAFF, code=f"{mark}-{each}", notes={"A1": f"{mark} note {each}"}) for each in range(12)]
        + [sheet(each, LEADER, code=f"{mark}-{each}") for each in range(20, 26)],
    )
    store.rounds.save_fact(round_id, "K1", PracticeAnswer("K1", Fact.PARTLY, f"{mark} minutes"))
    store.rounds.save_promise(round_id, Promise(f"{mark} promise", date(2027, 2, 1), f"{mark} sign"))
    store.groups.close(round_id, DAY)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, [sheet(40, STAFF, code=f"{mark}-40", notes={"B1": f"{mark} late"})])
    store.groups.close(round_id, DAY)
    store.groups.save_flag(round_id, "B1", flagged=True)
    store.groups.save_own_words(round_id, f"{mark} in our own words")
    prepared(store, asked, name)
    for number in range(2):
        new = NewRound(name, Form.FULL, STAFF, replace(ASKED, title=f"{mark} asked"), f"{mark} heads", DAY)
        said = PracticeAnswer("K1", Fact.NO, f"{mark} last year")
        new = replace(new, proposed=LastSaid({"C1": Answer(2)}, {"K1": said}))
        personal = store.rounds.begin(new)
        store.rounds.save_answer(personal, "A1", Answer(4))
        store.rounds.save_answer(personal, "B2", Answer.DONT_KNOW)
        store.rounds.save_note(personal, "A1", f"{mark} private")
        store.rounds.save_mark(personal, "A1", AnswerMark(flagged=True, aloud=Aloud.SOME, grade=EvidenceGrade.EXAMPLE))
        if number:
            store.rounds.close(personal, DAY)
    return organisation


def content(store: SqliteStore, organisation_id: int) -> tuple[object, ...]:
    """Everything of one organisation as values, without what differs between two files: ids and orders."""
    rounds: list[object] = []
    for each in store.rounds.of_organisation(organisation_id):
        summary = replace(each, id=0, organisation=replace(each.organisation, id=0))
        if each.kind.value == "personal":
            personal = store.rounds.round(each.id)
            rounds.append(replace(personal, summary=summary))
        elif each.state.value == "closed":
            group = store.groups.round(each.id)
            responses = tuple(sorted(group.responses, key=repr))
            notes = tuple(sorted(group.notes, key=repr))
            rounds.append(replace(group, summary=summary, responses=responses, notes=notes))
        else:
            rounds.append((summary, *store.groups.setup(each.id)[1:]))
    return store.organisations.details(organisation_id), *rounds


def everything(driver: Any) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table."""
    return {table: driver.execute(f'SELECT * FROM "{table}"').fetchall() for table in TABLES}


def ids_in(driver: Any) -> set[int]:
    """Every random id there is."""
    found = [value for rows in everything(driver).values() for row in rows for value in row]
    return {each for each in found if isinstance(each, int) and each >= 1 << 47}


def rows_of(path: Path, passphrase: str = "") -> dict[str, list[tuple[object, ...]]]:
    with closing(dbapi2.connect(str(path))) as driver:
        if passphrase:
            by_hand.unlock(driver, path, passphrase)
        return everything(driver)


def plain_bytes(path: Path, passphrase: str) -> bytes:
    """The pages of a protected file, each decrypted as it lies there: also what no row shows."""
    raw, pages = path.read_bytes(), []
    key = bytes.fromhex(by_hand.digits_of(passphrase, by_hand.salt_of(path)))
    for begins in range(0, len(raw), _PAGE):
        page = raw[begins : begins + _PAGE]
        sealed = page[_IV if begins == 0 else 0 : -_TAIL]
        cipher = Cipher(algorithms.AES(key), modes.CBC(page[-_TAIL : -_TAIL + _IV])).decryptor()
        pages.append(cipher.update(sealed) + cipher.finalize())
    return b"".join(pages)
