"""A result in a language other than that of the window: for a report that somebody else reads."""

from dataclasses import replace

from trustcheck.app.portraits.since_last_time import group_result_since, result_since
from trustcheck.app.ports import Catalog, Store
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import language


def told_again(
    result: PersonalResult | GroupResult, catalog: Catalog, store: Store | None
) -> PersonalResult | GroupResult:
    """The same result in the words of the language that is spoken now; a group's is read from ``store`` again.

    Nothing but words changes: the scores follow from the same answers. A result whose check ``store`` does not hold any
    more, or that is nobody's, stays as it is.
    """
    if isinstance(result, PersonalResult):
        own = result.round
        told = result_since(store, own, in_spoken_words(own.questionnaire, catalog))
        return replace(told, policy=result.policy)
    if store is None:
        return result
    check = store.groups.round(result.summary.id)
    then = None if result.since is None else result.since.then
    told_to_all = group_result_since(store, check, in_spoken_words(check.questionnaire, catalog), then)
    return replace(told_to_all, policy=result.policy)


def in_spoken_words(asked: Questionnaire, catalog: Catalog) -> Questionnaire:
    """The same version of a questionnaire in the language that is spoken now; ``asked`` where there is none."""
    wanted = language()
    found = None if speaks(asked, wanted) else catalog.in_language(asked, wanted)
    return found if found is not None and speaks(found, wanted) else asked


def speaks(asked: Questionnaire, wanted: str) -> bool:
    """Whether a questionnaire is worded in a language, in whichever country's way: ``en-GB`` is ``en``."""
    return asked.language.replace("-", "_").split("_")[0] == wanted.split("_", maxsplit=1)[0]
