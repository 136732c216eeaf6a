"""Whether a note holds something that could point at a person. A hint for the one who writes, never a bar."""

import re

_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]")
_HANDLE = re.compile(r"(?<![\w@])@\w{2}")
_PHONE = re.compile(r"(?<![\w+])(?:\+\d|0\d)(?:[\s()./-]{0,2}\d){5,}")


def may_name_somebody(text: str) -> bool:
    """Whether ``text`` holds what looks like an e-mail address, a telephone number or an ``@name``."""
    return any(pattern.search(text) for pattern in (_MAIL, _HANDLE, _PHONE))
