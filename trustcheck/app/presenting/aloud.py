"""Whether somebody would say their answers aloud, in words: a measure of its own, beside every score and in none."""

from collections.abc import Iterable

from trustcheck.app.presenting.shown import grade_words
from trustcheck.app.results.comparison import AloudBeside
from trustcheck.domain.checks.marks import Aloud, AnswerMark, Marks
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def aloud_question() -> str:
    return _("Would I say this aloud?")


def aloud_words(aloud: Aloud) -> str:
    return {Aloud.YES: _("Yes"), Aloud.SOME: _("To some"), Aloud.NO: _("No")}[aloud]


def mark_words(mark: AnswerMark) -> str:
    """What somebody said about one answer of theirs; a flag stands beside it by itself."""
    aloud = f"{aloud_question()} {aloud_words(mark.aloud)}." if mark.aloud else ""
    shown = _("Shown by: {grade}.").format(grade=grade_words(mark.grade)) if mark.grade else ""
    return " ".join(each for each in (aloud, shown) if each)


def said_of(marks: Marks, asked: Iterable[str]) -> tuple[Aloud, ...]:
    """What was said of the answers to these questions."""
    found = (marks[each].aloud for each in asked if each in marks)
    return tuple(each for each in found if each is not None)


def aloud_sentence(marks: Marks, asked: Iterable[str]) -> str:
    """How many answers somebody would not say aloud; empty where they said nothing of it."""
    said = said_of(marks, asked)
    if not said:
        return ""
    noes = said.count(Aloud.NO)
    if not noes:
        return ngettext(
            "There is {said} answer of which you said whether you would say it aloud, and you would.",
            "There are {said} answers of which you said whether you would say them aloud, and you would, to everybody"
            " or to some.",
            len(said),
        ).format(said=len(said))
    return ngettext(
        "{noes} of {said} answers you would not say aloud here. It is in no score: it shows what is hard to say.",
        "{noes} of {said} answers you would not say aloud here. It is in no score: it shows what is hard to say.",
        noes,
    ).format(noes=noes, said=len(said))


def aloud_since(beside: AloudBeside) -> str:
    """The same then and now; empty where nothing was said of the same answers both times."""
    if not beside.both:
        return ""
    said = _(
        "Of {both} questions of which you said it both times, {then} were then nothing you would say aloud, and {now}"
        " are now."
    )
    return said.format(both=beside.both, then=beside.then, now=beside.now)
