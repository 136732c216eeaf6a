"""The facts of a check that is still open: the organiser answers them, and no score stands beside them yet."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from trustcheck.app.answering.personal import Saving
from trustcheck.app.results.personal import FactResult
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.kit.background import run
from trustcheck.ui.results.say_do_page import SayDoPage
from trustcheck.ui.results.say_do_view import SayDoView
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place


class FactsDesk(QObject):
    """Begin with :meth:`show`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._round_id = 0
        self._questionnaire: Questionnaire | None = None
        self._facts: dict[str, PracticeAnswer] = {}
        self._page: SayDoPage | None = None

    def show(self, round_id: int) -> None:
        """Read the facts as they are kept, behind the window, and go there."""
        if not self._context.drained():
            return
        self._round_id = round_id
        store = self._file.store
        run(
            lambda _progress: (store.groups.setup(round_id)[2], store.groups.facts(round_id)),
            self._arrive,
            self._context.refuse,
            owner=self,
        )

    def _arrive(self, read: tuple[Questionnaire, Mapping[str, PracticeAnswer]]) -> None:
        self._questionnaire, self._facts = read[0], dict(read[1])
        page = self._page = SayDoPage(self._window.look)
        page.fact_answered.connect(self._keep)
        page.fact_cleared.connect(self._forget)
        self._window.add_page(Place.SAY_DO, page)
        self._fill()
        self._window.go_to(Place.SAY_DO)
        self._context.arrived()

    def _keep(self, given: PracticeAnswer) -> None:
        self._facts[given.practice_id] = given
        self._save(given.practice_id, given)

    def _forget(self, practice_id: str) -> None:
        self._facts.pop(practice_id, None)
        self._save(practice_id, None)

    def _save(self, practice_id: str, given: PracticeAnswer | None) -> None:
        store, round_id = self._file.store, self._round_id
        if self._file.queue.turns_away():
            self.show(round_id)
            return
        self._file.queue.put(
            Saving(lambda: store.rounds.save_fact(round_id, practice_id, given), f"fact {practice_id}")
        )
        self._fill()

    def _fill(self) -> None:
        assert self._questionnaire is not None
        assert self._page is not None
        self._page.show_facts(facts_alone(self._round_id, self._questionnaire, self._facts))


def facts_alone(round_id: int, questionnaire: Questionnaire, facts: Mapping[str, PracticeAnswer]) -> SayDoView:
    """Every fact with what was said of it, and nothing beside it: there is no result yet."""
    rows = tuple(
        FactResult(each, questionnaire.theme_by_id[each.theme], facts.get(each.id)) for each in questionnaire.practices
    )
    return SayDoView(round_id, rows, (), has_themes=False, described="")
