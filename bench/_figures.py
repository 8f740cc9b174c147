"""A figure of ours beside somebody else's in the same run, as every bench prints it: a table, or JSON with --json."""

from __future__ import annotations

import json
import sys
from typing import Any

Figure = dict[str, Any]


def figure(name: str, unit: str, ours: float, against: str, theirs: float | None, goal: float | None,
           at_least: bool = False) -> Figure:
    """Return one figure. It has met its goal when it is at most that much, or with `at_least` at least."""
    met = goal is None or (ours >= goal if at_least else ours <= goal)
    return {
        'figure': name, 'unit': unit, 'ours': round(ours, 2), 'against': against,
        'theirs': None if theirs is None else round(theirs, 2), 'ratio': round(ours / theirs, 5) if theirs else None,
        'goal': None if goal is None else round(goal, 2), 'met': met,
    }


def show(figures: list[Figure], note: str = '') -> None:
    """Print them; the note only for people."""
    if '--json' in sys.argv:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
        return
    width = max(len(f['figure']) for f in figures)
    for f in figures:
        goal = 'no goal' if f['goal'] is None else f'goal {f["goal"]:>7}  {"met" if f["met"] else "missed"}'
        print(f'{f["figure"]:{width}} {f["ours"]:>9} {f["unit"]:8} {goal:20} ({f["against"]}: {f["theirs"]}, '
              f'ratio {f["ratio"]})')
    if note:
        print(note)
