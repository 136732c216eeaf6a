"""What a disk may hold after the power went: everything that was synced, and of the rest whatever chance kept.

A write that was not synced is kept, dropped, or torn into sectors of which each is kept or not. A file that is new,
removed or renamed is so for certain only once its folder was synced. This is harsher than usual file systems are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.killing import whole_lines
from tests.faults.recording import SAID, Step

SECTOR = 512
NAMELESS = " (deleted)"
"""How the system calls a file that is still written and has no name any more. Until its folder was synced, somebody may
find it under the name it had."""
INDEX = "-shm"
"""The index of SQLite's log lies in memory; after a loss of power nobody finds it."""


@dataclass(eq=False)
class _File:
    synced: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)


@dataclass
class Disk:
    """A folder's files with what is safe and what is waiting."""

    names: dict[str, _File]
    """As the program sees them."""
    safe: dict[str, _File]
    """As the folder was synced last."""
    moves: list[tuple[str, str, _File]] = field(default_factory=list)
    """(old name, new name, file) since then; an empty name for a file that is new or removed."""
    said: bytearray = field(default_factory=bytearray)
    nameless: dict[str, _File] = field(default_factory=dict)
    """What was removed or replaced last under each name."""

    @classmethod
    def holding(cls, files: Mapping[str, bytes]) -> "Disk":
        """A folder with these files, all of them safe."""
        kept = {name: _File(bytearray(content)) for name, content in files.items()}
        return cls(dict(kept), dict(kept))

    def take(self, step: Step) -> None:
        if step.name.endswith(NAMELESS):
            self._take_nameless(step)
            return
        if step.name == SAID:
            self.said += step.data
            return
        match step.kind:
            case "W" | "T":
                self._file(step.name).waiting.append(step)
            case "S" if step.name == "" or any(_folder(each) == step.name for each in self.names):
                self._sync_folder(step.name)
            case "S":
                self._sync(self._file(step.name))
            case "U":
                self.moves.append((step.name, "", self._file(step.name)))
                self.nameless[step.name] = self.names.pop(step.name)
            case "R":
                moved = self._file(step.name)
                del self.names[step.name]
                if step.other in self.names:
                    self.nameless[step.other] = self.names[step.other]
                self.names[step.other] = moved
                self.moves.append((step.name, step.other, moved))

    def _take_nameless(self, step: Step) -> None:
        file = self.nameless.get(step.name.removesuffix(NAMELESS))
        if file is None:
            return
        if step.kind == "S":
            self._sync(file)
        else:
            file.waiting.append(step)

    def _sync_folder(self, folder: str) -> None:
        """Names are safe in the folder that was synced, and in no other."""
        self.safe = {name: file for name, file in self.safe.items() if _folder(name) != folder}
        self.safe |= {name: file for name, file in self.names.items() if _folder(name) == folder}
        self.moves = [move for move in self.moves if _folder(move[0] or move[1]) != folder]

    def _file(self, name: str) -> _File:
        """The file of that name. One that is met for the first time is new."""
        if name not in self.names:
            self.names[name] = _File()
            self.moves.append(("", name, self.names[name]))
        return self.names[name]

    def _sync(self, file: _File) -> None:
        for step in file.waiting:
            _apply(file.synced, step)
        file.waiting.clear()

    def after_the_power_went(self, chance: Random) -> dict[str, bytes]:
        """One of the folders somebody may find."""
        found = dict(self.safe)
        for old, new, file in self.moves:
            if chance.random() < 0.5:
                found.pop(old, None)
                if new:
                    found[new] = file
        how = chance.choice(("all", "none", "some"))
        return {name: _content(file, how, chance) for name, file in found.items() if name and not name.endswith(INDEX)}


def images(
    before: Mapping[str, bytes], steps: Sequence[Step], number: int, chance: Random
) -> "list[tuple[dict[str, bytes], list[str]]]":
    """So many folders somebody may find, the power going after any step, each with what had been said by then."""
    cuts = sorted(chance.randrange(1, len(steps) + 1) for _each in range(number))
    disk, done, found = Disk.holding(before), 0, []
    for cut in cuts:
        for step in steps[done:cut]:
            disk.take(step)
        done = cut
        found.append((disk.after_the_power_went(chance), whole_lines(disk.said.decode())))
    return found


def written(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _content(file: _File, how: str, chance: Random) -> bytes:
    content = bytearray(file.synced)
    for step in file.waiting if how != "none" else ():
        for kept in [step] if how == "all" else _torn(step, chance):
            _apply(content, kept)
    return bytes(content)


def _torn(step: Step, chance: Random) -> list[Step]:
    """What of a step reached the disk: all, nothing, or some of its sectors."""
    fate = chance.random()
    if fate < 0.4:
        return []
    if fate < 0.7 or step.kind == "T":
        return [step]
    sectors = range(0, len(step.data), SECTOR)
    return [
        Step("W", step.name, "", step.offset + at, step.data[at : at + SECTOR])
        for at in sectors
        if chance.random() < 0.5
    ]


def _apply(content: bytearray, step: Step) -> None:
    if step.kind == "T":
        del content[step.offset :]
        content.extend(bytes(step.offset - len(content)))
        return
    content.extend(bytes(max(0, step.offset - len(content))))
    content[step.offset : step.offset + len(step.data)] = step.data
