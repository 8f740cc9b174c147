#!/usr/bin/env python3
"""Ban network symbols outside network/, and disk and process symbols outside disk/.

Usage: banned_symbols.py ARCHIVE... Reads the undefined symbols (`nm -uC`) of each object file of static libraries.
CMake's visibility is no fence: <QtNetwork/...> compiles anywhere. An object belongs to the folder that its source is
in, which is the library's name: *_network, *_disk.
"""

from __future__ import annotations

import re
import subprocess
import sys

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


def undefined(archive: str) -> list[tuple[str, str]]:
    """Return (object, symbol) for every undefined symbol of a static library."""
    text = subprocess.run(['nm', '-uC', archive], check=True, capture_output=True, text=True).stdout
    found, member = [], ''
    for line in text.splitlines():
        if line.endswith(':'):
            member = line[:-1]
        elif line.strip():
            found.append((member, line.split(None, 1)[1]))
    return found


def main() -> int:
    """Print every breach; return their number, at most 1."""
    breaches = []
    for archive in sys.argv[1:]:
        name = archive.rsplit('/', 1)[-1]
        for member, symbol in undefined(archive):
            if NETWORK.search(symbol) and not name.endswith('_network.a'):
                breaches.append(f'{name}({member}): network outside network/: {symbol}')
            if DISK.search(symbol) and not name.endswith('_disk.a'):
                breaches.append(f'{name}({member}): disk outside disk/: {symbol}')
    print('\n'.join(breaches) or f'{len(sys.argv) - 1} libraries keep to their folders')
    return min(1, len(breaches))


if __name__ == '__main__':
    sys.exit(main())
