#!/usr/bin/env python3
"""Print the SHA-256 of every file of a wheel's package as sha256sum does, sorted, without the wheel's own records.

Usage: wheel_digests.py WHEEL. `sha256sum -c` in the folder where the wheel is installed checks them.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile


def main() -> int:
    """Print the list."""
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        names = sorted(n for n in wheel.namelist() if not n.endswith('/') and '.dist-info/' not in n)
        for name in names:
            print(f'{hashlib.sha256(wheel.read(name)).hexdigest()}  {name}')
    return 0 if names else 1


if __name__ == '__main__':
    sys.exit(main())
