"""One person with two environments counts once, from two real naparis to the public number."""

from __future__ import annotations

import sqlite3
import urllib.request
import venv
import zipfile
from typing import TYPE_CHECKING

from desktop import BUILD, Napari, wait_for
from test_chain import open_preview
from test_ending import consent

if TYPE_CHECKING:
    from pathlib import Path

    from desktop import Collector, Screen


def environment(folder: Path, binding: str) -> Path:
    """Make an environment of its own, as after a yes, with the packages of the binding's one."""
    venv.create(folder, symlinks=True)
    packages = next((folder / 'lib').iterdir()) / 'site-packages'
    site = next((BUILD / 'venv' / binding / 'lib').iterdir()) / 'site-packages'
    (packages / 'napari.pth').write_text(f'{site}\n')
    with zipfile.ZipFile(next((BUILD / 'wheels').glob('napari_telemetry-*.whl'))) as wheel:
        wheel.extractall(packages)
    return folder


def sent(spool: Path) -> bool:
    """Tell whether all of a spool was sent."""
    with sqlite3.connect(f'file:{spool}?mode=ro', uri=True) as database:
        return bool(database.execute("SELECT min(state) = 'sent' AND max(state) = 'sent' FROM event").fetchone()[0])


def test_two_environments_count_once(screen: Screen, binding: str, collector: Collector, tmp_path: Path) -> None:
    home = tmp_path / 'ada'
    folder = home / '.local/share/napari/telemetry'
    public_list = folder / 'public-plugins.json'
    running: list[Napari] = []
    saved = 0
    try:
        for name in ('one', 'two'):  # both at once
            prefix = environment(tmp_path / name, binding)
            consent(home, prefix, 'middle')
            running.append(Napari(
                screen, binding, home, extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address},
                script=BUILD / 'venv' / binding / 'bin' / 'napari', python=prefix / 'bin' / 'python',
            ))
            running[-1].wait_window()
        wait_for(lambda: len(list(folder.glob('spool-*.sqlite'))) == 2, what='a spool for each')
        for count, napari in enumerate(reversed(running), 1):
            # The window in front is the one that was started last, then the other one.
            open_preview(napari)
            napari.click('sendButton')
            wait_for(lambda n=count: sum(map(sent, folder.glob('spool-*.sqlite'))) == n, what='receipts')
            assert collector.rows()
            wait_for(public_list.exists, what='the public list')
            saved = saved or public_list.stat().st_mtime_ns
            assert napari.close() == 0
    finally:
        for napari in running:
            napari.kill()
    # The public list came whole with the first sending, and was not asked for again on the same day.
    with urllib.request.urlopen(f'{collector.address}/v1/public-plugins', timeout=20) as answer:
        assert public_list.read_bytes() == answer.read()
    assert public_list.stat().st_mode & 0o077 == 0
    assert public_list.stat().st_mtime_ns == saved
    assert len({row[1] for row in collector.rows() if row[0] == 'user'}) == 1
    assert collector.stop() == 0
