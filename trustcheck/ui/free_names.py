"""Names beside a file that nothing has yet."""

from itertools import count
from pathlib import Path


def free_name(wanted: Path) -> Path:
    """The path that is wanted, or one like it with a number where something stands there already."""
    for number in count(2):
        if not wanted.exists():
            break
        stem = wanted.stem.removesuffix(f", {number - 1}")
        wanted = wanted.with_name(f"{stem}, {number}{wanted.suffix}")
    return wanted
