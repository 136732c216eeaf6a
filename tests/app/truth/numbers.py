"""Numbers in words, read back."""

WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


def number(word: str) -> int:
    word = word.lower()
    return WORDS.index(word) + 1 if word in WORDS else int(word)
