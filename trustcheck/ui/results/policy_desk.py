"""The policy that is looked at beside one result: read behind the window, and forgotten with the result."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trustcheck.app.policy.lens import looked_at, rules_for
from trustcheck.app.refusals import Refused
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.results.policy import PolicyLens
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.kit.background import run
from trustcheck.ui.results.policy_page import PolicyPage
from trustcheck.ui.shell.context import Context
from trustcheck.words import gettext as _


class PolicyDesk(QObject):
    """Signals: ``found`` with what was found in a policy."""

    found = Signal(object)

    def __init__(self, context: Context, page: PolicyPage) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._result: PersonalResult | GroupResult | None = None
        page.policy_given.connect(self._read)
        page.policy_file_asked.connect(self._choose)
        page.framed_copied.connect(self._copy)

    def show(self, result: PersonalResult | GroupResult, facts: Mapping[str, PracticeAnswer]) -> None:
        """The result as it is now, with what was found in a policy and the facts that stand in it."""
        self._result = result
        is_fixed = isinstance(result, GroupResult) and result.summary.carried
        self._page.show_lens(result.policy, result.questionnaire, facts, is_fixed=is_fixed)

    def _choose(self) -> None:
        path = self._context.dialogs.policy_to_open(str(Path.home()))
        if path:
            policies = self._context.application.policies()
            run(lambda _progress: policies.text_of(path), self._take_text, self._say_no, owner=self)

    def _take_text(self, text: str) -> None:
        self._page.show_text(text)
        self._read(text)

    def _read(self, text: str) -> None:
        assert self._result is not None
        result, policies = self._result, self._context.application.policies()

        def look() -> PolicyLens:
            rules = rules_for(text, policies, result.questionnaire)
            if rules is None:
                raise Refused(
                    _("A policy can be read beside the questionnaire that comes with TrustCheck only."),
                    _("Nothing was changed."),
                )
            return looked_at(text, rules, result.questionnaire, result)

        run(lambda _progress: look(), self.found.emit, self._say_no, owner=self)

    def _say_no(self, refused: Refused) -> None:
        self._page.say(str(refused))

    def _copy(self, words: str) -> None:
        self._context.window.clipboard.hand_out(words)
        self._context.window.say(_("The policy is in the clipboard."), done=True)
