"""A small questionnaire of one's own, whole and correct."""

from collections.abc import Callable

from trustcheck.catalog.document import Mistake
from trustcheck.domain.questionnaire.model import Questionnaire

SMALL = """\
format: 1
id: meetings
version: 1.0.0
language: en-GB
title: Our meetings
frame: Think of the last month.
scale: [Never, Seldom, Often, Always]
tokens:
  leaders: {staff: leaders here, leader: we leaders}
pillars:
  - {id: time, name: Time}
  - {id: talk, name: Talk}
themes:
  - {id: ST, pillar: time, name: Start}
  - {id: LI, pillar: talk, name: Listening}
items:
  - id: ST1
    theme: ST
    text: Meetings here start on time.
  - id: ST2
    theme: ST
    text: "{Leaders} arrive late."
    reverse: true
  - id: LI1
    theme: LI
    text: People here let one another finish.
practices:
  - {id: F1, theme: ST, text: The starting time stands in every invitation.}
suggestions:
  - id: begin
    theme: ST
    title: Begin
    this_week: Begin without waiting.
    thirty_days: Do so for a month.
    notice: The room is full at the hour.
    ask: Whom did we wait for?
    effort: 1
    evidence: C
    when_practice_no: [F1]
"""

CARDS = """scenarios:
  - id: S1
    name: A guest complains
    text: A guest complains about {leaders}.
    next:
      - {rung: 0, text: "{Leaders} send the guest away."}
      - {rung: 2, text: Somebody nods.}
      - {rung: 3, text: Somebody talks to the guest.}
      - {rung: 4, text: Everybody hears the guest out.}
    suggestion: {title: Listen, this_week: Ask a guest., ask: Who asked last?}
items:
"""
"""Cards for it, in front of its questions."""

Read = Callable[..., Questionnaire]
MistakesIn = Callable[..., tuple[Mistake, ...]]
