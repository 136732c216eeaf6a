"""How to read a group's report: before the details, not behind them."""

from trustcheck.app.group_result import GroupResult, Took
from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.scale_words import band_meaning, wide_words
from trustcheck.domain.group_round import NotesUse
from trustcheck.domain.suppressed import Suppressed
from trustcheck.domain.view_names import people_first
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Heading, Pairs, Panel, Part, Section, Table, Words
from trustcheck.report.sections.method import band_rows, disclosure, refused_uses
from trustcheck.report.wording import number
from trustcheck.words import gettext as _


def method(wanted: Wanted) -> Section:
    result = wanted.result
    parts: tuple[Part, ...] = (
        Panel((Words(disclosure(), "compact", gap=0), Words(refused_uses(), "compact", gap=4)), "strip", gap=12),
        Heading(_("Who answered, and who can see what")),
        Words(_who_sees(result), "quiet", gap=3),
        Pairs(tuple(_took(each) for each in result.took), 92, "quiet", gap=5),
        *_routes(result),
        Heading(_("From answers to scores")),
        Words(_scoring(result), "quiet", gap=3),
        Table(
            (_("Score"), _("Band"), _("The typical answer")),
            tuple(band_rows(result.questionnaire)),
            (0.2, 0.2, 0.6),
            tight=True,
            gap=7,
        ),
        Heading(_("How sure a group's score is")),
        *(Words(text, "quiet", lead, gap=3) for lead, text in _sure(result)),
        Words(_limits(), "quiet", gap=6),
    )
    name = _("How to read this")
    return Section("method", name, _("What these numbers can say"), parts, name)


def _took(each: Took) -> tuple[str, str]:
    said = _("{n} of {invited} who were invited").format(n=each.n, invited=each.invited)
    if isinstance(each.hurried, Suppressed) or not each.hurried:
        return people_first(each.perspective), said
    hurried = _("{said}; {number} of them look hurried, by how they were answered and not by what they say")
    return people_first(each.perspective), hurried.format(said=said, number=number(each.hurried))


def _who_sees(result: GroupResult) -> str:
    few = number(result.setup.threshold)
    words = _(
        "Answers carry no names, and nobody sees the sheet of a single person. A value that rests on fewer than {few}"
        " people, or that would let one be worked out from others, is not shown. The answers are confidential: whoever"
        " owns the computer and the data file could look into it, and a colleague who knows the other answers could"
        " guess. {notes}"
    )
    return words.format(few=few, notes=_notes(result.setup.notes))


def _notes(use: NotesUse) -> str:
    return {
        NotesUse.NONE: _("No notes were collected."),
        NotesUse.FACILITATOR: _("Notes are read by whoever leads the talk, without names and shuffled, from ten on."),
        NotesUse.GROUP: _("Notes are shown without names and shuffled, from ten sheets on."),
    }[use]


def _routes(result: GroupResult) -> tuple[Part, ...]:
    routes = result.setup.routes.strip()
    if not routes:
        return ()
    return (Words(routes, "quiet", _("For a concern that a questionnaire cannot take up:"), gap=5),)


def _scoring(result: GroupResult) -> str:
    if is_pulse(result):
        return _(
            "Every answer counts from 0 to 100, and questions that name the opposite are turned first. In the pulse a"
            " pillar is the mean of its own questions; themes need the full form. Every person weighs the same. “I"
            " don't know” and “Doesn't apply here” are left out, never guessed."
        )
    return _(
        "Every answer counts from 0 to 100, and questions that name the opposite are turned first. A person's theme is"
        " the mean of its questions, a pillar the mean of its themes, and in a group every person weighs the same. “I"
        " don't know” and “Doesn't apply here” are left out, never guessed. {band} It is no grade, and nobody else's"
        " answers stand behind it."
    ).format(band=band_meaning(result.questionnaire))


def _sure(result: GroupResult) -> list[tuple[str, str]]:
    said = [
        (
            _("The light bar"),
            _(
                "is the 95 % interval of a mean: where it would usually lie if the group answered as it usually does."
                " It is given from five people on. Where it crosses into the next band, both are named."
            ),
        ),
        (
            _("In any case"),
            _(
                "is the range in which the mean of everybody who was invited must lie, whatever those think who did not"
                " answer. It needs no assumption."
            ),
        ),
        (
            _("Spread"),
            _(
                "says in words how far people's answers lie apart. From ten people on three classes are counted: rare,"
                " between, usual."
            ),
        ),
    ]
    if len(result.perspectives) > 1:
        said.append((_("Leaders and staff"), _gaps(result)))
    return said


def _gaps(result: GroupResult) -> str:
    return _(
        "are never added up into one number. A difference counts from {wide} on: “clear gap”"
        " where chance is an unlikely explanation even over ten themes, “possible gap” where the interval leaves out"
        " zero, else “difference worth asking about”. No clear difference is not the same as no difference."
    ).format(wide=wide_words(result.questionnaire))


def _limits() -> str:
    return _(
        "Whether the themes can be told apart statistically is an open question. A high score with few answers or many"
        " “I don't know” says little. Openness has limits too; law, safety and people's wish for privacy come first."
    )
