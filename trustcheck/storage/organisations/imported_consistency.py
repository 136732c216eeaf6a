"""Whether rows that came from elsewhere make sense together: every check is read, and its result worked out."""

from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import Organisation, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Questionnaire, is_translation
from trustcheck.storage.file.data_file import DataFile
from trustcheck.storage.groups.reader import GroupReader
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.storage.organisations.overview import OrganisationList
from trustcheck.storage.rounds.beside_text import beside_from
from trustcheck.storage.rounds.questionnaire_text import questionnaire_from_text, questionnaire_to_text
from trustcheck.storage.rounds.reader import RoundReader
from trustcheck.storage.store_part import CurrentFile

# What no single row can break: each of these finds a pair of rows that contradict each other.
CONTRADICTIONS = (
    "SELECT 1 FROM note JOIN response ON response.id = note.response WHERE response.round <> note.round",
    "SELECT 1 FROM sheet JOIN response ON response.id = sheet.response WHERE response.round <> sheet.round",
    "SELECT 1 FROM sheet WHERE round NOT IN (SELECT round FROM group_round)",
    "SELECT 1 FROM response WHERE round IN (SELECT round FROM group_round) AND id NOT IN (SELECT response FROM sheet)",
    """
    SELECT 1 FROM round LEFT JOIN response ON response.round = round.id
    WHERE round.id NOT IN (SELECT round FROM group_round) GROUP BY round.id HAVING count(response.id) <> 1
    """,
    "SELECT 1 FROM round WHERE state = 'preparing' AND id NOT IN (SELECT round FROM group_round)",
    "SELECT 1 FROM round WHERE state = 'preparing' AND id IN (SELECT round FROM response)",
    "SELECT 1 FROM group_round WHERE round NOT IN (SELECT round FROM asked_perspective)",
    # An import keeps both where the rows were allowed to leave and do not explain the whole result.
    """
    SELECT 1 FROM carried_result WHERE round IN (SELECT round FROM response)
    AND round NOT IN (SELECT round FROM group_round WHERE rows_may_leave)
    """,
    "SELECT 1 FROM carried_result WHERE round NOT IN (SELECT round FROM group_round)",
    "SELECT 1 FROM carried_result JOIN round ON round.id = carried_result.round WHERE round.state <> 'closed'",
    "SELECT 1 FROM proposed_answer WHERE round IN (SELECT round FROM group_round)",
    "SELECT 1 FROM proposed_fact WHERE round IN (SELECT round FROM group_round)",
    # Of a group's check nobody says this of answers: it would be about one sheet.
    "SELECT 1 FROM answer_mark WHERE (aloud <> '' OR grade <> '') AND round IN (SELECT round FROM group_round)",
    # Whoever has seen no result has moved nothing, but a check may be open again; the ids are those of a questionnaire.
    """
    SELECT 1 FROM suggestion_by_hand JOIN round ON round.id = suggestion_by_hand.round
    WHERE length(suggestion) > 64 OR state = 'preparing'
    """,
    # A check asks again what was promised after another one of the same organisation and kind, which asks none itself.
    """
    SELECT 1 FROM round AS again JOIN round AS then_ ON then_.id = again.retests
    WHERE then_.retests IS NOT NULL OR again.promise < 1 OR then_.organisation <> again.organisation
    OR (then_.id IN (SELECT round FROM group_round)) <> (again.id IN (SELECT round FROM group_round))
    """,
    # As many as :data:`trustcheck.domain.checks.promises.MOST_KEPT`.
    "SELECT 1 FROM promise GROUP BY round HAVING count(*) > 99",
)
_ANSWERED = """
SELECT DISTINCT answer.item, answer.code FROM answer JOIN response ON response.id = answer.response
WHERE response.round = :round
"""
_BESIDE = "SELECT DISTINCT beside FROM response WHERE round = :round AND beside <> ''"
_NOTED = """
SELECT item FROM note WHERE round = :round UNION SELECT item FROM group_note WHERE round = :round
UNION SELECT item FROM answer_mark WHERE round = :round
UNION SELECT item FROM proposed_answer WHERE round = :round
"""
_THEMES = """
SELECT theme FROM importance WHERE round = :round UNION SELECT theme FROM target WHERE round = :round AND theme <> ''
"""


def _draws_nothing(_bits: int) -> int:
    """Whoever only reads gives no id."""
    return 0


