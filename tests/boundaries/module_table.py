#!/usr/bin/env python3
"""Compare the table of modules in docs/architecture.md with what the CMakeLists.txt of src/ declare.

Usage: module_table.py SOURCE_DIRECTORY. A row begins with the module's folder and what it links of ours, such as
`| client/spool/disk | spool, sqlite/disk | ...`; both come from telemetry_module().
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

MODULE = re.compile(r'^telemetry_module\((\w+)\n(.*?)\)\n', re.MULTILINE | re.DOTALL)
LEAVES = ('disk', 'network', 'widgets')


def shown(name: str) -> str:
    """Return how a module is called in the table: spool_disk is spool/disk."""
    head, _, leaf = name.rpartition('_')
    return f'{head}/{leaf}' if head and leaf in LEAVES else name


def declared(source: Path) -> dict[str, str]:
    """Return what each module links of ours, by the module, both as the table has them."""
    found = {}
    for file in sorted(source.rglob('CMakeLists.txt')):
        for name, body in MODULE.findall(file.read_text(encoding='utf-8')):
            words = re.split(r'\b(?:PUBLIC|PRIVATE)\b', body, maxsplit=1)[1].replace('PRIVATE', ' ').split()
            found[name] = [word for word in words if '::' not in word]
    return {shown(name): ', '.join(shown(link) for link in links if link in found) or 'nothing'
            for name, links in found.items()}


def documented(page: Path) -> dict[str, str]:
    """Return the first two columns of the page's rows that begin with a module."""
    rows = re.findall(r'^\| `([\w/]+)` \| ([^|]+?) \|', page.read_text(encoding='utf-8'), re.MULTILINE)
    return dict(rows)


def main() -> int:
    """Print every difference; return 1 when there is one."""
    root = Path(sys.argv[1])
    wanted, there = declared(root / 'src'), documented(root / 'docs' / 'architecture.md')
    differences = [f'{name}: links {links}, and the table says {there.get(name, "nothing")}'
                   for name, links in wanted.items() if there.get(name) != links]
    print('\n'.join(differences) or f'{len(wanted)} modules are as the table says')
    return min(1, len(differences))


if __name__ == '__main__':
    sys.exit(main())
