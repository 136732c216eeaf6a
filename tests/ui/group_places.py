"""The pages of a group's result."""

from trustcheck.ui.shell.places import Place

PLACES = (
    Place.OVERVIEW,
    Place.THEMES,
    Place.GAPS,
    Place.SAY_DO,
    Place.DRILL,
    Place.UNSEEN,
    Place.STRENGTHS,
    Place.SUGGESTIONS,
    Place.PROMISE,
)
