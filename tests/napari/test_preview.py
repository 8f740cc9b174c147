"""The preview in the real window: it shows what is sent, and what the user says is done."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from desktop import BUILD, EVENTS, topics, wait_for
from periods import said_month
from proxy import Proxy
from test_chain import answer, open_preview, wait_level

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Collector, Napari

VIEWER = "__import__('napari').current_viewer()"


def run(binding: str, home: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line of the preview as this user, without a display."""
    environment = {'HOME': str(home), 'PATH': os.environ['PATH'], 'LANG': 'C.UTF-8', **variables}
    return subprocess.run(
        [BUILD / 'venv' / binding / 'bin' / 'python', '-m', 'napari_telemetry', *words],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )


def run_json(binding: str, home: Path, *words: str, **variables: str) -> dict[str, Any]:
    """Run a command that succeeds and return its answer."""
    result = run(binding, home, *words, '--json', **variables)
    assert result.returncode == 0, result.stderr
    return dict(json.loads(result.stdout))


def open_tab(napari: Napari, title: str) -> None:
    napari.click_at(napari.wait(f"tab_place('pages', {title!r})"))


def canonical(request: bytes) -> tuple[bytes, tuple[bytes, ...], bytes]:
    """Split a request into its first line, its headers (order and case of names mean nothing) and its body."""
    head, _, body = request.replace(b'\r\n', b'\n').partition(b'\n\n')
    first, *headers = head.split(b'\n')
    lower = (name.lower() + b':' + value for name, _, value in (header.partition(b':') for header in headers))
    return first, tuple(sorted(lower)), body


def posts(proxy: Proxy) -> list[bytes]:
    """Return the requests with events; the one for the public list, which asks for all of it, is not shown."""
    return [request for request in proxy.requests if request.startswith(b'POST ')]


@pytest.mark.usefixtures('with_telemetry')
def test_what_is_shown_is_what_the_collector_receives(start: Start, collector: Collector, binding: str) -> None:
    proxy = Proxy(collector.address)
    variables = {'NAPARI_TELEMETRY_ENDPOINT': proxy.address}
    napari = start(extra=variables)
    answer(napari, 'full')
    wait_level(napari, 'full')
    napari.ask(f"{VIEWER}.add_points([[1, 2]]) and None")
    layers = {topic for topic in topics('full') if topic.startswith('layer-')}
    wait_for(lambda: {row[0] for row in napari.spool()} == topics('basic', 'middle') | layers, what='events')
    napari.click_at(napari.ask('main_place()'))
    napari.keys('ctrl+g')
    wait_for(lambda: 'command' in {row[0] for row in napari.spool()}, what='a command')

    # napari's own menu opens it, too; the keyboard is enough.
    napari.ask("find('TelemetryStatusIndicator').window().activateWindow()")
    napari.click_at(napari.ask('main_place()'))
    napari.keys('alt+h')
    napari.click_at(napari.wait("next((p for m in QtWidgets.QApplication.topLevelWidgets() if m.isVisible() and "
                                "isinstance(m, QtWidgets.QMenu) for a in m.actions() if a.objectName() == "
                                "'TelemetryHelpAction' for q in [m.mapToGlobal(m.actionGeometry(a).center())] "
                                'for p in [[q.x(), q.y()]]), None)'))
    napari.wait("find('TelemetryPreviewWindow') is not None and find('TelemetryPreviewWindow').isActiveWindow()")
    napari.wait(f'len(events()) == {len(napari.spool())}')
    rows = napari.ask('events()')
    assert ['napari-svg 0.2.1 is installed', said_month(), 'waiting to be sent'] in rows
    growing = [row for row in rows if row[0].startswith('napari:toggle_grid')]
    assert [row[2] for row in growing] == ['still growing; sent after the week']

    # The request that carries the plugin, and the bytes of the event, are those of the spool and of the wire.
    shown = []
    for row in rows:
        napari.click_at(napari.wait(f"tree_place('tree', {row[0]!r})"))
        napari.wait(f"find('tree').selectionModel().selectedRows()[0].data() == {row[0]!r}")
        napari.click_at(napari.wait("tab_place('details', 'Exactly as sent')"))
        bytes_shown = napari.wait("find('bytesEdit').toPlainText()")
        assert bytes_shown in {row[3] for row in napari.spool()}
        napari.click_at(napari.wait("tab_place('details', 'Whole request')"))
        if row[2] == 'waiting to be sent':
            napari.wait(f"find('requestEdit') is not None and {bytes_shown!r} in find('requestEdit').toPlainText()")
            shown.append(napari.ask("find('requestEdit').toPlainText()"))
        else:
            napari.wait("find('requestNote') is not None and find('requestEdit') is None")
    command = run_json(binding, napari.home, 'preview', **variables)
    assert [event['sentence'] for event in command['events']] == [row[0] for row in rows]

    assert proxy.requests == []
    napari.click('sendButton')
    wait_for(lambda: len(posts(proxy)) == 3, what='a request for each level')
    napari.wait(f"len(events()) == {len(rows) - len(shown)}")
    assert all(b'\r\nConnection: close\r\n' in request for request in proxy.requests)
    received = sorted(canonical(request) for request in posts(proxy))
    assert received == sorted({canonical(text.encode()) for text in shown})
    # In the order in which they left, too.
    assert [r['body'].encode() for r in command['requests']] == [canonical(request)[2] for request in posts(proxy)]
    assert {row[0] for row in collector.rows()} == topics('basic', 'middle') | layers  # the counter stays

    # Receipts; one is erased from the server, which confirms it.
    open_tab(napari, 'Sent')
    napari.wait(f"len(events()) == {len(shown)} and all(row[3] == 'accepted' for row in events())")
    napari.click_at(napari.wait("tree_place('tree', 'napari-svg 0.2.1 is installed')"))
    napari.click('eraseButton')
    napari.click('confirmButton')
    napari.wait("find('sentStatusLabel') is not None and 'confirmed: 1 event' in find('sentStatusLabel').text()")
    assert 'napari-svg' not in {row[3].get('name') for row in collector.rows()}
    assert len(collector.rows()) == len(shown) - 1
    assert napari.close() == 0
    assert napari.errors.read_text() == ''

    # Without a window, at level none: the rest is erased by a command.
    assert len(run_json(binding, napari.home, 'receipts')['events']) == len(shown) - 1
    consent = subprocess.run([BUILD / 'venv' / binding / 'bin' / 'napari-telemetry-consent', 'revoke'],
                             env={'HOME': str(napari.home), 'PATH': os.environ['PATH']}, check=True, timeout=60,
                             capture_output=True)
    assert consent.returncode == 0
    result = run(binding, napari.home, 'erase', **variables)
    assert result.returncode == 0, result.stderr
    assert 'confirmed' in result.stdout
    assert collector.rows() == []
    assert run_json(binding, napari.home, 'receipts')['events'] == []
    proxy.stop()


