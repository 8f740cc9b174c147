#!/usr/bin/env python3
"""Ban network symbols outside network/, and disk and process symbols outside disk/.

Usage: banned_symbols.py ARCHIVE... OBJECT... Reads the undefined symbols (`nm -uC`) of each object file of static
libraries, and of the objects of plugins and programs, which wire and have no effects of their own. SQLite files are
opened in sqlite/disk only. CMake's visibility is no fence: <QtNetwork/...> compiles anywhere. What is in a library
belongs to the folder that its name says: *_network, *_disk.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

NETWORK = re.compile(
    r'\b(QNetwork|QTcp|QUdp|QSsl|QAbstractSocket|QLocalSocket|QHostAddress|QHostInfo|QHttp)\w*::'
    r'|^(socket|connect|bind|listen|accept|accept4|send|sendto|sendmsg|recv|recvfrom|recvmsg|getaddrinfo)(@|$)'
)
DISK = re.compile(
    r'\b(QFile|QSaveFile|QTemporaryFile|QTemporaryDir|QDir|QDirIterator|QFileInfo|QLockFile|QFileSystemWatcher|QSettings'
    r'|QStandardPaths|QProcess|QSql\w*)::'
    r'|^(open|open64|openat|fopen|fopen64|creat|mkdir|rename|unlink|fork|execv\w*|posix_spawn\w*)(@|$)'
    r'|std::(basic_)?[io]?fstream|std::filesystem::'
)
CONNECTION = re.compile(r'\bQSqlDatabase::addDatabase\b')


def undefined(file: str) -> list[tuple[str, str]]:
    """Return (object, symbol) for every undefined symbol of a static library or an object."""
    text = subprocess.run(['nm', '-uC', file], check=True, capture_output=True, text=True).stdout
    found, member = [], Path(file).name
    for line in text.splitlines():
        if line.endswith(':'):
            member = line[:-1]
        elif line.strip():
            found.append((member, line.split(None, 1)[1]))
    return found


def main() -> int:
    """Print every breach; return their number, at most 1."""
    breaches = []
    for file in sys.argv[1:]:
        name = Path(file).name if file.endswith('.a') else Path(file).parent.name
        for member, symbol in undefined(file):
            if NETWORK.search(symbol) and not name.endswith('_network.a'):
                breaches.append(f'{name}({member}): network outside network/: {symbol}')
            if DISK.search(symbol) and not name.endswith('_disk.a'):
                breaches.append(f'{name}({member}): disk outside disk/: {symbol}')
            if CONNECTION.search(symbol) and name != 'libsqlite_disk.a':
                breaches.append(f'{name}({member}): a SQLite file opened outside sqlite/: {symbol}')
    print('\n'.join(breaches) or f'{len(sys.argv) - 1} libraries and objects keep to their folders')
    return min(1, len(breaches))


if __name__ == '__main__':
    sys.exit(main())
