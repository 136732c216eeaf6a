"""A command that is ended by force at the moment at which what it writes is whole and has no name yet.

Run as ``ended_while_writing.py WHERE COMMAND...``: ``WHERE`` names the function at whose door the program is killed.
"""

import os
import signal
import sys
from importlib import import_module

from trustcheck import cli


def end(*_words: object, **_more: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    module, _dot, name = sys.argv[1].rpartition(".")
    setattr(import_module(f"trustcheck.{module}"), name, end)
    sys.exit(cli.main(sys.argv[2:]))
