"""Programs that the system stops in the middle of what they do, and lets go on: a laptop that sleeps, a debugger."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.faults.killing import READY, ROOT, command, surroundings, whole_lines

PATIENCE = 60
"""Seconds after which a program that says nothing counts as one that hangs."""


@contextmanager
def started(program: str, *arguments: object) -> Iterator["subprocess.Popen[str]"]:
    """A program that is ready; ended by force in the end, where it did not end by itself."""
    with subprocess.Popen(
        command(program, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=surroundings(),
    ) as process:
        try:
            assert heard(process) == READY
            yield process
        finally:
            process.kill()
            process.communicate()


def heard(process: "subprocess.Popen[str]") -> str:
    """The next thing a program says; empty where it ended without."""
    assert process.stdout is not None
    return process.stdout.readline().removesuffix("\n")


def said_until_ended(process: "subprocess.Popen[str]") -> list[str]:
    """End a program by force; all it said since it was last heard."""
    process.kill()
    assert process.stdout is not None
    return whole_lines(process.stdout.read())


def stop(process: "subprocess.Popen[str]") -> None:
    """Stop a program where it is, and wait until it stands still."""
    process.send_signal(signal.SIGSTOP)
    _pid, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)


@contextmanager
def stopped(process: "subprocess.Popen[str]") -> Iterator[None]:
    stop(process)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGCONT)


def said_by(program: str, *arguments: object) -> list[str]:
    """All that a program says that ends by itself; it fails where it hangs, or tells anything but sentences."""
    done = subprocess.run(
        command(program, *arguments), capture_output=True, text=True, cwd=ROOT, env=surroundings(), timeout=PATIENCE
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    ready, *said = done.stdout.splitlines()
    assert ready == READY
    return said
