"""Plugins that are not public, really installed: nothing of them is in any file of ours, byte by byte."""

from __future__ import annotations

import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, pip, wait_for
from test_chain import answer, wait_level
from test_watch import classes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Start

# Name, version, how it is installed. The last two have the name and a version of a public plugin.
PLUGINS = [
    ('zzlab-private', '1.0', 'folder'),
    ('zzlab-editable', '1.0', 'editable'),
    ('zzlab-wheel', '2.0', 'index'),
    ('zzlab-dev', '0.1.dev3+gabc', 'index'),
    ('napari-3d-counter', '0.6.1', 'editable'),
    ('napari-accelerated-pixel-and-object-classification', '0.14.2.dev1', 'index'),
]
COMMANDS = "__import__('napari')._app_model.get_app_model().commands"


# What builds the plugins: nothing is needed that the environment does not have.
BACKEND = """
import pathlib, zipfile
NAME, VERSION, PACKAGE = {name!r}, {version!r}, {package!r}


def wheel(folder, files):
    info = f'{{NAME.replace("-", "_")}}-{{VERSION}}.dist-info'
    files = dict(files)
    files[f'{{info}}/METADATA'] = f'Metadata-Version: 2.1\\nName: {{NAME}}\\nVersion: {{VERSION}}\\n'
    files[f'{{info}}/WHEEL'] = 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n'
    files[f'{{info}}/entry_points.txt'] = f'[napari.manifest]\\n{{NAME}} = {{PACKAGE}}:napari.yaml\\n'
    record = ''.join(f'{{path}},,\\n' for path in [*files, f'{{info}}/RECORD'])
    name = f'{{NAME.replace("-", "_")}}-{{VERSION}}-py3-none-any.whl'
    with zipfile.ZipFile(pathlib.Path(folder) / name, 'w') as archive:
        for path, text in [*files.items(), (f'{{info}}/RECORD', record)]:
            archive.writestr(path, text)
    return name


def build_wheel(folder, config=None, metadata=None):
    here = pathlib.Path.cwd()
    files = [path for path in (here / PACKAGE).iterdir() if path.is_file()]
    return wheel(folder, {{f'{{PACKAGE}}/{{path.name}}': path.read_text() for path in files}})


def build_editable(folder, config=None, metadata=None):
    return wheel(folder, {{f'{{PACKAGE}}.pth': str(pathlib.Path.cwd())}})
"""


def source(folder: Path, name: str, version: str) -> Path:
    """Write a small plugin with one command, whose id and code have a word that is in no other file."""
    package = name.replace('-', '_')
    home = folder / name
    (home / package).mkdir(parents=True)
    (home / 'pyproject.toml').write_text('[build-system]\nrequires = []\nbuild-backend = "b"\nbackend-path = ["."]\n')
    (home / 'b.py').write_text(BACKEND.format(name=name, version=version, package=package))
    (home / package / '__init__.py').write_text('def zzsecret_function():\n    return None\n')
    (home / package / 'napari.yaml').write_text(
        f'name: {name}\ndisplay_name: zzsecret title\ncontributions:\n  commands:\n'
        f'  - id: {name}.zzsecret\n    title: zzsecret command\n    python_name: {package}:zzsecret_function\n'
    )
    return home


@pytest.fixture
def private_plugins(binding: str, tmp_path: Path) -> Iterator[None]:
    """Install every plugin of PLUGINS in its way; take them away after the test."""
    offline = ('--no-index', '--no-deps', '--no-build-isolation')
    wheels = tmp_path / 'wheels'
    python = BUILD / 'venv' / binding / 'bin' / 'python'
    homes = {name: str(source(tmp_path / 'plugins', name, version)) for name, version, _ in PLUGINS}
    ways = {way: [name for name, _, each in PLUGINS if each == way] for way in ('folder', 'editable', 'index')}
    try:
        # As from an index: nothing on the disk says where they came from.
        folders = [homes[name] for name in ways['index']]
        subprocess.run([python, '-m', 'pip', 'wheel', *offline, '--wheel-dir', wheels, *folders],
                       check=True, capture_output=True, timeout=300)
        pip(binding, 'install', '--no-index', '--no-deps', '--pre', '--find-links', str(wheels), *ways['index'])
        editable = [word for name in ways['editable'] for word in ('--editable', homes[name])]
        pip(binding, 'install', *offline, *(homes[name] for name in ways['folder']), *editable)
        yield
    finally:
        pip(binding, 'uninstall', '--yes', *(name for name, _, _ in PLUGINS))


@pytest.mark.usefixtures('with_telemetry', 'private_plugins')
def test_nothing_of_a_private_plugin_is_in_any_file(start: Start) -> None:
    napari = start()
    answer(napari, 'full')
    wait_level(napari, 'full')
    napari.wait(f"'execute_command' in vars({COMMANDS})")
    manager = "__import__('npe2').PluginManager.instance()"
    # The test sees what it is about: every plugin is there, and its command can be used.
    assert {name for name, _, _ in PLUGINS} <= set(napari.ask(f'[m.name for m in {manager}.iter_manifests()]'))
    for name, _, _ in PLUGINS:
        napari.ask(f"{COMMANDS}.execute_command('{name}.zzsecret') and None")
        napari.ask(f"{manager}.commands.get('{name}.zzsecret') and None")
    napari.ask(f"{COMMANDS}.execute_command('napari.window.view.toggle_menubar') and None")
    wait_for(lambda: 'napari.window.view.toggle_menubar' in classes(napari), what='a public command, after the others')
    plugins = {row[3] for row in napari.spool() if row[0] == 'plugin'}
    assert any('napari-svg' in row for row in plugins)

    def searched() -> None:
        files = napari.our_files()
        assert any(file.name.startswith('spool-') for file in files)
        for file in files:
            content = file.read_bytes()
            for word in (b'zzlab', b'zzsecret', b'napari-3d-counter', b'accelerated-pixel'):
                assert word not in content, f'{word!r} is in {file}'

    searched()  # while it runs, with journals and logs
    assert napari.close() == 0
    searched()
    for file in napari.our_files():
        if file.name.startswith('spool-') and file.suffix == '.sqlite':
            with sqlite3.connect(f'file:{file}?mode=ro', uri=True) as database:
                assert database.execute('SELECT count(*) FROM event').fetchone()[0] > 0