@pytest.mark.usefixtures('with_telemetry')
def test_the_command_loads_nothing_that_was_changed(binding: str, tmp_path: Path) -> None:
    # The dynamic linker says which libraries it looks at.
    told = run(binding, tmp_path / 'ada', 'preview', LD_DEBUG='files')
    assert told.returncode == 0
    assert 'libnapari_telemetry_plugin.so' in told.stderr
    (library,) = (BUILD / 'venv' / binding).rglob('napari_telemetry/libnapari_telemetry_plugin.so')
    content = bytearray(library.read_bytes())
    content[len(content) // 2] ^= 1
    library.write_bytes(content)
    for command in (['preview'], ['receipts'], ['purge'], ['erase'], ['export', str(tmp_path / 'events.csv')]):
        refused = run(binding, tmp_path / 'ada', *command, LD_DEBUG='files')
        assert refused.returncode == 1
        assert 'napari-telemetry: ' in refused.stderr
        assert library.name in refused.stderr.split('napari-telemetry: ')[1]  # which file, for who can act on it
        assert refused.stdout == ''
        assert 'libnapari_telemetry_consent_plugin.so' in refused.stderr
        assert 'calling init: ' in refused.stderr
        assert not [line for line in refused.stderr.splitlines() if 'calling init' in line and library.name in line]
    assert not (tmp_path / 'events.csv').exists()


@pytest.mark.usefixtures('with_telemetry')
def test_what_the_user_says_is_done(start: Start, binding: str, tmp_path: Path) -> None:
    napari = start()
    answer(napari, 'middle')
    wait_for(lambda: len(napari.spool()) == EVENTS, what='napari and both of its plugins in the spool')
    everything = napari.spool()
    open_preview(napari)
    napari.wait(f'len(events()) == {len(everything)}')

    # Search, delete by the key, undo by its key.
    napari.keys('ctrl+f')
    napari.screen.xdotool('type', 'SVG')
    napari.wait('len(events()) == 1')
    napari.keys('Tab', 'ctrl+a', 'Delete')
    napari.wait("find('statusLabel') is not None and 'deleted' in find('statusLabel').text()")
    assert '"name":"napari-svg"' not in str(napari.spool())
    napari.keys('ctrl+z')
    napari.wait("'put back' in find('statusLabel').text()")
    assert napari.spool() == everything
    napari.keys('ctrl+f', 'BackSpace')
    napari.wait(f'len(events()) == {len(everything)}')

    # A topic that is held stays, and is not recorded at the next start either.
    napari.click_at(napari.wait("tree_place('tree', 'napari-svg 0.2.1 is installed')"))
    napari.click('holdButton')
    napari.wait("['held, not sent'] == list({row[2] for row in events() if 'is installed' in row[0]})")
    napari.click('deleteAllButton')
    napari.wait("find('emptyLabel') is not None")
    assert napari.close() == 0
    assert napari.errors.read_text() == ''
    again = start()
    again.wait_window()
    wait_level(again, 'middle')
    open_preview(again)
    again.wait("find('emptyLabel') is not None")
    assert {row[2] for row in again.spool()} == {'erased'}
    # Beside a napari that runs.
    held = run_json(binding, again.home, 'preview')
    assert held['held'] == ['plugin']
    assert held['events'] == []
    target = tmp_path / 'events.csv'
    assert run(binding, again.home, 'export', str(target)).returncode == 0
    assert target.read_text().startswith('level,topic,period')
    assert run(binding, again.home, 'export', str(tmp_path / 'no' / 'where.json')).returncode == 1
    assert run_json(binding, again.home, 'purge')['count'] == 0
    assert run(binding, again.home, 'send').returncode == 2  # there is no such command

    # Off: the window still opens, and says so.
    again.keys('alt+F4')
    again.choose_menu('No telemetry')
    wait_level(again, 'off')
    open_preview(again)
    again.wait("find('emptyLabel') is not None and 'Telemetry is off' in find('emptyLabel').text()")
    assert again.ask("find('sendButton').isEnabled()") is False
    open_tab(again, 'What is collected')
    again.wait("find('collectedTree') is not None")
    assert again.close() == 0
    assert again.errors.read_text() == ''
