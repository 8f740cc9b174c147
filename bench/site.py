"""The public pages in Chromium beside Datasette with datasette-dashboards, from the same published file of five years.

Each page is opened cold, several times; the least is shown, as what else runs on the computer makes all slower. Sizes
are gzipped, whatever the server did. Ready is when the charts of the first screen are drawn. Both servers run on this
computer.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import _site_peer
from _aggregate_files import make_aggregates
from _collector_facts import ROOT
from _collector_rows import AGGREGATE
from _collector_servers import BUILD
from _figures import Figure, figure, show

PAGES = ROOT / 'build/release/src/host/pages/napari-telemetry-pages'
TIMES = 5
PLUGIN = 'plugins/napari-svg.html'

# Goals.
FIRST_KILOBYTES, PLUGIN_KILOBYTES = 150.0, 60.0
PAINT, READY = 0.2, 0.5  # seconds


def publish(folder: Path) -> Path:
    """Make the public folder of five years."""
    make_aggregates(folder / 'aggregates.sqlite')
    public = folder / 'public'
    subprocess.run([AGGREGATE, 'publish', '--raw', folder / 'none.sqlite', '--aggregates',
                    folder / 'aggregates.sqlite', '--public', public, '--clock-is-right'], check=True,
                   stdout=subprocess.DEVNULL)
    return public


@contextlib.contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder as the public host does; its address."""
    server = subprocess.Popen([ROOT / 'tools/serve-site', site], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        yield server.stdout.readline().split(' on ')[1].strip()
    finally:
        server.terminate()
        server.communicate(timeout=30)


def opened(address: str, charts: int) -> dict[str, Any]:
    """Open a page; what that took."""
    done = subprocess.run(['node', ROOT / 'bench/site_child.mjs', address, str(TIMES), str(charts)], check=True,
                          stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--json', action='store_true', help='print JSON')
    parser.parse_args()
    place = BUILD / 'bench'
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        public = publish(folder)
        subprocess.run([PAGES, public, folder / 'site', '--site', BUILD / 'site'], check=True,
                       stdout=subprocess.DEVNULL)
        with serving(folder / 'site') as address:
            first, plugin = opened(address, 1), opened(address + PLUGIN, 1)
        with _site_peer.serving(public, folder) as address:
            peer = opened(address, len(_site_peer.CHARTS))
    against = 'datasette-dashboards'
    figures: list[Figure] = []
    for what, mine, kilobytes in (('first page', first, FIRST_KILOBYTES),
                                  ('page of a plugin', plugin, PLUGIN_KILOBYTES)):
        figures += [figure(f'{what}: size, gzipped', 'kB', mine['kilobytes'], against, peer['kilobytes'], kilobytes),
                    figure(f'{what}: requests', '', mine['requests'], against, peer['requests'], None),
                    figure(f'{what}: first paint', 's', mine['paint'], against, peer['paint'], PAINT),
                    figure(f'{what}: ready', 's', mine['ready'], against, peer['ready'], READY)]
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
