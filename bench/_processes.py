"""Runs a program to its end, and looks what it took."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CHILD = [sys.executable, '-I', '-S', str(Path(__file__).resolve().parent / 'run_child.py')]


@dataclass(frozen=True)
class Ran:
    """What it took, and what it printed."""

    wall: float  # seconds
    cpu: float  # seconds, of all its threads
    peak: float  # MB; 10 are the least that can be told
    said: str


def ran(command: list[str], folder: Path) -> Ran:
    """Run it; what it prints, errors too, goes to a file in the folder, so that it waits for no reader."""
    said, took = folder / 'said.txt', folder / 'took.json'
    with said.open('wb') as file:
        child = subprocess.run([*CHILD, str(took), *command], stdout=file, stderr=subprocess.STDOUT, check=False)
    text = said.read_text(encoding='utf-8')
    assert child.returncode == 0, f'{command} ended with {child.returncode}: {text}'
    return Ran(**json.loads(took.read_text(encoding='utf-8')), said=text)


def best(runs: list[Ran]) -> Ran:
    """Return the fastest: what else runs on the computer makes all slower, and none faster."""
    return min(runs, key=lambda each: each.wall)
