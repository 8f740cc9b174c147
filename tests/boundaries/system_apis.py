#!/usr/bin/env python3
"""Keep operating systems to src/platform, and the two wings from each other.

Usage: system_apis.py SOURCE_DIRECTORY. Reads the text of every C++ file of src/: no header of an operating system is
included and no system is asked for by name outside src/platform, nor in a file of src/platform that is not of that
system. No file includes one of the other wing, and none of the ground includes any wing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PLATFORM = 'platform/'
# Of the C++ standard library, and named like systems' headers: <errno.h> is of every system, but what is in it is not.
SYSTEM_HEADERS = re.compile(
    r'^(sys/|linux/|mach/|arpa/|net/|netinet/|CoreFoundation/|Security/)|^(unistd|fcntl|pwd|grp|dirent|dlfcn|poll|pthread'
    r'|sched|spawn|syslog|termios|signal|errno|fnmatch|glob|io|direct|process|windows|winsock2?|winternl|aclapi|sddl|shlobj'
    r'|shellapi|tlhelp32)\.h$|^(cerrno|csignal)$', re.IGNORECASE)
SYSTEM_NAMES = re.compile(
    r'\bQ_OS_\w+|\bQ_CC_\w+|\b_WIN(32|64)\b|\bWIN32\b|\b__(linux|linux|unix|APPLE|MINGW32|MINGW64|FreeBSD|CYGWIN)(__)?\b'
    r'|\b_MSC_VER\b')
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
WINGS = {
    'contract': ('client', 'host', 'platform', 'sqlite'),
    'platform': ('client', 'host', 'sqlite'),
    'sqlite': ('client', 'host'),
    'client': ('host',),
    'host': ('client',),
}

def system_of(file: str) -> str | None:
    """Return the operating system that a file is for, by its name; None: for all of them."""
    name = file.rsplit('.', 1)[0]
    return next((system for system in ('posix', 'windows', 'darwin') if name.endswith(f'_{system}')), None)


def breaches(file: str, text: str) -> list[str]:
    """Return what one file does against the rules. Paths are relative to src/."""
    found = []
    may_name_systems = file.startswith(PLATFORM) and system_of(file) is not None
    for number, line in enumerate(text.splitlines(), 1):
        place = f'src/{file}:{number}'
        code = line.split('//', 1)[0]
        if include := INCLUDE.match(code):
            bracket, header = include.groups()
            if bracket == '<' and SYSTEM_HEADERS.search(header) and not may_name_systems:
                found.append(f'{place}: a header of an operating system: {header}')
            other = system_of(header)
            if bracket == '"' and other and other != system_of(file):
                found.append(f'{place}: of another operating system: {header}')
            if bracket == '"' and header.split('/')[0] in WINGS.get(file.split('/')[0], ()):
                found.append(f'{place}: of another wing: {header}')
        elif (name := SYSTEM_NAMES.search(code)) and not may_name_systems:
            found.append(f'{place}: asks for an operating system: {name[0]}')
    return found


def main() -> int:
    """Print every breach; return their number, at most 1."""
    root = Path(sys.argv[1]) / 'src'
    found, count = [], 0
    for path in sorted(root.rglob('*')):
        if path.suffix in {'.cpp', '.h'}:
            count += 1
            found += breaches(path.relative_to(root).as_posix(), path.read_text(encoding='utf-8'))
    print('\n'.join(found) or f'{count} files keep to their systems and wings')
    return min(1, len(found))


if __name__ == '__main__':
    sys.exit(main())
