#!/usr/bin/env python3
"""Write the published test vectors: what becomes of moments, identities, secrets and events.

Those are weeks, other identities, reporters and bytes. A second implementation of the rules, by Python's hmac, datetime
and json alone. The C++ (tst_week, tst_identity, tst_reporter, tst_event) has to agree with what it writes. Run it again
after a change of the data dictionary; with --check it writes nothing and fails when a file is not what it would write.
"""
from __future__ import annotations

import hmac
import itertools
import json
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DICTIONARY = json.loads((HERE.parents[1] / "resources" / "dictionary.json").read_text(encoding="utf-8"))
TOPICS = {topic["topic"]: topic for topic in DICTIONARY["topics"]}
SECRET = bytes(range(32))
RATCHET_WEEKS = 104
SECRETS_PER_WEEK = 2
REMEMBERED_WEEKS = 8


def digest(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.new(key, message, "sha256").digest()


def next_secret(secret: bytes) -> bytes:
    """Take the one-way step to the next week."""
    return digest(secret, b"next")


def reporter(week_key: bytes, topic: str, value: dict[str, Any]) -> str:
    """Return the pseudonym of an event."""
    distinct = b"\0".join(str(value[field]).encode() for field in TOPICS[topic]["distinct"])
    return digest(week_key, topic.encode() + b"\0" + distinct)[:16].hex()


def reporters() -> dict[str, Any]:
    """Describe how a secret becomes reporters: of every topic's example, of other cells, on other computers."""
    machine = "0123456789abcdef0123456789abcdef\n1000"
    values = [(name, topic["example"]) for name, topic in TOPICS.items()]
    # The same reporter whatever the version or the class is.
    values += [("napari", {"napari_version": version}) for version in ("dev", "0.10.0")]
    values += [("system", {"os": "macos", "os_version": "macos 15"})]
    values += [("command", {"command": "napari.layer.duplicate", "count_class": count}) for count in ("1", "100+")]
    # Another one for each value.
    values += [("layer-size", {"layer_type": "points", "size_class": size}) for size in ("<1e6", ">=1e10")]
    values += [("layer-array", {"layer_type": "labels", "array_type": array}) for array in ("zarr", "other")]
    values += [("layer-dtype", {"layer_type": "image", "dtype": dtype}) for dtype in ("bool", "complex128")]
    values += [("layer-dimensions", {"layer_type": "image", "ndim": ndim}) for ndim in (0, 32)]
    values += [("plugin", {"name": name, "version": "9.9"}) for name in ("bermuda", "napari-svg")]
    values += [("command", {"command": "napari:toggle_grid", "count_class": "1"})]
    week_key = digest(SECRET, machine.encode())
    machines = [machine, "0123456789abcdef0123456789abcdef\n1001", "fedcba9876543210fedcba9876543210\n1000", "\n0"]
    steps = list(itertools.accumulate(range(RATCHET_WEEKS), lambda secret, _: next_secret(secret), initial=SECRET))
    return {
        "secret": SECRET.hex(),
        "machine": machine,
        "week_key": week_key.hex(),
        "next_secret": next_secret(SECRET).hex(),
        "reporters": [{"topic": t, "value": v, "reporter": reporter(week_key, t, v)} for t, v in values],
        "machines": [{"machine": m, "week_key": digest(SECRET, m.encode()).hex()} for m in machines],
        "ratchet": [{"weeks": n, "secret": steps[n].hex()} for n in (0, 1, 2, 52, 53, 104)],
    }


def events() -> dict[str, Any]:
    """Describe the bytes of an event: of every topic's example, in every period that it can be the first of."""
    periods = ["week", "month", "year", "ever"]
    found = []
    for number, (name, topic) in enumerate(TOPICS.items()):
        longest = topic.get("first_in")
        for first_in in periods[: periods.index(longest) + 1] if longest else [""]:
            period = "2026-W53" if topic["period"] == "week" else "2026-12"
            event = {"topic": name, "period": period, "reporter": f"{number:032x}", "value": topic["example"],
                     **({"first_in": first_in} if first_in else {})}
            found.append({**event, "bytes": json.dumps(event, sort_keys=True, separators=(",", ":"))})
    return {"events": found}


def monday(week: str) -> datetime:
    """Return the first moment of an ISO week."""
    return datetime.strptime(week + "-1", "%G-W%V-%u").replace(tzinfo=timezone.utc)


def week_of(moment: datetime) -> str:
    """Return the ISO week of a moment, in UTC."""
    year, week, _ = moment.astimezone(timezone.utc).isocalendar()
    return f"{year}-W{week:02}"


def distance(first: str, last: str) -> int:
    """Return the weeks from one week to another."""
    return (monday(last) - monday(first)).days // 7


def weeks() -> dict[str, Any]:
    """Describe which week a moment is in, and when that week closes."""
    moments = [
        "2023-12-31T23:59:59+00:00", "2024-01-01T00:00:00+00:00", "2024-12-29T23:59:59+00:00",
        "2024-12-30T00:00:00+00:00", "2024-12-31T12:00:00+00:00", "2025-01-01T00:00:00+00:00",
        "2020-12-31T12:00:00+00:00", "2021-01-03T23:59:59+00:00", "2021-01-04T00:00:00+00:00",
        "2026-12-27T23:59:59+00:00", "2026-12-28T00:00:00+00:00", "2027-01-03T23:59:59+00:00",
        "2027-01-04T00:00:00+00:00", "2024-02-29T12:00:00+00:00", "2026-11-23T01:00:00+02:00",
        "2026-11-22T22:00:00-03:00", "2032-12-31T00:00:00+00:00", "1970-01-05T00:00:00+00:00",
    ]
    pairs = [
        ("2024-W01", "2025-W01"), ("2026-W53", "2027-W01"), ("2026-W52", "2027-W01"), ("2020-W53", "2026-W53"),
        ("2025-W01", "2024-W52"), ("2027-W01", "2026-W53"), ("2026-W47", "2026-W47"), ("2024-W01", "2026-W01"),
    ]
    rows = []
    for text in moments:
        week = week_of(datetime.fromisoformat(text))
        closes = monday(week) + timedelta(days=7 + 21)
        rows.append({"moment": text, "week": week, "monday": monday(week).date().isoformat(),
                     "closes_at": closes.isoformat().replace("+00:00", "Z")})
    return {"moments": rows, "distances": [{"from": a, "to": b, "weeks": distance(a, b)} for a, b in pairs]}


class Draws:
    """Secrets that stand for random ones: 32 times 'A', then 'B', and so on."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        """Draw the next one."""
        self.count += 1
        return (bytes([ord("A") + self.count - 1]) * 32).hex()


def advanced(last: dict[str, Any] | None, now: str, draw: Draws) -> dict[str, Any] | None:
    """Return the identity for a week, or None when nothing may be recorded."""
    if last is None:
        uses = [{"week": now, "secrets": 1, "sent": False}]
        return {"schema": 4, "week": now, "secret": draw(), "uses": uses}
    ahead = distance(last["week"], now)
    emptied = not last["secret"]
    if ahead in {0, -1} and not emptied:
        return last
    known = {use["week"]: use for use in last["uses"]}
    before = known.pop(now, {"secrets": 0, "sent": False})
    if before["secrets"] + 1 > SECRETS_PER_WEEK:
        return None
    uses = [*known.values(), {**before, "week": now, "secrets": before["secrets"] + 1}][-REMEMBERED_WEEKS:]
    if 0 < ahead <= RATCHET_WEEKS and not emptied:
        secret = bytes.fromhex(last["secret"])
        for _ in range(ahead):
            secret = next_secret(secret)
        return {**last, "week": now, "secret": secret.hex(), "uses": uses}
    return {"schema": 4, "week": now, "secret": draw(), "uses": uses}


def emptied(last: dict[str, Any], *, others: bool) -> dict[str, Any] | None:
    """Return what a no leaves of an identity: the weeks that are closed, because something of them may be known."""
    closed = [{**use, "secrets": SECRETS_PER_WEEK, "sent": True} for use in last["uses"] if use["sent"] or others]
    return {**last, "week": closed[-1]["week"], "secret": "", "uses": closed} if closed else None


def after(event: str, last: dict[str, Any]) -> dict[str, Any] | None:
    """Return what an event of a case that is no clock makes of an identity."""
    if event == "send":
        return {**last, "uses": [{**use, "sent": True} for use in last["uses"]]}
    return emptied(last, others=event == "no, another environment counts")


def identities() -> dict[str, Any]:
    """Describe what becomes of an identity while the clock moves, something is sent, or a no empties it.

    A case is one such event after the other.
    """
    cases = {
        "every week for two years, over two New Years": [week_of(monday("2023-W50") + timedelta(weeks=n))
                                                         for n in range(105)],
        "long away, over a year of 53 weeks": ["2026-W40", "2026-W53", "2027-W01", "2028-W20"],
        "2024-W01 to 2025-W01": ["2024-W01", "2025-W01"],
        "104 weeks are followed": ["2024-W01", "2026-W01"],
        "105 weeks are not": ["2024-W01", "2026-W02"],
        "one week behind": ["2026-W48", "2026-W47", "2026-W48", "2026-W49"],
        "one week behind, over New Year": ["2027-W01", "2026-W53", "2027-W01", "2027-W02"],
        "two weeks behind": ["2026-W48", "2026-W46", "2026-W47", "2026-W48"],
        "two weeks behind, over New Year": ["2025-W01", "2024-W51", "2025-W01"],
        "a dead battery: 1970, and back": ["2026-W47", "1970-W02", "2026-W47", "2026-W48"],
        "a dead battery at every start: at most twice a week": ["2026-W47", "1970-W02"] * 4 + ["2026-W48", "2026-W49"],
        "back, and forward over a week that was counted": [
            "2026-W47", "2027-W04", "2026-W50", "2027-W04", "2026-W51", "2027-W04", "2027-W05",
        ],
        "far ahead and back: twice in that week": ["2026-W47", "2040-W01", "2026-W47", "2026-W48"],
        "back and forth: never a third time": ["2026-W47", "2027-W04", "2026-W47", "2027-W04", "2026-W47", "2026-W48"],
        "a no before anything was sent, and a yes": ["2026-W47", "no", "2026-W47"],
        "a no after something was sent: not in this week": [
            "2026-W46", "2026-W47", "send", "no", "2026-W47", "no", "2026-W47", "2026-W48", "2026-W49",
        ],
        "a no after a sending a week ago: not in that week": [
            "2026-W46", "send", "2026-W47", "no", "2026-W46", "2026-W47", "2026-W46",
        ],
        "a no while another environment counts": ["2026-W47", "no, another environment counts", "2026-W47", "2026-W48"],
        "a no, and a clock that is a year behind": ["2026-W47", "send", "no", "2025-W47", "2026-W47", "2026-W48"],
        "a sending in the second secret's week": [
            "2026-W47", "2027-W04", "send", "2026-W47", "no", "2026-W47", "2027-W04", "2027-W05",
        ],
    }
    found = []
    for name, clocks in cases.items():
        draw = Draws()
        identity: dict[str, Any] | None = None
        steps = []
        for clock in clocks:
            if clock[0] == "2" or clock[0] == "1":
                answer = advanced(identity, clock, draw)
                steps.append({"clock": clock, "identity": answer, "drawn": draw.count})
                identity = answer if answer is not None else identity
            else:
                assert identity is not None
                identity = after(clock, identity)
                steps.append({"event": clock, "identity": identity, "drawn": draw.count})
        found.append({"case": name, "steps": steps})
    return {"cases": found}


def main() -> int:
    """Write the files, or check them."""
    stale = []
    made = (("reporter", reporters()), ("event", events()), ("weeks", weeks()), ("identity", identities()))
    for name, vectors in made:
        file = HERE / f"{name}.json"
        text = json.dumps(vectors, indent=1) + "\n"
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(file.name)
    if stale:
        print(f"not what make_vectors.py writes: {', '.join(stale)}", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
