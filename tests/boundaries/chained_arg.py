#!/usr/bin/env python3
"""Ban arg() on the result of arg().

Usage: chained_arg.py SOURCE_DIRECTORY. What a first arg() puts in may hold a "%2" of its own, such as somebody's path,
and a second one takes that for its place. QString::arg(a, b) replaces all places at once.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

CALL = re.compile(r'\.arg\(')


def end_of_call(text: str, begin: int) -> int:
    """Return where the call ends whose first parenthesis is before `begin`."""
    depth, at = 1, begin
    while depth and at < len(text):
        depth += {'(': 1, ')': -1}.get(text[at], 0)
        at += 1
    return at


def main() -> int:
    """Print every chain; return their number, at most 1."""
    root = Path(sys.argv[1]) / 'src'
    files = sorted(root.rglob('*.cpp')) + sorted(root.rglob('*.h'))
    found = []
    for file in files:
        text = file.read_text(encoding='utf-8')
        for call in CALL.finditer(text):
            if CALL.match(text[end_of_call(text, call.end()):].lstrip()):
                line = text.count('\n', 0, call.start()) + 1
                found.append(f'src/{file.relative_to(root)}:{line}: arg() on the result of arg()')
    print('\n'.join(found) or f'{len(files)} files put everything in at once')
    return min(1, len(found))


if __name__ == '__main__':
    sys.exit(main())
