#!/usr/bin/env python3
"""Draw the numbers of a made-up month again, and see that every byte is the same.

How the telemetry host turns raw events into public numbers can't be watched from outside: its raw events are deleted
and its noise key is never written. This kit is a month of people who don't exist, drawn by the host's own program with
a key that everybody may know. This file is a second program, which shares no line with the first and needs nothing but
Python 3.9. From raw.sqlite, noise-key.txt and dictionary.json it makes the public files of that month in the folder
"again", and holds them against SHA256SUMS.

    python3 again.py

It ends with 0 when all are the same, 1 when one differs. docs/method.md has the rules that it follows, in words.
"""
from __future__ import annotations

import hashlib
import hmac
import json
import math
import shutil
import sqlite3
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Cells = dict[tuple[str, str, str], int]  # people, by period, table and key
SPANS = ["week", "month", "year", "ever"]


class Stream:
    """Random numbers of one cell: HMAC-SHA256 of its name and a counter, 8 bytes at a time."""

    def __init__(self, key: bytes, *cell: str) -> None:
        self._key = key
        self._message = b"\0".join([b"napari-telemetry noise 1", *(part.encode() for part in cell), b""])
        self._blocks = 0
        self._left = b""

    def below(self, bound: int) -> int:
        """Return 0 … bound - 1, each as likely: bits that are too large are thrown away."""
        bits = (bound - 1).bit_length()
        while bits:
            if not self._left:
                message = self._message + self._blocks.to_bytes(8, "big")
                self._left = hmac.new(self._key, message, "sha256").digest()
                self._blocks += 1
            number, self._left = int.from_bytes(self._left[:8], "big") >> (64 - bits), self._left[8:]
            if number < bound:
                return number
        return 0


def happens(numerator: int, denominator: int, stream: Stream) -> bool:
    """Return True with probability exp(-numerator/denominator), exactly (algorithm 1).

    This and the next two are of Canonne, Kamath, Steinke: The Discrete Gaussian for Differential Privacy (2020).
    """
    while numerator > denominator:
        if not happens(1, 1, stream):
            return False
        numerator -= denominator
    tries = 1
    while stream.below(denominator * tries) < numerator:
        tries += 1
    return tries % 2 == 1


def laplace(scale: int, stream: Stream) -> int:
    """Draw from the discrete Laplace distribution (algorithm 2)."""
    while True:
        low = stream.below(scale)
        if not happens(low, scale, stream):
            continue
        high = 0
        while happens(1, 1, stream):
            high += 1
        magnitude = low + scale * high
        if not stream.below(2):
            return magnitude
        if magnitude:
            return -magnitude


def gaussian(sigma: int, stream: Stream) -> int:
    """Draw from the discrete Gaussian distribution (algorithm 3)."""
    scale = sigma + 1
    while True:
        noise = laplace(scale, stream)
        distance = abs(abs(noise) * scale - sigma * sigma)
        if abs(noise) <= 100 * scale and happens(distance**2, 2 * sigma**2 * scale**2, stream):
            return noise


def within(sigma: int, rounding: int) -> int:
    """Return how far a number may be from the count, with a probability of 95 %."""
    weights = [math.exp(-(x / sigma) ** 2 / 2) for x in range(50 * sigma)]
    total = 2 * sum(weights[1:]) + 1
    width = 0
    while 2 * sum(weights[width + 1:]) > 0.05 * total:
        width += 1
    return width + rounding // 2


def month_of(period: str) -> str:
    """Return the month of a week, which is that of its Thursday; a month is itself."""
    if "W" not in period:
        return period
    return date.fromisocalendar(int(period[:4]), int(period[6:]), 4).strftime("%Y-%m")


def compact(value: Any) -> str:
    """Write JSON in the one way in which it is published."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def text_of(value: Any) -> str:
    """Return what a field's value is called in a cell's key."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def count(dictionary: dict[str, Any]) -> Cells:
    """Count the people of each cell of each week and month."""
    topics = {topic["topic"]: topic for topic in dictionary["topics"]}
    raw = sqlite3.connect(f"file:{HERE / 'raw.sqlite'}?immutable=1", uri=True)
    rows = raw.execute("SELECT topic, period, value, first_in, count(*) FROM event GROUP BY 1, 2, 3, 4")
    cells: Cells = {}
    for topic, period, value, first_in, people in rows:
        for table in topics[topic]["aggregate"]:
            span = SPANS.index(table["period"])
            is_counted = topics[topic]["period"] == "month" or span <= SPANS.index(first_in or "week")
            if is_counted:
                fields = json.loads(value)
                key = compact([text_of(fields[name]) for name in table["dimensions"]])
                cell = (month_of(period) if span else period, table["table"], key)
                cells[cell] = cells.get(cell, 0) + people
    return cells


def publish(period: str, counts: Cells, dictionary: dict[str, Any], key: bytes) -> dict[str, Any]:
    """Add the noise of each cell of a week or month, and keep what reaches the threshold of its table."""
    rounding = dictionary["rounding"]
    tables = []
    for topic in dictionary["topics"]:
        for table in topic["aggregate"]:
            if (table["period"] == "week") != ("W" in period):
                continue
            name, sigma = table["table"], table["sigma"]
            cells = {cell[2]: people for cell, people in counts.items() if cell[:2] == (period, name)}
            if table["period"] in ("year", "ever"):
                cells = cells or {"[]": 0}  # the first of its sum's months, which has its noise with nobody, too
            rows = []
            for cell, people in sorted(cells.items(), key=lambda each: each[0].encode("utf-16-be")):
                noisy = people + gaussian(sigma, Stream(key, period, name, cell))
                if noisy >= table["threshold"]:
                    rounded = (2 * noisy + rounding) // (2 * rounding) * rounding
                    rows.append({"key": json.loads(cell), "people": rounded})
            tables.append({"table": name, "topic": topic["topic"], "dimensions": table["dimensions"], "sigma": sigma,
                           "threshold": table["threshold"], "within": within(sigma, rounding), "rows": rows})
    tables.sort(key=lambda table: str(table["table"]))
    return {"period": period, "dictionary": dictionary["version"], "rounding": rounding, "tables": tables}


def main() -> int:
    """Make the files and compare them."""
    dictionary = json.loads((HERE / "dictionary.json").read_text(encoding="utf-8"))
    key = bytes.fromhex((HERE / "noise-key.txt").read_text(encoding="ascii"))
    cells = count(dictionary)
    shutil.rmtree(HERE / "again", ignore_errors=True)
    (HERE / "again" / "periods").mkdir(parents=True)
    for period in sorted({cell[0] for cell in cells}):
        text = compact(publish(period, cells, dictionary, key)) + "\n"
        (HERE / "again" / "periods" / f"{period}.json").write_bytes(text.encode())

    sums = [line.split("  ") for line in (HERE / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    wanted = {name: digest for digest, name in sums}
    made = {path.relative_to(HERE / "again").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in (HERE / "again").rglob("*.json")}
    for name in sorted(wanted.keys() | made.keys()):
        print("the same:" if wanted.get(name) == made.get(name) else "DIFFERS: ", name)
    return 0 if wanted == made else 1


if __name__ == "__main__":
    sys.exit(main())
