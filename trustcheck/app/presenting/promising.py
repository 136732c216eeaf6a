"""A suggestion as a promise: a whole sentence that somebody alone, or a team, could say aloud."""

from trustcheck.domain.round import Promise
from trustcheck.domain.suggestion import Suggestion
from trustcheck.words import gettext as _


def promised(suggestion: Suggestion, *, together: bool) -> Promise:
    """What is proposed as a promise: the author's sentence, or one that fits any suggestion."""
    words = suggestion.we_will if together else suggestion.i_will
    return Promise(words or _any_sentence(suggestion, together=together), None, suggestion.notice, suggestion.id)


def _any_sentence(suggestion: Suggestion, *, together: bool) -> str:
    """A title may be anything, so it stands in quotation marks."""
    if together:
        return _("We will try \u201c{title}\u201d and see what comes of it.").format(title=suggestion.title)
    return _("I will try \u201c{title}\u201d and see what comes of it.").format(title=suggestion.title)
