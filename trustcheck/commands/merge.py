"""``trustcheck merge FILE OTHER``: brings in what was changed in another copy of the same data file."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

from trustcheck.app.application import Application
from trustcheck.app.ports import Locked, Refused, Store
from trustcheck.app.presenting.merging import kept_before_words, merge_words, part_words, same_words
from trustcheck.app.store.merging import Merge, MergeChoice, PartState
from trustcheck.commands.passphrase import asked, opened
from trustcheck.commands.safekeeping import open_whole
from trustcheck.commands.typed import harmless
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class MergeRequest:
    file: str
    other: str
    only_says: bool
    where_both_changed: str | None
    passphrase_fd: int | None


def run(application: Application, wanted: MergeRequest) -> int:
    """Say what is found, and do it unless that is all that is wanted. Raises :class:`~trustcheck.app.ports.Refused`."""
    store, passphrase = _opened(application, wanted)
    with closing(store):
        seen, passphrase = _with_passphrase(
            lambda typed: store.carrying.compare_with(wanted.other, typed), passphrase, wanted.passphrase_fd
        )
        _tell(seen)
        if wanted.only_says:
            print(_("Nothing was changed."))
        elif not seen.changes_nothing:
            chosen = _chosen(seen, wanted.where_both_changed)
            kept = store.carrying.merge(wanted.other, seen, chosen, application.today(), passphrase)
            print(_("Brought in. The file as it was before is kept: {path}").format(path=kept))
    return 0


def _opened(application: Application, wanted: MergeRequest) -> tuple[Store, str]:
    """The file, and the passphrase that opened it: mostly that of the other one too."""
    used = ""

    def attempt(passphrase: str) -> Store:
        nonlocal used
        used = passphrase
        if wanted.only_says:
            return application.open_store(wanted.file, create=False, look_only=True, passphrase=passphrase)
        return open_whole(application, wanted.file, passphrase, create=False)

    return opened(attempt, wanted.passphrase_fd), used


def _with_passphrase(attempt: Callable[[str], Done], passphrase: str, descriptor: int | None) -> tuple[Done, str]:
    try:
        return attempt(passphrase), passphrase
    except Locked:
        passphrase = asked(descriptor)
        return attempt(passphrase), passphrase


def _chosen(seen: Merge, both_changed: str | None) -> dict[int, MergeChoice]:
    """By the id of each part. Raises :class:`~trustcheck.app.ports.Refused` where something is to be chosen."""
    asking = [each for each in seen.having(PartState.CHANGED) if len(each.choices) > 1]
    if asking and both_changed is None:
        told = ngettext(
            "In one place both files changed the same thing.",
            "In {n} places both files changed the same thing.",
            len(asking),
        )
        raise Refused(
            told.format(n=len(asking)),
            _("Nothing was changed."),
            _("Say which stays with --where-both-changed here, there or both, or choose one by one in the window."),
        )
    wanted = MergeChoice(both_changed) if both_changed is not None else MergeChoice.HERE
    return {each.id: wanted for each in asking}


def _tell(seen: Merge) -> None:
    print(merge_words(seen))
    same = seen.having(PartState.SAME)
    told = [each for each in seen.parts if each.found is not PartState.SAME]
    for each in told:
        words = part_words(each)
        title = ": ".join(part for part in (words.organisation, words.title) if part)
        print(f"- {harmless(title)}")
        print(f"  {harmless(words.found)}")
        if each.choices:
            print("  " + " / ".join(option.words for option in words.options))
    if same:
        print(same_words(len(same)))
    if not seen.changes_nothing:
        print(kept_before_words())
