"""A change of the passphrase that was torn off, and the traces that changes leave."""

from contextlib import closing
from hashlib import sha256
from pathlib import Path

from trustcheck.storage.file.engine import driver_on
from trustcheck.storage.file.opening import key_of


def traces(path: Path) -> tuple[object, ...]:
    """All that somebody could notice: the bytes, the times, and what lies beside."""
    found = path.stat()
    return (
        sha256(path.read_bytes()).hexdigest(),
        found.st_mtime_ns,
        found.st_mode,
        path.parent.stat().st_mtime_ns,
        sorted(each.name for each in path.parent.iterdir()),
    )


def torn(path: Path, before: Path, passphrase: str = "") -> None:
    """The file of a program without a log, as the power left it in the middle of a change: half changed, and a journal
    beside it."""
    with closing(driver_on(str(before), "mode=rw", key_of(str(before), passphrase))) as driver:
        driver.execute("PRAGMA journal_mode = DELETE")
        driver.execute("PRAGMA cache_size = 2")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE round SET at_item = 'A9'")
        driver.executemany(
            "INSERT INTO setting VALUES (?, ?)", [(f"filler {number}", "x" * 3000) for number in range(60)]
        )
        path.write_bytes(before.read_bytes())
        path.with_name(f"{path.name}-journal").write_bytes(before.with_name(f"{before.name}-journal").read_bytes())
        driver.execute("ROLLBACK")
