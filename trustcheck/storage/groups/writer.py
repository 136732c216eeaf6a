"""Preparing a group's round, opening it, taking it up again, and locking the laptop while it goes round."""

import sqlalchemy as sa

from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.checks.group_round import LEAST_THRESHOLD, MOST_THRESHOLD, GroupSetup
from trustcheck.domain.checks.marks import AnswerMark
from trustcheck.domain.checks.round import NOTE_LIMIT, RoundState
from trustcheck.domain.checks.workshop import Workshop
from trustcheck.storage.groups import group_refusals
from trustcheck.storage.groups.reader import setup_of
from trustcheck.storage.groups.state import require_open, state_of
from trustcheck.storage.groups.workshop_text import fitting_workshop, workshop_text
from trustcheck.storage.rounds import seals
from trustcheck.storage.rounds.mark_rows import put_mark
from trustcheck.storage.rounds.questionnaire_text import questionnaire_to_text
from trustcheck.storage.rounds.requirements import require_organisation, require_sheets_here
from trustcheck.storage.rounds.tidying import mark_taken_back
from trustcheck.storage.rounds.writer import NEXT_NUMBER, keep_targets, questionnaire_id, retested
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import StorePart, fitting
from trustcheck.words import gettext as _

# How often the PIN of a laptop that goes round was tried in vain: kept, so that starting anew forgets none of it.


_wrong = group_tables.wrong_pin

# One statement: a try is counted before anybody knows whether it opens, and by nobody twice.
_COUNT = """
INSERT INTO wrong_pin (round, tries) SELECT round, 1 FROM group_round WHERE round = ? AND lock <> x''
ON CONFLICT (round) DO UPDATE SET tries = min(tries + 1, 1000000)
"""


class PinTries(StorePart):
    def count_pin_try(self, round_id: int) -> int:
        """Raises ``NotSaved``; nothing may be tried then."""
        with self._file.writing(_("The PIN was not tried.")) as connection:
            connection.exec_driver_sql(_COUNT, (round_id,))
            return _tries(connection, round_id)

    def pin_tries(self, round_id: int) -> int:
        with self._file.reading() as connection:
            return _tries(connection, round_id)


def forget_tries(connection: sa.Connection, round_id: int) -> None:
    """Where there is another lock, or none any more, nobody has tried it yet."""
    connection.execute(_wrong.delete().where(_wrong.c.round == round_id))


def _tries(connection: sa.Connection, round_id: int) -> int:
    return connection.scalar(sa.select(_wrong.c.tries).where(_wrong.c.round == round_id)) or 0


_round = tables.round_.c
_group = group_tables.group_round
_UNLOCKED = b""


class GroupWriter(StorePart):
    """Each method is one transaction and raises ``Refused`` where the round's state does not allow it."""

    def prepare(self, new: NewGroupRound, *, opened: bool = False) -> int:
        """The new round's id. The questionnaire is kept exactly as it is handed in."""
        require_sound(new.setup)
        round_id = self._new_id()
        with self._file.writing(_("This check is not saved yet.")) as connection:
            require_organisation(connection, new.organisation_id)
            values = {
                "id": round_id,
                "organisation": new.organisation_id,
                "questionnaire": questionnaire_id(connection, new.questionnaire, self._new_id()),
                "number": NEXT_NUMBER,
                "state": RoundState.PREPARING.value,
                "started_on": new.started_on,
            }
            values |= of_the_round(new.setup) | retested(connection, new.retests)
            connection.execute(tables.round_.insert().values(values))
            connection.execute(_group.insert().values({"round": round_id} | of_the_group(new.setup)))
            keep_lists(connection, round_id, new.setup)
            if opened:
                _turn_open(connection, round_id)
        return round_id

    def change_setup(self, round_id: int, setup: GroupSetup) -> None:
        require_sound(setup)
        unsaved = _("This set-up is not saved yet.")
        with self._file.writing(unsaved) as connection:
            state = state_of(connection, round_id, unsaved)
            if state is RoundState.CLOSED:
                raise group_refusals.set_up_is_fixed(state)
            if state is RoundState.OPEN and promised(setup) != promised(setup_of(connection, round_id)):
                raise group_refusals.set_up_is_fixed(state)
            connection.execute(tables.round_.update().where(_round.id == round_id).values(of_the_round(setup)))
            connection.execute(_group.update().where(_group.c.round == round_id).values(of_the_group(setup)))
            keep_lists(connection, round_id, setup)

    def open(self, round_id: int) -> None:
        unsaved = _("This check is not open yet.")
        with self._file.writing(unsaved) as connection:
            state = state_of(connection, round_id, unsaved)
            if state is not RoundState.PREPARING:
                raise group_refusals.cannot_open(state)
            _turn_open(connection, round_id)

    def reopen(self, round_id: int) -> None:
        unsaved = _("This check is not open yet.")
        with self._file.writing(unsaved) as connection:
            state = state_of(connection, round_id, unsaved)
            if state is not RoundState.CLOSED:
                raise group_refusals.cannot_reopen(state)
            require_sheets_here(connection, round_id)
            _turn_open(connection, round_id)

    def save_own_words(self, round_id: int, sentence: str) -> None:
        """At most ``NOTE_LIMIT`` characters."""
        unsaved = _("This sentence is not saved yet.")
        kept = {"own_words": fitting(sentence, NOTE_LIMIT)}
        with self._file.writing(unsaved) as connection:
            state_of(connection, round_id, unsaved)
            before = connection.execute(sa.select(_group.c.own_words).where(_group.c.round == round_id)).scalars()
            mark_taken_back(connection, before, kept.values())
            connection.execute(_group.update().where(_group.c.round == round_id).values(kept))

    def save_workshop(self, round_id: int, workshop: Workshop) -> None:
        """What was decided is the organisation's own words, and goes from the log when it is taken back."""
        unsaved = _("This is not saved yet.")
        kept = {"workshop": workshop_text(fitting_workshop(workshop))}
        with self._file.writing(unsaved) as connection:
            state_of(connection, round_id, unsaved)
            before = connection.execute(sa.select(_group.c.workshop).where(_group.c.round == round_id)).scalars()
            mark_taken_back(connection, before, kept.values())
            connection.execute(_group.update().where(_group.c.round == round_id).values(kept))

    def save_flag(self, round_id: int, item_id: str, *, flagged: bool) -> None:
        """Of a closed check alone: while it is open nobody has seen what there is to talk about."""
        unsaved = _("This is not saved yet.")
        with self._file.writing(unsaved) as connection:
            if state_of(connection, round_id, unsaved) is not RoundState.CLOSED:
                raise group_refusals.results_wait()
            put_mark(connection, round_id, item_id, AnswerMark(flagged=flagged))

    def lock_round(self, round_id: int, lock: bytes) -> None:
        unsaved = _("The laptop is not ready to go round yet.")
        with self._file.writing(unsaved) as connection:
            if lock:
                require_open(connection, round_id, unsaved)
                others = sa.select(_group.c.round).where(_group.c.lock != _UNLOCKED, _group.c.round != round_id)
                if connection.execute(others).first() is not None:
                    raise group_refusals.another_check_goes_round()
            forget_tries(connection, round_id)
            connection.execute(_group.update().where(_group.c.round == round_id).values(lock=lock))


