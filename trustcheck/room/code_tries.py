"""How often a code may be tried: a few wrong ones from one phone, and not many from all of them together.

Nobody's address is kept: a phone is known by a short mark that is made with a secret of this very room, in memory, for
as long as its wrong tries count.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

MOST_PHONES = 4096
"""So many marks are remembered; whoever has tried nothing for longest is forgotten first."""


@dataclass
class _Bucket:
    """Wrong tries that are left, and when that was counted."""

    left: float
    at: float


@dataclass(frozen=True, slots=True)
class TryLimit:
    """``most`` wrong tries at once, and ``a_second`` more with time."""

    most: int
    a_second: float


ONE_PHONE, ALL_PHONES = TryLimit(5, 1 / 12), TryLimit(100, 2)
"""A code has 40 bits: at two tries a second, an hour finds one of 200 codes with a chance of one in 750,000."""


class CodeTries:
    """``secret`` makes the marks; ``clock`` gives seconds and only runs forwards. Used under a lock."""

    def __init__(
        self,
        secret: bytes,
        clock: Callable[[], float],
        one_phone: TryLimit = ONE_PHONE,
        all_phones: TryLimit = ALL_PHONES,
    ) -> None:
        self._secret, self._clock, self._limit = secret, clock, one_phone
        self._phones: dict[bytes, _Bucket] = {}
        self._all_limit, self._all = all_phones, _Bucket(all_phones.most, clock())

    def may_try(self, address: str) -> bool:
        """Whether a code of this phone is looked at now."""
        known = self._phones.get(self._mark(address))
        self._refill(self._all, self._all_limit)
        if known is not None:
            self._refill(known, self._limit)
        return self._all.left >= 1 and (known is None or known.left >= 1)

    def count_wrong(self, address: str) -> None:
        mark = self._mark(address)
        # The one that was counted last stands last.
        bucket = self._phones.pop(mark, None) or _Bucket(self._limit.most, self._clock())
        self._phones[mark] = bucket
        bucket.left -= 1
        self._all.left -= 1
        if len(self._phones) > MOST_PHONES:
            del self._phones[next(iter(self._phones))]

    def _refill(self, bucket: _Bucket, limit: TryLimit) -> None:
        now = self._clock()
        bucket.left = min(limit.most, bucket.left + (now - bucket.at) * limit.a_second)
        bucket.at = now

    def _mark(self, address: str) -> bytes:
        return blake2b(address.encode(), key=self._secret, digest_size=8).digest()