class Arrivals:
    """Reads what arrived as the window would read it."""

    def __init__(self, engine: sa.Engine) -> None:
        self._file = DataFile("", engine, None)
        current = CurrentFile(self._file)
        self._organisations = OrganisationList(current, _draws_nothing)
        self._rounds, self._groups = RoundReader(current, _draws_nothing), GroupReader(current, _draws_nothing)

    def looked_through(self) -> tuple[tuple[Organisation, ...], tuple[RoundSummary, ...]]:
        """The organisations by name and their rounds, the newest first. Raises whatever it is that makes no sense."""
        rounds = (*self._rounds.summaries(), *self._rounds.retests())
        organisations = self._organisations.all()
        if not all(_is_a_name(each.name) for each in organisations):
            raise organisation_refusals.not_sound()
        with self._file.reading() as connection:
            for contradiction in CONTRADICTIONS:
                if connection.exec_driver_sql(contradiction).first() is not None:
                    raise organisation_refusals.not_sound()
            asked = _questionnaires(connection)
            for each in rounds:
                _require_known(connection, each.id, asked)
        for each in rounds:
            self._work_out(each)
        return organisations, rounds

    def _work_out(self, summary: RoundSummary) -> None:
        """What a page would show some day is worked out now, when it can still be refused."""
        if summary.kind is RoundKind.PERSONAL:
            result_of(self._rounds.round(summary.id))
        elif summary.state is RoundState.CLOSED:
            group_result_of(self._groups.round(summary.id))
        else:
            _summary, setup, questionnaire = self._groups.setup(summary.id)
            group_result_of(GroupRound(summary, setup, questionnaire, ()))


def _is_a_name(name: str) -> bool:
    return bool(name.strip()) and not any(ord(each) < ord(" ") for each in name)


def _questionnaires(connection: sa.Connection) -> dict[int, Questionnaire]:
    """The questionnaires by id, each exactly as this program writes one, under its own digest."""
    found: dict[int, Questionnaire] = {}
    for id_, digest, text in connection.exec_driver_sql("SELECT id, digest, text FROM questionnaire"):
        questionnaire = questionnaire_from_text(text)
        _require_asked(questionnaire)
        if questionnaire_to_text(questionnaire) != text or sha256(text.encode("ascii")).hexdigest() != digest:
            raise organisation_refusals.not_sound()
        found[id_] = questionnaire
    return found


def _require_translations(asked: Questionnaire, texts: list[str]) -> None:
    """Raise ``NotOpened`` where a perspective reads something else than the same questions in another language. One at
    least reads the check's own words."""
    for text in texts:
        if text:
            words = questionnaire_from_text(text)
            _require_asked(words)
            if not is_translation(asked, words) or questionnaire_to_text(words) != text:
                raise organisation_refusals.not_sound()
    if texts and all(texts):
        raise organisation_refusals.not_sound()


def _require_asked(questionnaire: Questionnaire) -> None:
    """Raise ``NotOpened`` where the parts of a questionnaire do not point to each other."""
    items, themes, pillars = questionnaire.item_by_id, questionnaire.theme_by_id, questionnaire.pillar_by_id
    sound = (
        len(items) == len(questionnaire.items) > 0
        and len(themes) == len(questionnaire.themes)
        and len(pillars) == len(questionnaire.pillars)
        and sorted(questionnaire.order) == sorted(items)
        and set(questionnaire.pulse) <= {each.id for each in questionnaire.items if each.theme}
        and len(set(questionnaire.pulse)) == len(questionnaire.pulse)
        and all(each.theme in {*themes, ""} for each in questionnaire.items)
        and all(each.theme in themes for each in questionnaire.practices)
        and all(each.pillar in pillars for each in questionnaire.themes)
        and 2 <= len(questionnaire.scale) <= 7
    )
    if not sound:
        raise organisation_refusals.not_sound()


def _require_known(connection: sa.Connection, round_id: int, asked: dict[int, Questionnaire]) -> None:
    """Raise ``NotOpened`` where a round answers what its questionnaire does not ask.

    Facts that it does not ask are kept like any others, and read by nothing.
    """

    def found(question: str) -> list[Any]:
        return list(connection.exec_driver_sql(question, {"round": round_id}))

    known = asked[found("SELECT questionnaire FROM round WHERE id = :round")[0][0]]
    sound = (
        all(item in known.item_by_id and code <= known.high for item, code in found(_ANSWERED))
        and all(item in known.item_by_id for (item,) in found(_NOTED))
        and all(theme in known.theme_by_id for (theme,) in found(_THEMES))
        and all(beside_from(beside).fits(known) for (beside,) in found(_BESIDE))
    )
    if not sound:
        raise organisation_refusals.not_sound()
    _require_translations(
        known, [text for (text,) in found("SELECT words FROM asked_perspective WHERE round = :round")]
    )
