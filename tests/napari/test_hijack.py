"""In the real napari: what is not the release is not loaded, is explained, and can be uninstalled with one click."""

from __future__ import annotations

import json
import subprocess
import zipfile
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


def older_release(wheels: Path) -> Path:
    """Write a wheel of an earlier release, as it would have been: another version, other modules."""
    (ours,) = (BUILD / 'wheels').glob('napari_telemetry-*.whl')
    version = ours.name.split('-')[1]
    path = wheels / ours.name.replace(version, '0.0.9')
    with zipfile.ZipFile(ours) as current, zipfile.ZipFile(path, 'w') as old:
        for name in current.namelist():
            content = current.read(name)
            if name.endswith('/METADATA'):
                content = content.replace(f'Version: {version}'.encode(), b'Version: 0.0.9')
            elif name.endswith('/_watch.py'):
                content += b'\n# as it was\n'
            if not name.endswith('/RECORD'):  # pip makes do without digests
                old.writestr(name.replace(version, '0.0.9'), content)
        old.writestr('napari_telemetry-0.0.9.dist-info/RECORD', '')
    return path


@pytest.mark.usefixtures('without_telemetry')
def test_an_older_release_is_replaced_with_a_click_and_runs_without_a_restart(
    start: Start, binding: str, tmp_path: Path
) -> None:
    pip = BUILD / 'venv' / binding / 'bin' / 'pip'
    words = [str(pip), 'install', '--no-index', '--no-deps', str(older_release(tmp_path))]
    subprocess.run(words, capture_output=True, check=True)
    napari = start()
    answer(napari, 'basic')
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off, needs attention'")
    napari.choose_menu('Settings…')
    napari.wait("find('installButton') is not None")
    assert napari.text('installButton') == 'Install the matching release'
    napari.click('installButton')
    wait_level(napari, 'basic')
    napari.wait("find('TelemetryInstallDialog') is None and find('installButton') is None")
    assert '# as it was' not in (folder(binding) / '_watch.py').read_text()
    listed = subprocess.run([pip, 'list', '--format=json'], capture_output=True, text=True, check=True).stdout
    (installed,) = [one['version'] for one in json.loads(listed) if one['name'] == 'napari-telemetry']
    assert installed != '0.0.9'
    napari.ask("find('TelemetrySettingsPane').window().accept()")
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_a_name_that_other_code_has_is_explained_and_nothing_is_offered(start: Start, binding: str) -> None:
    napari = start()
    napari.wait("find('TelemetryConsentDialog') is not None", 90)
    napari.ask("sys.modules.setdefault('napari_telemetry.helper', json) and None")  # as a plugin would have
    answer(napari, 'basic')
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off, needs attention'")
    assert 'other code has already loaded something of this name' in napari.ask(TOOLTIP)
    napari.choose_menu('Settings…')
    napari.wait("find('TelemetrySettingsPane') is not None")
    assert napari.ask("find('installButton') is None and find('uninstallButton') is None")
    assert 'libnapari_telemetry_plugin.so' not in napari.ask('mapped()')
    assert folder(binding).exists()
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
