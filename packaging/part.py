"""Runs lines of the program apart from it, as its interpreter does where there is one: a bundle has none.

Which lines, ``trustcheck/exchange/own_program.py`` says; nothing else starts it.
"""

import sys

exec(sys.argv[1])  # noqa: S102 - the frozen program's own lines
