"""Where the shapes of a chart lie, for tests that look whether any leaves its frame."""

from collections.abc import Iterator

from trustcheck.charts.scene import Box, Diamond, Dot, Label, Line, Scene, Square, Tick

LONG = "Looking after one another when the weather turns bad"


def boxes(scene: Scene) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every shape; a label counts with its anchor point and half its size."""
    for shape in scene.shapes:
        match shape:
            case Line():
                xs, ys = sorted((shape.x1, shape.x2)), sorted((shape.y1, shape.y2))
                yield xs[0], ys[0], xs[1], ys[1]
            case Box():
                yield shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
            case Dot() | Diamond() | Square() | Tick():
                yield shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
            case Label():
                yield shape.x, shape.y - 0.7 * shape.size, shape.x + shape.width, shape.y + 0.2 * shape.size
