"""Packages whose metadata is not what it should be: each costs itself at most, never telemetry and no other plugin."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from desktop import BUILD, HERE, ROOT, wait_for
from made_up import plugin
from test_chain import answer, wait_level
from test_watch import ACTIONS, COMMANDS, classes, values

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start


def listed(binding: str, *path: Path) -> tuple[dict[str, dict[str, Any]], set[str]]:
    """Return what our list says of each plugin, and the names that npe2 knows, with these folders on the path."""
    list_file = ROOT / 'python' / 'consent' / 'napari_telemetry_consent' / '_plugins.py'
    child = subprocess.run(
        [BUILD / 'venv' / binding / 'bin' / 'python', HERE / 'plugins_child.py', list_file],
        env={'PATH': os.environ['PATH'], 'HOME': str(path[0]), 'PYTHONPATH': os.pathsep.join(map(str, path))},
        check=False, capture_output=True, text=True, timeout=120,
    )
    assert child.returncode == 0, child.stderr[-3000:]
    said = json.loads(child.stdout.splitlines()[-1])
    assert said['nameless'] is False
    return {entry['name']: entry for entry in said['ours']}, set(said['known'])


def test_a_plugin_that_can_not_be_read_is_left_out_and_no_other(binding: str, tmp_path: Path) -> None:
    folder = tmp_path / 'packages'
    folder.mkdir()
    plugin(folder, 'aa-good', '1.0')
    plugin(folder, 'zz-url-byte', '1.0', direct_url=b'{"url": "file:///\xff", "dir_info": {}}')
    plugin(folder, 'zz-installer-byte', '1.0', INSTALLER=b'pip\xff\n')
    plugin(folder, 'zz-url-deep', '1.0', INSTALLER=b'conda\n', direct_url=b'[' * 100_000)
    circle = plugin(folder, 'zz-url-circle', '1.0')
    (circle / 'direct_url.json').symlink_to('direct_url.json')
    circle = plugin(folder, 'zz-installer-circle', '1.0', INSTALLER=None)
    (circle / 'INSTALLER').symlink_to('INSTALLER')
    (folder / 'circle').symlink_to('.')
    plugin(folder, 'zz-good', '2.0')
    ours, known = listed(binding, folder)
    bad = {name for name in known if name.startswith('zz-')} - {'zz-good'}
    assert bad == {'zz-raising', 'zz-url-byte', 'zz-installer-byte', 'zz-url-deep', 'zz-url-circle',
                   'zz-installer-circle'}  # the test sees what it is about
    assert ours.keys() == known - bad - {''}
    assert ours['aa-good'] == {'name': 'aa-good', 'version': '1.0', 'commands': ['aa-good.command']}
    assert ours['zz-good'] == {'name': 'zz-good', 'version': '2.0', 'commands': ['zz-good.command']}
    assert ours['napari-svg']['version'] != ''


def test_what_is_missing_or_empty_names_nothing_and_takes_no_other_along(binding: str, tmp_path: Path) -> None:
    folder = tmp_path / 'packages'
    folder.mkdir()
    plugin(folder, 'aa-good', '1.0')
    for file in ('METADATA', 'INSTALLER', 'entry_points', 'direct_url'):
        for what, content in (('empty', b''), ('no', None)):
            plugin(folder, f'zz-{what}-{file.lower().replace("_", "-")}', '1.0', **{file: content})
    plugin(folder, 'zz-url-list', '1.0', direct_url=b'[]')
    plugin(folder, 'zz-url-null', '1.0', INSTALLER=b'conda\n', direct_url=b'{"dir_info": null}')
    (folder / 'zz_nothing-1.0.dist-info').mkdir()
    plugin(folder, 'zz-good', '2.0')
    ours, _ = listed(binding, folder)
    versions = {name: entry['version'] for name, entry in ours.items() if name[:3] in {'aa-', 'zz-'}}
    # Those of whose METADATA or entry points nothing is left are not known to npe2 either.
    assert versions == {
        'aa-good': '1.0', 'zz-good': '2.0', 'zz-no-direct-url': '1.0', 'zz-empty-installer': '',
        'zz-no-installer': '', 'zz-empty-direct-url': '', 'zz-url-list': '', 'zz-url-null': '',
    }
    assert ours['napari-svg']['version'] != ''


def test_one_name_twice_counts_once_and_only_as_what_is_imported(binding: str, tmp_path: Path) -> None:
    first, second = tmp_path / 'first', tmp_path / 'second'
    for folder in (first, second):
        folder.mkdir()
    # Two releases in one folder: an upgrade that was interrupted. Nobody can tell which one it is.
    plugin(first, 'zz-both', '1.0')
    plugin(first, 'zz-both', '1.1')
    # The same release twice, and one of the two is not from an index.
    shutil.copytree(plugin(first, 'zz-half', '1.0'), first / 'Zz.Half-1.0.dist-info')
    (first / 'Zz.Half-1.0.dist-info' / 'direct_url.json').write_text('{"url": "file:///home/me", "dir_info": {}}')
    # In two folders: the first one is imported.
    plugin(first, 'zz-order', '2.0')
    plugin(second, 'zz-order', '1.0', direct_url=b'{"url": "file:///home/me", "dir_info": {"editable": true}}')
    plugin(first, 'zz-shadowed', '1.0', direct_url=b'{"url": "file:///home/me", "dir_info": {"editable": true}}')
    plugin(second, 'zz-shadowed', '2.0')
    plugin(first, 'zz-hidden', '1.0', entry_points=None)
    plugin(second, 'zz-hidden', '2.0')
    # Names as people write them.
    plugin(first, 'Zz.Lab_Mixed', '3.0')
    ours, _ = listed(binding, first, second, first)  # once more on the path, as some environments have it
    versions = {name: entry['version'] for name, entry in ours.items() if name.lower().startswith('zz')}
    assert versions == {'zz-both': '', 'zz-half': '', 'zz-order': '2.0', 'zz-shadowed': '', 'zz-hidden': '',
                        'Zz.Lab_Mixed': '3.0'}


@pytest.mark.usefixtures('with_telemetry')
def test_telemetry_runs_beside_a_plugin_that_can_not_be_read(start: Start, tmp_path: Path) -> None:
    public = json.loads((ROOT / 'resources' / 'public-list.json').read_text())['plugins']
    names = ['napari-3d-counter', 'napari-accelerated-pixel-and-object-classification', 'napari-animation']
    good, url, installer = [(name, public[name][-1]) for name in names]
    folder = tmp_path / 'packages'
    folder.mkdir()
    plugin(folder, *url, direct_url=b'{"url": "file:///home/\xff", "dir_info": {"editable": true}}')
    plugin(folder, *installer, INSTALLER=b'\xff\n')
    plugin(folder, *good)
    napari = start(extra={'PYTHONPATH': str(folder)})
    napari.wait("find('TelemetryConsentDialog') is not None", 90)
    known = napari.ask("[m.name for m in __import__('npe2').PluginManager.instance().iter_manifests()]")
    assert {good[0], url[0], installer[0]} <= set(known)
    # An action that can't be wrapped, because Python can't say what it takes, in front of napari's own.
    napari.ask(f"{ACTIONS}.register_action('aa:min', min, '', None) or setattr({ACTIONS}, '_actions', "
               f"{{'aa:min': {ACTIONS}._actions.pop('aa:min'), **{ACTIONS}._actions}})")
    answer(napari, 'full')
    wait_level(napari, 'full')
    assert napari.ask("find('TelemetryStatusIndicator').text()").split(',')[-1].strip() != 'needs attention'
    wait_for(lambda: values(napari, 'plugin'), what='plugins in the spool')
    plugins = {(value['name'], value['version']) for value in values(napari, 'plugin')}
    assert good in plugins
    assert {name for name, _ in plugins}.isdisjoint({url[0], installer[0]})
    napari.wait(f"'execute_command' in vars({COMMANDS})")
    napari.click_at(napari.ask('main_place()'))
    napari.keys('ctrl+g')
    wait_for(lambda: 'napari:toggle_grid' in classes(napari), what='a key of the canvas')
    assert napari.close() == 0
