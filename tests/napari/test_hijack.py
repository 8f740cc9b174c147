"""In the real napari: what is not the release is not loaded, is explained, and can be uninstalled with one click."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, install_telemetry, remove_telemetry, wait_for
from test_chain import answer, wait_level
from test_command import run

if TYPE_CHECKING:
    from conftest import Start

OURS = "sorted(name for name in sys.modules if name.partition('.')[0] == 'napari_telemetry')"
TOOLTIP = "find('TelemetryStatusIndicator').toolTip()"


def folder(binding: str) -> Path:
    """Return where napari-telemetry is installed."""
    python = BUILD / 'venv' / binding / 'bin' / 'python'
    command = "import sysconfig; print(sysconfig.get_path('platlib'))"
    found = subprocess.run([python, '-c', command], capture_output=True, text=True, check=True, cwd='/')
    return Path(found.stdout.strip()) / 'napari_telemetry'


@pytest.mark.usefixtures('with_telemetry')
def test_a_changed_file_is_refused_and_uninstalled_with_a_click(start: Start, binding: str, tmp_path: Path) -> None:
    good = run(binding, tmp_path, 'verify', '--json')
    assert good.returncode == 0, good.stderr
    assert json.loads(good.stdout)['outcome'] == 'verified'
    canary = tmp_path / 'canary'
    with (folder(binding) / '_watch.py').open('a') as module:
        module.write(f'\nopen({str(canary)!r}, "w")\n')
    bad = run(binding, tmp_path, 'verify', '--json')
    assert bad.returncode == 1
    wrong = [check for check in json.loads(bad.stdout)['checks'] if not check['ok']]
    assert [check['subject'] for check in wrong] == ['napari_telemetry/_watch.py']
    text = run(binding, tmp_path, 'verify').stdout
    assert 'BAD' in text and 'is not the file of this release' in text

    napari = start()
    answer(napari, 'basic')
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off, needs attention'")
    assert 'napari_telemetry/_watch.py' in napari.ask(TOOLTIP)
    assert napari.ask(OURS) == []
    assert 'libnapari_telemetry_plugin.so' not in napari.ask('mapped()')
    assert napari.ask("find('TelemetryInstallDialog') is None")
    # One line in napari's own log (which it also prints in another form).
    assert napari.errors.read_text().count('MainThread : napari-telemetry is not loaded') == 1
    napari.choose_menu('Settings…')
    napari.wait("find('TelemetrySettingsPane') is not None")
    assert '_watch.py' in napari.text('reasonLabel')
    napari.click('uninstallButton')
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off'", 60)
    assert 'not installed' in napari.ask(TOOLTIP)
    assert napari.ask("find('uninstallButton') is None")
    assert not folder(binding).exists()
    assert not canary.exists()
    assert run(binding, tmp_path, 'verify').returncode == 0  # nothing there, nothing wrong
    napari.ask("find('TelemetrySettingsPane').window().accept()")
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_a_changed_file_is_replaced_with_a_click_and_runs_without_a_restart(start: Start, binding: str) -> None:
    with (folder(binding) / '_watch.py').open('a') as module:
        module.write('\n# changed\n')
    napari = start()
    answer(napari, 'basic')
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off, needs attention'")
    napari.choose_menu('Settings…')
    napari.wait("find('installButton') is not None")
    assert napari.text('installButton') == 'Install the matching release'
    napari.click('installButton')
    wait_level(napari, 'basic')
    napari.wait("find('TelemetryInstallDialog') is None and find('installButton') is None")
    assert '# changed' not in (folder(binding) / '_watch.py').read_text()
    napari.ask("find('TelemetrySettingsPane').window().accept()")
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_uninstalled_by_hand_while_napari_runs(start: Start, binding: str) -> None:
    napari = start()
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    wait_for(napari.spool, what='an event in the spool')
    assert len(napari.ask(OURS)) > 1
    # Nothing of ours was left behind by the private copy, and what is mapped is not the installed file.
    assert not list(napari.home.rglob('napari-telemetry-copy-*'))
    remove_telemetry(binding)
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off'")
    assert 'not installed' in napari.ask(TOOLTIP)
    assert napari.ask("find('TelemetryInstallDialog') is None")
    assert napari.errors.read_text() == ''
    install_telemetry(binding)
    wait_level(napari, 'basic')
    assert napari.close() == 0
