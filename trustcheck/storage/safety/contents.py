"""What is in a data file, counted without reading what anybody answered; of any schema this program knows."""

from contextlib import closing
from datetime import date
from typing import Any

from trustcheck.app.store.safekeeping import Contents, OrganisationContents
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.key import FileKey

_WRITTEN_BY = "SELECT value FROM setting WHERE name = 'written_by'"
# A name that was deleted stands apart until the file is closed; what is counted is what is there.
# What asks a promise again is no check of its own.
_COUNTS = """
SELECT organisation.name, count(DISTINCT {check}), count(answer.item), max(round.started_on)
FROM organisation LEFT JOIN round ON round.organisation = organisation.id
LEFT JOIN response ON response.round = round.id LEFT JOIN answer ON answer.response = response.id
GROUP BY organisation.id ORDER BY lower(organisation.name)
"""


def contents_of(path: str, key: FileKey | None) -> Contents:
    """Look into a closed or an open file without changing a byte. Raises the driver's errors and ``ValueError``."""
    with closing(engines.driver_on(path, engines.how_to_look(path), key)) as driver:
        return contents_seen(driver)


def contents_seen(driver: Any) -> Contents:
    columns = {each[1] for each in driver.execute("PRAGMA table_info(round)")}
    check = "CASE WHEN round.retests IS NULL THEN round.id END" if "retests" in columns else "round.id"
    counted = driver.execute(_COUNTS.format(check=check)).fetchall()
    written_by = driver.execute(_WRITTEN_BY).fetchone()
    return Contents(
        tuple(OrganisationContents(str(name), checks, answers, _day(last)) for name, checks, answers, last in counted),
        str(written_by[0])[:40] if written_by else "",
    )


def _day(found: object) -> date | None:
    return date.fromisoformat(found) if isinstance(found, str) else None
