"""A way of sealing that costs nothing and hides nothing, for tests of what is sealed when."""

from trustcheck.app.answering.sealing import DoesNotOpen, Sealing


class PlainKey:
    """Seals nothing: what a sheet is worth is proved with the real thing elsewhere."""

    def __init__(self, phrase: str) -> None:
        self._phrase = phrase.encode()

    def seal(self, plain: bytes) -> bytes:
        return self._phrase + b"|" + plain


class PlainSealer:
    def __init__(self) -> None:
        self.made: list[str] = []
        self.opened: list[bytes] = []

    def new_key(self, phrase: str) -> PlainKey:
        self.made.append(phrase)
        return PlainKey(phrase)

    def open(self, phrase: str, sealed: bytes) -> tuple[PlainKey, bytes]:
        self.opened.append(sealed)
        head, _bar, plain = sealed.partition(b"|")
        if head != phrase.encode():
            raise DoesNotOpen
        return PlainKey(phrase), plain

    def lock(self, pin: str) -> bytes:
        return pin.encode()

    def unlocks(self, pin: str, lock: bytes) -> bool:
        return pin.encode() == lock


def sealing(sealer: PlainSealer) -> Sealing:
    letters = "abcdefghijklmnop"
    words = tuple(f"{one}{two}{three}" for one in letters[:4] for two in letters for three in letters)
    numbers = iter(range(10**6))
    return Sealing(lambda: sealer, lambda: words, lambda below: next(numbers) % below)
