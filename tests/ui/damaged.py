"""The page of a data file that is damaged."""

from datetime import date, timedelta

from trustcheck.app.ports import Damaged
from trustcheck.app.store.safekeeping import Contents, Copy, OrganisationContents
from trustcheck.ui.datafile.damaged_page import DamagedPage
from trustcheck.ui.kit.look import Look

TODAY = date(2026, 11, 22)


YESTERDAY = TODAY - timedelta(days=1)


NOT_IN_ONE_PIECE = Damaged("This file will not open in one piece.", "Nothing in it was changed.")


def copy(day: date | None) -> Copy:
    return Copy(f"/data/answers copies/0007 {day}.trustcheck", day)


def held(*names: str) -> Contents:
    return Contents(tuple(OrganisationContents(name, 2, 80, YESTERDAY) for name in names), "1.0")


def damaged_page(look: Look) -> DamagedPage:
    page = DamagedPage(look, "answers.trustcheck", NOT_IN_ONE_PIECE)
    page.show_found(copy(YESTERDAY), TODAY)
    return page
