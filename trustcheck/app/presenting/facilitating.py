"""What helps whoever leads a talk about a result: what to keep in mind, what people tend to say, what to ask.

For the notes beside the pages of the report and for the facilitator's side of the presenter alike.
"""

from dataclasses import dataclass

from trustcheck.app.presenting.agenda import prompt_for
from trustcheck.app.presenting.group_sayings import as_read
from trustcheck.app.results.group import GroupResult, ThemeView
from trustcheck.words import gettext as _

COVER = "cover"


@dataclass(frozen=True, slots=True)
class Reactions:
    """Of one part of a result: what to keep in mind, what may be heard, and questions that help."""

    opening: str
    expect: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


def ground_rules() -> tuple[str, ...]:
    """So that a talk stays safe."""
    return (
        _("Nobody is asked how they answered, and nobody guesses aloud who did."),
        _("Talk about where people differ before you talk about what is low."),
        _("Those with the most say in the room speak last."),
        _("Silence is an answer too. Nobody has to tell a story."),
    )


def reactions_to_priority(result: GroupResult, theme: ThemeView, place: int) -> Reactions:
    """For the theme that stands at ``place`` (from 1) among those to begin with."""
    opening = (
        _("This is the page to spend time on. Ask for examples before opinions, and let whoever leads speak last.")
        if place == 1
        else _("Keep this for another day unless the group wants it. One theme talked through is worth three named.")
    )
    asks = [prompt_for(result, theme), result.together.get(theme.theme.id, "")]
    asks += [each.ask for each in result.proposals[place - 1].suggestions[:2]]
    kept = tuple(dict.fromkeys(as_read(result, each) for each in asks if each.strip()))
    return Reactions(opening, (_("“We already do that.” Then ask when somebody last saw it."),), kept)


def reactions() -> dict[str, Reactions]:
    """By the id of a section; ``cover`` stands for the whole."""
    return {
        COVER: Reactions(
            _(
                "These are the leaders' pages with the same numbers, and beside them what may help you to lead the"
                " talk. Hand out the leaders' edition, not this one. Let everybody read alone first; nobody hears a"
                " result for the first time in front of others."
            ),
            (),
            (_("What would make this talk worth your time?"),),
        ),
        "minute": Reactions(
            _("Stop here and be silent for ten minutes. The first person to speak sets the tone; make it a question."),
            (
                _("“Who said that?” Nobody guesses. What matters is that it can be said."),
                _("“That is only because of last spring.” It may be. Ask what would have to happen for it to fade."),
                _("Relief, and a wish to move on. Ask for one example first."),
            ),
            (_("What did you expect, and what surprised you?"), _("Which line would you show to your own team?")),
        ),
        "method": Reactions(
            _("Two minutes are enough: the light bar, the two marks, and what is not shown. Say what this is not for."),
            (_("“Is this scientific?” It is a careful conversation aid, not yet validated. The pages say so."),),
            (_("What must nobody do with these pages?"),),
        ),
        "themes": Reactions(
            _("Do not go through all of them. Let people choose the two they want to understand."),
            (_("“The average says nothing.” True where people differ: turn to that page."),),
            (),
        ),
        "spread": Reactions(
            _("Difference first, level second. A split often runs between sites, shifts or subjects."),
            (_("“They cannot all be right.” They can, in different rooms."),),
            (_("Where would each of these be true?"), _("What would somebody in the other half tell us?")),
        ),
        "views": Reactions(
            _("The most useful page, and the one that hurts. Slow down. Nobody explains before two examples are told."),
            (
                _("“Staff do not know what we do.” Then ask how they would find out."),
                _("“They are never content.” Ask what they would have to see to answer differently."),
                _("Silence from those who lead. Let it stand for a moment."),
            ),
            (_("What do we see that they cannot? What do they see that we cannot?"),),
        ),
        "predictions": Reactions(
            _("A guess that missed says what leaders could not hear. Nobody is to blame; it is worth the most talk."),
            (_("“I guessed what I hoped.” Ask what the hope rests on."),),
            (_("From whom would leaders have had to hear it, and what kept it from them?"),),
        ),
        "say-do": Reactions(
            _("Facts cool a heated talk. Begin with one that a decision could change within a month."),
            (_("“That is only paper.” Ask where it stops on its way to the day's work."),),
            (_("Which of these would surprise a new colleague?"),),
        ),
        "drill": Reactions(
            _("Ask for the last time this happened before anybody says what would happen. Memory beats plans."),
            (
                _("“We would never do that.” Nobody says so: people say what they expect. Ask what they go by."),
                _("“It depends on who it is.” Ask whom it would be easier for, and why."),
            ),
            (_("What would have to happen first, for the answer to be one rung more open?"),),
        ),
        "unseen": Reactions(
            _("Not knowing is a finding, not a gap in the data."),
            (),
            (_("Who sees this today, and how could others?"),),
        ),
        "strengths": Reactions(
            _("Give this real time: people need to hear what holds before they look at what does not."),
            (),
            (_("Who keeps this going, and how would we notice if it faded?"),),
        ),
        "workshop": Reactions(
            _("The times add up. Take longer for examples, never for explanations. Keep the last step: it is the one"
              " that staff will see."),
            (_("“Let us do all of it.” Fewer steps that happen beat many that do not."),),
            (_("Who will do it, by when, and how would somebody outside this room notice?"),),
        ),
        "items": Reactions(
            _("For looking things up. Do not hunt for the lowest line."),
            (),
            (),
        ),
        "limits": Reactions(_("For those who want to check. Offer to go through it afterwards."), (), ()),
        "figures": Reactions(
            _("Nobody needs these to talk. Whoever asks for them finds how sure each number is."),
            (),
            (),
        ),
        "facts": Reactions(_("Who could look again at a fact that somebody doubts?"), (), ()),
        "notes": Reactions(_("Read them out only if the group was told so. Nobody guesses who wrote what."), (), ()),
    }  # fmt: skip
