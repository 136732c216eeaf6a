"""Where a group is in its slides: which stands on the wall, and how much of it may be seen. Values, no window."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from trustcheck.app.workshop.slide import Slide


@dataclass(frozen=True, slots=True)
class Session:
    """What is on the wall right now. Whatever a slide tells is covered whenever the slide is come to."""

    slides: tuple[Slide, ...]
    at: int = 0
    uncovered: bool = False
    blank: bool = False
    """Nothing is on the wall: the talk is in the room."""

    @property
    def slide(self) -> Slide:
        return self.slides[self.at]

    @property
    def following(self) -> Slide | None:
        """What comes after this slide."""
        return self.slides[self.at + 1] if self.at + 1 < len(self.slides) else None

    @property
    def tells(self) -> bool:
        """Whether what the result says is on the wall."""
        return self.uncovered and self.slide.covers and not self.blank

    def forward(self) -> "Session":
        """One step: the wall lights up, or the slide is uncovered, or the next one comes; the last one stays."""
        if self.blank:
            return replace(self, blank=False)
        if self.slide.covers and not self.uncovered:
            return replace(self, uncovered=True)
        return self.go_to(self.at + 1) if self.following else self

    def back(self) -> "Session":
        """One step back: covered again, then the slide before. It comes covered: nothing is on the wall by accident."""
        if self.blank:
            return replace(self, blank=False)
        if self.tells:
            return replace(self, uncovered=False)
        return self.go_to(self.at - 1)

    def go_to(self, at: int) -> "Session":
        """Another slide, covered; beyond an end that end."""
        return replace(self, at=min(max(at, 0), len(self.slides) - 1), uncovered=False, blank=False)

    def turn_cover(self) -> "Session":
        """Cover what is told, or uncover it."""
        return replace(self, uncovered=not self.uncovered, blank=False)

    def turn_blank(self) -> "Session":
        return replace(self, blank=not self.blank)

    def with_slides(self, slides: Sequence[Slide]) -> "Session":
        """Other slides, or in another order: the one on the wall stays there where it is still among them."""
        at = next((place for place, each in enumerate(slides) if each.id == self.slide.id), None)
        if at is None:
            return Session(tuple(slides), min(self.at, len(slides) - 1), blank=self.blank)
        return replace(self, slides=tuple(slides), at=at)


def arranged(slides: Sequence[Slide], order: Sequence[str]) -> list[Slide]:
    """All of ``slides``, those named in ``order`` in that order; one that is not named stays behind its neighbour."""
    known = {each.id: each for each in slides}
    found = [known[each] for each in dict.fromkeys(order) if each in known]
    for place, slide in enumerate(slides):
        if slide not in found:
            before = slides[place - 1] if place else None
            found.insert(found.index(before) + 1 if before is not None else 0, slide)
    return found


def chosen(slides: Sequence[Slide], left_out: Collection[str]) -> list[Slide]:
    """Those that are not left out; all of them where nothing would remain."""
    return [each for each in slides if each.id not in left_out] or list(slides)