def require_sound(setup: GroupSetup) -> None:
    """Raises ``Refused`` for a set-up under which nobody is asked or nobody is protected."""
    if not setup.perspectives:
        raise group_refusals.no_perspective()
    if not LEAST_THRESHOLD <= setup.threshold <= MOST_THRESHOLD:
        raise group_refusals.threshold_out_of_range(LEAST_THRESHOLD, MOST_THRESHOLD)


def promised(setup: GroupSetup) -> tuple[object, ...]:
    """What people were told, or what was decided before anybody answered; it stays once a round is open."""
    return (
        setup.form,
        frozenset(setup.perspectives),
        setup.leaders_are,
        setup.staff_are,
        setup.way,
        setup.threshold,
        setup.notes,
        dict(setup.importance),
        dict(setup.targets),
        setup.one_leader_agreed,
        setup.rows_may_leave,
        setup.dots,
        setup.guesses,
        setup.drill,
        dict(setup.translated),
    )


def of_the_round(setup: GroupSetup) -> dict[str, object]:
    """What of a set-up stands in the row of the round."""
    return {
        "form": setup.form.value,
        "asked": sum(setup.invited.get(each, 0) for each in set(setup.perspectives)),
        "leaders_are": fitting(setup.leaders_are, NOTE_LIMIT),
    }


def of_the_group(setup: GroupSetup) -> dict[str, object]:
    """What of a set-up only a group has."""
    return {
        "way": setup.way.value,
        "minutes": max(0, setup.minutes),
        "threshold": setup.threshold,
        "notes": setup.notes.value,
        "routes": fitting(setup.routes, NOTE_LIMIT),
        "staff_are": fitting(setup.staff_are, NOTE_LIMIT),
        "one_leader_agreed": setup.one_leader_agreed,
        "rows_may_leave": setup.rows_may_leave,
        "dots": setup.dots,
        "guesses": setup.guesses,
        "drill": setup.drill,
    }


def keep_lists(connection: sa.Connection, round_id: int, setup: GroupSetup) -> None:
    """Who is invited, what the themes weigh and what is aimed for, in the place of what stood there."""
    asked, importance = group_tables.asked_perspective, group_tables.importance
    for table in (asked, importance):
        connection.execute(table.delete().where(table.c.round == round_id))
    for perspective in set(setup.perspectives):
        invited = max(0, setup.invited.get(perspective, 0))
        words = setup.translated.get(perspective)
        values = {"perspective": perspective.value, "invited": invited}
        values |= {"words": questionnaire_to_text(words)} if words is not None else {}
        connection.execute(asked.insert().values(round=round_id, **values))
    for theme, weight in setup.importance.items():
        connection.execute(importance.insert().values(round=round_id, theme=theme, weight=weight))
    keep_targets(connection, round_id, setup.targets)


def _turn_open(connection: sa.Connection, round_id: int) -> None:
    opened = {"state": RoundState.OPEN.value, "closed_on": None}
    connection.execute(tables.round_.update().where(_round.id == round_id).values(opened))
    seals.lift(connection, round_id)
