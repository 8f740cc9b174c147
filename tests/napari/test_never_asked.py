"""Where nobody is asked, and what stops a napari that was allowed to send: in the released napari."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, mounted, own_etc, recorded, wait_for
from test_chain import answer, open_preview, wait_level

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Collector, Screen

DIALOG = 'TelemetryConsentDialog'
INDICATOR = 'TelemetryStatusIndicator'
MAPPED = "[line for line in open('/proc/self/maps') if 'libnapari_telemetry' in line]"


def run(screen: Screen, binding: str, home: Path, *words: str, **variables: str) -> str:
    """Run Python in napari's environment, as a new user; return what it printed."""
    home.mkdir(exist_ok=True)
    environment = {
        **screen.environment(), 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LIBGL_ALWAYS_SOFTWARE': '1',
        'PATH': '/usr/bin:/bin', **variables,
    }
    result = subprocess.run(
        [BUILD / 'venv' / binding / 'bin' / 'python', *words],
        env=environment, capture_output=True, text=True, timeout=120, cwd=home, check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_under_pytest_nothing_is_loaded_and_nothing_shown(screen: Screen, binding: str, tmp_path: Path) -> None:
    test = tmp_path / 'test_somebodys.py'
    test.write_text(f"""
import sys
import napari
from qtpy import QtCore, QtWidgets

def test_theirs():
    viewer = napari.Viewer()
    loop = QtCore.QEventLoop()
    QtCore.QTimer.singleShot(500, loop.quit)
    loop.exec()
    assert viewer.window._qt_window.isVisible()
    assert 'napari_telemetry_consent' in sys.modules  # found, and nothing more
    assert 'napari_telemetry_consent._start' not in sys.modules
    assert {MAPPED} == []
    assert not [w for w in QtWidgets.QApplication.allWidgets() if w.objectName().startswith('Telemetry')]
    viewer.close()
""")
    # pytest itself is in the environment of the tools; of the same Python.
    tools = next((BUILD / 'venv' / 'tools' / 'lib').iterdir()) / 'site-packages'
    printed = run(screen, binding, tmp_path / 'ada', '-m', 'pytest', '-q', '-p', 'no:cacheprovider', str(test),
                  PYTHONPATH=str(tools))
    assert '1 passed' in printed


def test_without_a_window_nothing_is_loaded_until_there_is_one(screen: Screen, binding: str, tmp_path: Path) -> None:
    script = tmp_path / 'hidden.py'
    script.write_text(f"""
import napari
from qtpy import QtCore, QtWidgets

def wait(milliseconds):
    loop = QtCore.QEventLoop()
    QtCore.QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

def ours():
    return sorted(w.objectName() for w in QtWidgets.QApplication.allWidgets()
                  if w.objectName() in ('{DIALOG}', '{INDICATOR}') and w.isVisible())

viewer = napari.Viewer(show=False)
wait(500)
assert {MAPPED} == [], 'loaded without a window'
assert ours() == []
viewer.window.show()
for _ in range(100):
    if len(ours()) == 2:
        break
    wait(50)
assert ours() == ['{DIALOG}', '{INDICATOR}'], ours()
print('asked once it is seen')
viewer.close()
""")
    home = tmp_path / 'ada'
    assert 'asked once it is seen' in run(screen, binding, home, str(script))
    # `napari --info` has no window at all.
    source = f"""
import atexit, runpy, sys
atexit.register(lambda: print('mapped', {MAPPED}))
sys.argv = ['napari', '--info']
runpy.run_module('napari', run_name='__main__')
"""
    printed = run(screen, binding, home, '-c', source)
    assert 'napari-telemetry-consent' in printed or 'napari:' in printed
    assert 'mapped []' in printed
    assert [path for path in home.rglob('*') if 'telemetry' in path.name] == []


def test_disabled_before_napari_starts_it_is_not_even_loaded(start: Start) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None", 90)
    folder = napari.ask("str(__import__('napari.settings').settings.get_settings().config_path)")
    napari.kill()
    settings = napari.home / folder
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('schema_version: 0.9.1\nplugins:\n  disabled_plugins:\n  - napari-telemetry-consent\n')
    again = start()
    again.wait("any(w.isVisible() and w.metaObject().className() == '_QtMainWindow'"
               ' for w in QtWidgets.QApplication.topLevelWidgets())', 90)
    again.ask('QtWidgets.QApplication.processEvents()')
    assert 'napari_telemetry_consent._start' in again.ask('sorted(sys.modules)')
    assert again.ask('[library for library in mapped() if "telemetry" in library]') == []
    assert again.ask(f"find('{DIALOG}') is None and find('{INDICATOR}') is None")
    assert again.our_files() == []
    # Enabled again, it asks, for it never has.
    again.ask("__import__('npe2').PluginManager.instance().enable('napari-telemetry-consent')")
    again.wait(f"find('{DIALOG}') is not None")
    again.kill()


def test_a_settings_folder_that_cant_be_written(start: Start, tmp_path: Path) -> None:
    # napari itself does not start when it can't write its settings: they can be written, and nothing beside them.
    folder, settings = tmp_path / 'kept', tmp_path / 'settings.yaml'
    folder.mkdir()
    settings.touch()
    (folder / 'settings.yaml').touch()
    napari = start(
        # Read-only for everybody, root included.
        wrap=mounted(f'mount --bind "{folder}" "{folder}"', f'mount -o remount,bind,ro "{folder}"',
                     f'mount --bind "{settings}" "{folder}/settings.yaml"'),
        extra={'NAPARI_CONFIG': f'{folder}/settings.yaml'},
    )
    napari.wait_window()
    assert napari.ask('QtWidgets.QApplication.processEvents()') is None
    assert napari.ask(f"find('{DIALOG}') is None")
    assert "can't be written" in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert napari.our_files() == []
    napari.kill()


@pytest.mark.usefixtures('with_telemetry')
def test_a_policy_stops_a_napari_that_runs_before_it_sends(start: Start, collector: Collector, tmp_path: Path) -> None:
    etc = own_etc(tmp_path / 'etc')
    policy = tmp_path / 'etc' / 'napari' / 'telemetry-policy.json'
    napari = start(wrap=mounted(etc), extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    answer(napari, 'middle')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    policy.write_text(json.dumps({'schema': 1, 'maximum_level': 'none'}))
    open_preview(napari)
    napari.click('sendButton')
    napari.wait(f"find('{INDICATOR}').text() == 'Telemetry: off, stopped by administrator'")
    assert collector.rows() == []
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    assert 'set by the administrator' in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert '/etc/napari/telemetry-policy.json' in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert napari.close() == 0

    # At the next start a limit, and no question.
    policy.write_text(json.dumps({'schema': 1, 'maximum_level': 'basic', 'may_ask': False}))
    next((napari.home / '.config').rglob('telemetry-consent.json')).unlink()
    again = start(wrap=mounted(etc))
    again.wait_window()
    assert again.ask('QtWidgets.QApplication.processEvents()') is None
    assert again.ask(f"find('{DIALOG}') is None")
    assert 'does not let napari ask' in again.ask(f"find('{INDICATOR}').toolTip()")
    again.click(INDICATOR)
    entries = again.wait("[[a.text(), a.isEnabled()] for a in find('TelemetryMenu').actions()[:4]]")
    assert entries == [['No telemetry', True], ['Basic', True], ['Middle', False], ['Full', False]]
    again.kill()


@pytest.mark.usefixtures('with_telemetry')
def test_on_a_network_folder_the_answer_is_read_before_sending(
    start: Start, collector: Collector, tmp_path: Path
) -> None:
    # As on a network file system, what another computer writes is seen, but nobody is told.
    config = tmp_path / 'ada' / '.config'
    server = tmp_path / 'server'
    for folder in (config, server, tmp_path / 'work', tmp_path / 'empty'):
        folder.mkdir(parents=True)
    layers = f'lowerdir={tmp_path}/empty,upperdir={server},workdir={tmp_path}/work'
    napari = start(
        wrap=mounted(f'mount -t overlay overlay -o "{layers}" "{config}"'),
        extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address},
    )
    answer(napari, 'middle')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    (record,) = server.rglob('telemetry-consent.json')
    record.write_text(json.dumps({**json.loads(record.read_text()), 'level': 'none'}))
    with pytest.raises(AssertionError, match='in vain'):  # the one second that it takes elsewhere, and more
        napari.wait(f"find('{INDICATOR}').text() == 'Telemetry: off'", 2)
    open_preview(napari)
    napari.click('sendButton')
    wait_level(napari, 'off')
    assert collector.rows() == []
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    assert napari.close() == 0
