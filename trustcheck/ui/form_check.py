"""What the desks for forms share: the check at hand, and the folder that was used last."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from trustcheck.app.form_making import FormOrder
from trustcheck.app.ports import Paper, Store
from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Perspective, Questionnaire
from trustcheck.domain.round import RoundSummary
from trustcheck.settings import SettingsStore
from trustcheck.words import gettext as _

_KEPT = 60
_NOT_IN_NAMES = set('<>:"/\\|?*')


@dataclass(frozen=True)
class FormCheck:
    """What making and reading forms need to know of a check."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire
    taken: frozenset[str]

    def order(self, perspective: Perspective, paper: Paper = Paper.A4, *, large_print: bool = False) -> FormOrder:
        return FormOrder(self.summary, self.setup, self.questionnaire, perspective, paper, large_print)

    def file_name(self, perspective: Perspective) -> str:
        """A name people can find again, without its ending: the place, and whose forms they are."""
        words = _("{place} forms for leaders") if perspective is Perspective.LEADER else _("{place} forms for staff")
        return words.format(place=file_name_of(self.summary.organisation.name)).strip()


def file_name_of(organisation: str) -> str:
    """The name of an organisation as part of a file's."""
    kept = "".join(" " if each in _NOT_IN_NAMES or not each.isprintable() else each for each in organisation)
    return " ".join(kept.split())[:_KEPT].strip(" .")


def look_at(store: Store, round_id: int) -> FormCheck:
    return FormCheck(*store.group_setup(round_id), store.taken_codes(round_id))


def last_folder(settings: SettingsStore) -> Path:
    return Path(settings.load_window().last_folder or Path.home())


def remember_folder(settings: SettingsStore, folder: Path) -> None:
    """Only a convenience for the next time."""
    with suppress(OSError):
        settings.save_window(replace(settings.load_window(), last_folder=str(folder)))
