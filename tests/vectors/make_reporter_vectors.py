#!/usr/bin/env python3
"""Write reporter.json: how a secret becomes reporters, by Python's hmac alone.

Run it again after a change of the data dictionary; the C++ (tst_reporter) has to agree with what it writes.
"""
from __future__ import annotations

import hmac
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
DICTIONARY = json.loads((HERE.parents[1] / "resources" / "dictionary.json").read_text(encoding="utf-8"))


def digest(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.new(key, message, "sha256").digest()


def main() -> None:
    secret = bytes(range(32))
    machine = "0123456789abcdef0123456789abcdef\n1000"
    week_key = digest(secret, machine.encode())
    reporters = []
    for topic in DICTIONARY["topics"]:
        value = topic["example"]
        distinct = b"\0".join(str(value[field]).encode() for field in topic["distinct"])
        message = topic["topic"].encode() + b"\0" + distinct
        reporters.append({"topic": topic["topic"], "value": value, "reporter": digest(week_key, message)[:16].hex()})
    vectors = {
        "secret": secret.hex(),
        "machine": machine,
        "week_key": week_key.hex(),
        "next_secret": digest(secret, b"next").hex(),
        "reporters": reporters,
    }
    (HERE / "reporter.json").write_text(json.dumps(vectors, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
