"""The first hour: tools/run to an open window, first and again, beside a plain build of what it runs, in the same run.

Both compile a clone of HEAD in build/bench/first-hour with an empty ccache of their own. The Debian packages are here
already; what pip and npm download is in the first figure and taken off in the second. --tests measures tools/test in
the same clone, too, which takes an hour or so.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from _figures import Figure, figure, show  # noqa: E402
from desktop import BUILD, Screen, wait_for  # noqa: E402

FOLDER = BUILD / 'bench' / 'first-hour'
CLONE = FOLDER / 'clone'
LONGEST = 7200.0
# The steps of tools/run that wait for the network, as it prints them.
DOWNLOADS = r'(?:making the Python environment|installing the page\'s packages)[^…]*… (\d+) s'


def environment(cache: str, screen: Screen | None = None) -> dict[str, str]:
    """Return this environment with a compiler cache of that name, on a screen."""
    shown = {**screen.environment(), 'HOME': os.environ['HOME'], 'LIBGL_ALWAYS_SOFTWARE': '1'} if screen else {}
    return {**os.environ, 'CCACHE_DIR': str(FOLDER / cache), **shown}


def compiled(cache: str) -> tuple[int, int]:
    """Return how many compilations a cache was asked for, and how many it had."""
    words = ['ccache', '--print-stats']
    printed = subprocess.run(words, env=environment(cache), capture_output=True, text=True, check=True).stdout
    stats = {name: int(value) for name, value in (line.split() for line in printed.splitlines())}
    hits = stats['direct_cache_hit'] + stats['preprocessed_cache_hit']
    return hits + stats['cache_miss'], hits


def timed(command: list[str], cache: str, log: str) -> float:
    """Run a command in the clone and return its seconds."""
    begin = time.monotonic()
    with (FOLDER / log).open('wb') as output:
        subprocess.run(command, cwd=CLONE, env=environment(cache), stdout=output, stderr=output, check=True)
    return time.monotonic() - begin


def plain_build(folder: str, cache: str) -> float:
    """Return the seconds of CMake and Ninja alone, in a new folder of the clone.

    It is as deep as build/release: ccache sees paths as they are from there.
    """
    configure = ['cmake', '--preset', 'release', '-B', f'build/{folder}']
    build = ['cmake', '--build', f'build/{folder}', '--target', 'product']
    return timed(configure, cache, f'{folder}-configure.log') + timed(build, cache, f'{folder}.log')


def opened(log: str) -> float:
    """Run tools/run until napari's window is on the screen, end it, and return the seconds until then."""
    screen = Screen()
    with (FOLDER / log).open('wb') as output:
        begin = time.monotonic()
        process = subprocess.Popen(
            ['tools/run'], cwd=CLONE, env=environment('cache-ours', screen), stdout=output, stderr=output,
            start_new_session=True,
        )

        def window() -> bool:
            if process.poll() is not None:
                raise SystemExit(f'error: tools/run ended with {process.returncode}: see {FOLDER / log}')
            search = ['xdotool', 'search', '--onlyvisible', '--name', '^napari$']
            return subprocess.run(search, env=screen.environment(), capture_output=True, check=False).returncode == 0

        try:
            wait_for(window, LONGEST, "napari's window")
            return time.monotonic() - begin
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()
            screen.stop()


def main() -> int:
    """Measure and print."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    subprocess.run(['git', 'clone', '--quiet', ROOT, CLONE], check=True)
    plain = plain_build('plain', 'cache-plain')
    first = opened('run-first.log')
    downloads = sum(map(int, re.findall(DOWNLOADS, (FOLDER / 'run-first.log').read_text())))
    calls, _ = compiled('cache-ours')
    plain_calls, _ = compiled('cache-plain')
    again = opened('run-again.log')
    plain_again = timed(['cmake', '--build', 'build/plain', '--target', 'product'], 'cache-plain', 'plain-again.log')
    before = compiled('cache-ours')
    plain_build('anew', 'cache-ours')
    asked, had = (count - earlier for count, earlier in zip(compiled('cache-ours'), before, strict=True))
    peer = 'cmake --build of the same targets'
    figures: list[Figure] = [
        figure('tools/run, first: until napari is open, with downloads', 's', first, peer, plain, 600.0),
        figure('tools/run, first: until napari is open, without downloads', 's', first - downloads, peer, plain, 600.0),
        # One more: the digests of the wheel, in the consent plugin.
        figure('tools/run, first: files compiled', 'files', calls, peer, plain_calls, plain_calls + 1),
        figure('tools/run, again: until napari is open', 's', again, peer, plain_again, 15.0),
        figure('a build in a new folder: found in the compiler cache', '%', 100 * had / asked, 'all of it', 100.0, 95.0,
               at_least=True),
    ]
    if '--tests' in sys.argv:
        for when, goal in (('first', 1800.0), ('again', 720.0)):
            took = timed(['tools/test'], 'cache-ours', f'test-{when}.log')
            figures.append(figure(f'tools/test, {when}', 's', took, peer, plain, goal))
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
