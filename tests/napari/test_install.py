"""Installing after a yes: through the plugin manager's queue, pip or uv, and what a person has to do by hand."""

from __future__ import annotations

import http.server
import os
import shlex
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, install_telemetry, recorded, remove_telemetry, tool, wait_for
from test_chain import answer, wait_level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Start
    from desktop import Napari

PLUGIN_MANAGER = BUILD / 'plugin-manager'
UV = BUILD / 'venv' / 'installers' / 'bin' / 'uv'
INSTALL = "sys.modules['napari_telemetry_consent._install']"
# What napari-plugin-manager asks the world for ends on this computer.
WITH_QUEUE = {'PYTHONPATH': str(PLUGIN_MANAGER), 'HTTPS_PROXY': 'http://127.0.0.1:9'}
DIALOG = "find('TelemetryInstallDialog') is not None"
NO_DIALOG = "find('TelemetryInstallDialog') is None"


class Index:
    """A package index on this computer with our wheels, that can be reached or not, and can keep people waiting."""

    def __init__(self) -> None:
        self._go_on = threading.Event()
        self._server: http.server.ThreadingHTTPServer | None = None
        self.asked = threading.Event()
        self.port = 0
        self._listen()

    def _listen(self) -> None:
        index = self
        wheel = next((BUILD / 'wheels').glob('napari_telemetry-*.whl'))

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                index.asked.set()
                index._go_on.wait()
                if self.path == '/simple/napari-telemetry/':
                    body, kind = f'<a href="/{wheel.name}">{wheel.name}</a>'.encode(), 'text/html'
                else:
                    body, kind = wheel.read_bytes(), 'application/octet-stream'
                try:
                    self.send_response(200)
                    self.send_header('Content-Type', kind)
                    self.send_header('Content-Length', str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    pass  # who asked is gone

            def log_message(self, *words: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(('127.0.0.1', self.port), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def serve(self) -> None:
        """Answer, also those who wait."""
        self._go_on.set()
        if self._server is None:
            self._listen()

    def vanish(self) -> None:
        """Be unreachable."""
        self._go_on.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


@pytest.fixture
def index() -> Iterator[Index]:
    """An index that keeps people waiting at first."""
    index = Index()
    yield index
    index.vanish()


@pytest.fixture
def consent_again(binding: str) -> Iterator[None]:
    """After the test the consent package is installed, whatever happened to it."""
    yield
    (wheel,) = (BUILD / 'wheels').glob('napari_telemetry_consent-*.whl')
    pip = BUILD / 'venv' / binding / 'bin' / 'pip'
    subprocess.run(
        [pip, 'install', '--quiet', '--no-index', '--no-deps', '--disable-pip-version-check', wheel], check=True
    )


def children(napari: Napari) -> list[str]:
    """Return the command lines of the installers that napari runs."""
    listed = subprocess.run(['ps', '-e', '-ww', '-o', 'ppid=,args='], check=True, capture_output=True, text=True).stdout
    lines = [line.split(None, 1) for line in listed.splitlines()]
    return [line[1] for line in lines if int(line[0]) == napari.process.pid and 'napari-telemetry==' in line[-1]]


def command(napari: Napari) -> str:
    """Return the command that the window shows."""
    return str(napari.ask("find('commandEdit').toPlainText()"))


@pytest.mark.usefixtures('without_telemetry')
@pytest.mark.parametrize('way', ['queue', 'pip'])
def test_cancel_then_offline_then_success_without_a_restart(start: Start, index: Index, way: str) -> None:
    extra = {'PIP_NO_INDEX': '0', 'PIP_FIND_LINKS': '', 'PIP_RETRIES': '1',
             'PIP_INDEX_URL': f'http://127.0.0.1:{index.port}/simple'}
    napari = start(extra={**extra, **(WITH_QUEUE if way == 'queue' else {})})
    # Before the answer nothing of the plugin manager is touched.
    napari.wait("find('TelemetryConsentDialog') is not None", 90)
    assert napari.ask("[m for m in sys.modules if m.startswith('napari_plugin_manager')]") == []
    answer(napari, 'basic')
    napari.wait(DIALOG)
    assert napari.ask("find('progressBar') is not None and find('retryButton') is None")
    assert '--no-deps --only-binary :all:' in command(napari) and command(napari).endswith('napari-telemetry==0.1.0')
    wait_for(index.asked.is_set, what='pip to ask the index')
    assert len(children(napari)) == 1
    assert napari.ask(f'bool({INSTALL}._own) and {INSTALL}._own[0].hasJobs()') is (way == 'queue')
    napari.click('closeButton')
    napari.wait(NO_DIALOG)
    wait_for(lambda: children(napari) == [], what='the end of pip')
    assert napari.text('TelemetryStatusIndicator') == 'Telemetry: off, needs attention'

    index.vanish()
    napari.choose_menu('Settings…')
    napari.wait("find('installButton') is not None")
    assert napari.text('installButton') == 'Install napari-telemetry'
    napari.click('installButton')
    napari.wait("find('retryButton') is not None")
    message = napari.text('messageLabel')
    assert 'Is this computer offline?' in message and 'No matching distribution found' in message
    assert 'No matching distribution found' in napari.ask("find('logEdit').toPlainText()")
    assert napari.spool() == []

    index.serve()
    napari.click('retryButton')
    wait_level(napari, 'basic')
    napari.wait(f"{NO_DIALOG} and find('installButton') is None")
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    assert napari.close() == 0
    # The two failures are in the log, and nothing else.
    said = [line for line in napari.errors.read_text().splitlines() if line.startswith('WARNING')]
    assert len(said) == 2 and all('could not be installed or loaded' in line for line in said)
    assert 'Traceback' not in napari.errors.read_text()


@pytest.mark.usefixtures('without_telemetry', 'consent_again')
def test_the_plugin_managers_own_queue_is_taken_and_uninstalls_even_us(start: Start) -> None:
    napari = start(extra=WITH_QUEUE)
    answer(napari, 'none')
    napari.wait_window()
    napari.ask("QtCore.QTimer.singleShot(0, lambda: __import__('napari')._app_model.get_app_model()"
               ".commands.execute_command('napari.window.plugins.plugin_install_dialog'))")
    manager = "__import__('napari').current_viewer().window._qt_window._plugin_manager_dialog"
    napari.wait(f'{manager} is not None and {manager}.isVisible()', 60)
    napari.ask(f'{manager}.close()')
    napari.wait(f'not {manager}.isVisible()')
    napari.choose_menu('Basic')
    wait_level(napari, 'basic')
    assert napari.ask(f'{INSTALL}._own') == []
    shown = napari.ask(f'{manager}.stdout_text.toPlainText()')
    assert 'Successfully installed napari-telemetry-0.1.0' in shown
    assert napari.ask(f'{manager}.installer.hasJobs()') is False
    # The manager's own jobs run as before: ours left nothing in its queue.
    assert napari.ask(f"'PYPI_INSTALLER_TOOL_CLASS' in vars({manager}.installer)") is False
    assert napari.ask(f'{manager}.installer._output_widget is {manager}.stdout_text') is True

    # The manager uninstalls the consent package itself: none, nothing is shown, and what is pending stays.
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    tools = "__import__('napari_plugin_manager.base_qt_package_installer', fromlist=['_']).InstallerTools"
    napari.ask(f"{manager}.installer.uninstall({tools}.PYPI, ['napari-telemetry-consent'])")
    napari.wait("find('TelemetryStatusIndicator') is None", 60)
    assert recorded(napari, 'basic')
    assert napari.close() == 0
    again = start()
    again.wait("any(w.isVisible() and w.metaObject().className() == '_QtMainWindow'"
               ' for w in QtWidgets.QApplication.topLevelWidgets())', 90)
    again.ask('QtWidgets.QApplication.processEvents()')
    assert again.ask("[name for name in sys.modules if 'telemetry' in name]") == []
    assert again.ask("[library for library in mapped() if 'telemetry' in library]") == []
    assert again.ask("find('TelemetryStatusIndicator') is None and find('TelemetryConsentDialog') is None")
    assert again.close() == 0
    assert again.errors.read_text() == ''


@pytest.mark.usefixtures('without_telemetry')
def test_a_read_only_environment_is_not_tried_and_says_what_to_do(start: Start, binding: str) -> None:
    site = next((BUILD / 'venv' / binding / 'lib').glob('python*/site-packages'))
    # A mount that only this napari sees: permissions would not stop root, who runs these tests.
    read_only = f'mount --bind {site} {site} && mount -o remount,bind,ro {site} && exec "$@"'
    napari = start(wrap=[tool('unshare'), '-m', 'sh', '-c', read_only, 'sh'])
    answer(napari, 'basic')
    napari.wait("find('retryButton') is not None")
    assert f"{site} can't be written to" in napari.text('messageLabel')
    assert napari.text('retryButton') == 'Check again'
    assert children(napari) == []
    assert napari.text('TelemetryStatusIndicator') == 'Telemetry: off, needs attention'
    install_telemetry(binding)  # by someone who may
    napari.click('retryButton')
    wait_level(napari, 'basic')
    napari.wait(NO_DIALOG)
    assert napari.close() == 0


@pytest.mark.usefixtures('without_telemetry')
def test_in_a_conda_environment_the_command_can_be_copied_and_run(start: Start, binding: str) -> None:
    meta = BUILD / 'venv' / binding / 'conda-meta'
    meta.mkdir(exist_ok=True)
    try:
        napari = start(extra=WITH_QUEUE)
        answer(napari, 'basic')
        napari.wait("find('retryButton') is not None")
        assert 'belongs to conda' in napari.text('messageLabel')
        assert children(napari) == []
        napari.click('copyButton')
        copied = napari.wait('QtWidgets.QApplication.clipboard().text()')
        assert copied == command(napari)
        napari.click('retryButton')  # too early
        napari.wait("find('retryButton') is not None")
        subprocess.run(
            shlex.split(copied), check=True, capture_output=True,
            env={'PATH': os.environ['PATH'], 'PIP_NO_INDEX': '1', 'PIP_FIND_LINKS': str(BUILD / 'wheels')},
        )
        napari.click('retryButton')
        wait_level(napari, 'basic')
        napari.wait(NO_DIALOG)
        assert napari.close() == 0
    finally:
        meta.rmdir()


@pytest.mark.usefixtures('with_telemetry')
def test_uninstalling_at_any_time_is_none_silently(start: Start, binding: str) -> None:
    napari = start()
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    remove_telemetry(binding)  # while it runs
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off'")
    assert 'not installed' in napari.ask("find('TelemetryStatusIndicator').toolTip()")
    assert napari.ask(NO_DIALOG)
    assert recorded(napari, 'basic')  # it is not a no
    install_telemetry(binding)
    napari.choose_menu('Basic')  # what is chosen again is there again
    wait_level(napari, 'basic')
    remove_telemetry(binding)
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off'")
    assert napari.close() == 0
    assert napari.errors.read_text() == ''

    again = start()
    again.wait_window()
    assert again.text('TelemetryStatusIndicator') == 'Telemetry: off'
    assert again.ask(f"{NO_DIALOG} and find('TelemetryConsentDialog') is None")
    assert again.close() == 0
    assert again.errors.read_text() == ''


def test_uv_installs_into_an_environment_that_it_made(start: Start, binding: str, tmp_path: Path) -> None:
    made = tmp_path / 'uv environment'  # with a blank, as people have them
    donor = BUILD / 'venv' / binding
    python = made / 'bin' / 'python'
    (consent,) = (BUILD / 'wheels').glob('napari_telemetry_consent-*.whl')
    home = {'PATH': '/usr/bin:/bin', 'HOME': str(tmp_path)}
    for words in (
        ['venv', '--python', str(donor / 'bin/python'), str(made)],
        ['pip', 'install', '--offline', '--no-deps', '--python', str(python), str(consent)],
    ):
        subprocess.run([str(UV), *words], check=True, capture_output=True, env=home)
    # napari and its 900 MB are borrowed, without being copied.
    site = next((made / 'lib').glob('python*/site-packages'))
    (site / 'napari.pth').write_text(str(next((donor / 'lib').glob('python*/site-packages'))))

    def begin() -> Napari:
        return start(
            python=python, script=donor / 'bin' / 'napari',
            extra={'PATH': f'{UV.parent}:/usr/bin:/bin', 'UV_OFFLINE': '1', 'UV_FIND_LINKS': str(BUILD / 'wheels')},
        )

    napari = begin()
    assert napari.wait('sys.prefix', 90) == str(made)
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    assert (site / 'napari_telemetry').is_dir()
    assert (next(site.glob('napari_telemetry-*.dist-info')) / 'INSTALLER').read_text() == 'uv'
    assert napari.close() == 0
    assert napari.errors.read_text() == ''

    # What must not run is also uninstalled by uv: there is no pip.
    with (site / 'napari_telemetry' / '_watch.py').open('a') as module:
        module.write('# changed\n')
    again = begin()
    again.wait("find('TelemetryStatusIndicator') is not None", 90)
    again.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: off, needs attention'")
    again.choose_menu('Settings…')
    again.wait("find('uninstallButton') is not None")
    again.click('uninstallButton')
    again.wait("find('uninstallButton') is None", 60)
    assert not (site / 'napari_telemetry').exists()
    assert list(site.glob('napari_telemetry-*.dist-info')) == []
    again.ask("find('TelemetrySettingsPane').window().accept()")
    assert again.close() == 0
