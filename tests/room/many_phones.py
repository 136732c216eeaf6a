"""Many phones that answer at the pace of people, and how long each page took them.

Run as ``many_phones.py DOOR THINK CODE...``: somebody looks at each question for about ``THINK`` seconds. Says as one
line of JSON how many were thanked, and the middle and the 99th of a hundred pages in milliseconds.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

from tests.room.over_http import answered


def main(door: str, think: float, codes: list[str]) -> None:
    chance = Random(len(codes))
    paces = [chance.uniform(0.5, 1.5) * think for _each in codes]

    def person(code: str, pace: float) -> tuple[str, list[float]]:
        # People do not scan a code in the same instant.
        time.sleep(pace)
        return answered(door, code, pace)

    with ThreadPoolExecutor(len(codes)) as people:
        ends = list(people.map(person, codes, paces))
    pages = sorted(seconds for _heading, all_ in ends for seconds in all_)
    said = {"thanked": sum(heading == "Thank you." for heading, _all in ends), "pages": len(pages)}
    for name, share in (("middle", 0.5), ("99th", 0.99), ("longest", 1.0)):
        said[name] = round(1000 * pages[min(len(pages) - 1, int(share * len(pages)))])
    print(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3:])
