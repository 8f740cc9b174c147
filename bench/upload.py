"""Submit to received, CPU, requests and what a server does to the end of the process, beside three peers' SDKs.

Every peer sends one event from a process of its own to a server on this computer that is up, down, slow (answers after
2 s) or hanging (never answers), and ends one second later.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from _figures import Figure, figure, show  # noqa: E402
from desktop import Napari, Screen, install_telemetry, remove_telemetry, wait_for  # noqa: E402
from test_chain import open_preview  # noqa: E402
from test_ending import consent  # noqa: E402

BUILD = ROOT / 'build'
PEERS = ['glean', 'opentelemetry', 'sentry']
MODES = ['up', 'down', 'slow', 'hanging']
ROUNDS = 5
SLOW = 2.0
CLICKS = 6
STARTS = 2
LONGEST = 60.0


def moment() -> float:
    """Return the clock that all processes share."""
    return time.clock_gettime(time.CLOCK_MONOTONIC)


class Server:
    """Takes requests, and answers as its mode says. Keeps the moment at which each was there whole."""

    def __init__(self, mode: str) -> None:
        self.mode, self.received = mode, []  # type: ignore[var-annotated]
        self._socket = socket.create_server(('127.0.0.1', 0))
        self.address = f'http://127.0.0.1:{self._socket.getsockname()[1]}'
        if mode == 'down':
            self._socket.close()
        else:
            threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        data = b''
        try:
            while True:
                while not whole(data):
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    data += piece
                self.received.append(moment())
                data = b''
                if self.mode == 'hanging':
                    connection.recv(1)  # until the other side goes
                    return
                if self.mode == 'slow':
                    time.sleep(SLOW)
                if self.mode == 'busy':
                    connection.sendall(b'HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n')
                    return
                body = b'{"refused":[]}'
                connection.sendall(b'HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n'
                                   b'Content-Length: %d\r\n\r\n%s' % (len(body), body))
        except OSError:
            pass

    def close(self) -> None:
        """Take no more."""
        self._socket.close()


def whole(data: bytes) -> bool:
    """Whether a request has arrived whole."""
    head, separator, body = data.partition(b'\r\n\r\n')
    if not separator:
        return False
    lengths = [line.split(b':')[1] for line in head.split(b'\r\n') if line.lower().startswith(b'content-length:')]
    if lengths:
        return len(body) >= int(lengths[0])
    return b'chunked' not in head.lower() or body.endswith(b'0\r\n\r\n')


def run(command: list[str], mode: str) -> dict[str, float]:
    """Run one process against one server, and return what was measured, in milliseconds."""
    server = Server(mode)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [*command, server.address, folder], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={'PATH': os.environ['PATH'], 'HOME': folder},
        )
        assert process.stdout is not None
        timer = threading.Timer(LONGEST, process.kill)
        timer.start()
        said = {}
        for line in process.stdout:
            word, _, value = line.partition(' ')
            if word in ('submit', 'held', 'end'):
                said[word] = float(value)
        _, _, usage = os.wait4(process.pid, 0)
        ended = moment()
        process.returncode = 0
        timer.cancel()
    server.close()
    result = {'exit': (ended - said['end']) * 1000, 'cpu': (usage.ru_utime + usage.ru_stime) * 1000,
              'requests': float(len(server.received))}
    if server.received:
        result['received'] = (server.received[0] - said['submit']) * 1000
    if 'held' in said:
        result['held'] = said['held'] * 1000
    return result


def loading(binding: str) -> float:
    """Return the milliseconds that napari's main thread needs to load what the first sending needs.

    That is QtNetwork, the upload plugin, and what Qt knows of the connection. The telemetry plugin is there already, so
    the binding has met a plugin of ours.
    """
    api = {'pyqt6': 'PyQt6', 'pyside6': 'PySide6'}[binding]
    plugins = BUILD / 'release/src/client/plugins'
    source = f"""
import ctypes, importlib, time
from {api} import QtCore, QtSql, QtWidgets

def load(path):
    loader = QtCore.QPluginLoader(path)
    assert loader.instance() is not None, loader.errorString()
    return loader

app = QtWidgets.QApplication([])
kept = [load('{plugins}/telemetry/libnapari_telemetry_plugin.so')]
folder = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.LibrariesPath)
begin = time.perf_counter()
ctypes.CDLL(folder + '/libQt6Network.so.6')
kept.append(load('{plugins}/upload/libnapari_telemetry_upload_plugin.so'))
taken = time.perf_counter() - begin
network = importlib.import_module('{api}.QtNetwork')  # for the bench alone: the plugin calls what follows in C++
begin = time.perf_counter()
network.QNetworkInformation.loadBackendByFeatures(network.QNetworkInformation.Feature.Reachability)
print((taken + time.perf_counter() - begin) * 1000)
"""
    python = BUILD / 'venv' / binding / 'bin' / 'python'
    result = subprocess.run([python, '-c', source], capture_output=True, text=True, check=True,
                            env={'PATH': '/usr/bin:/bin', 'HOME': '/nonexistent', 'QT_QPA_PLATFORM': 'offscreen'})
    return float(result.stdout.splitlines()[-1])


def clicks(binding: str) -> tuple[float, float]:
    """Return the milliseconds that a click on "Send now" holds napari's main thread: the first one, and later ones."""
    # The button is looked for first: going through all widgets of napari isn't part of a click.
    click = "(lambda button, now: [now(), button.click(), now()])(find('sendButton'), __import__('time').perf_counter)"
    install_telemetry(binding)
    screen, server = Screen(), Server('busy')
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            consent(Path(folder), binding, 'basic')
            napari = Napari(screen, binding, Path(folder), extra={'NAPARI_TELEMETRY_ENDPOINT': server.address})
            try:
                napari.wait_window()
                wait_for(lambda: napari.spool(), what='an event')
                open_preview(napari)
                took = []
                for i in range(CLICKS):
                    napari.wait("find('sendButton').isEnabled()")
                    begin, _, end = napari.ask(click)
                    took.append((end - begin) * 1000)
                    wait_for(lambda i=i: len(server.received) > i, what='a request')
                return took[0], min(took[1:])
            finally:
                napari.kill()
    finally:
        server.close()
        screen.stop()
        remove_telemetry(binding)


def sample_all() -> dict[tuple[str, str], list[dict[str, float]]]:
    """Run everybody against every server, some times."""
    commands = {'ours': [str(BUILD / 'release/bench/uploadchild')]}
    for peer in PEERS:
        commands[peer] = [str(BUILD / 'venv/peers/bin/python'), str(ROOT / 'bench/upload_child.py'), peer]
    samples: dict[tuple[str, str], list[dict[str, float]]] = {}
    for mode in MODES:
        for _ in range(ROUNDS if mode == 'up' else 2):
            for name, command in commands.items():
                samples.setdefault((name, mode), []).append(run(command, mode))
    return samples


def main() -> int:
    """Measure and print."""
    samples = sample_all()
    figures: list[Figure] = []

    def best(name: str, mode: str, what: str) -> float | None:
        values = [sample[what] for sample in samples[name, mode] if what in sample]
        return min(values) if values else None

    for what, unit, title in [('received', 'ms', 'submit to received'), ('cpu', 'ms', 'CPU of the process'),
                              ('requests', 'requests', 'requests for one event')]:
        for peer in PEERS:
            ours, theirs = best('ours', 'up', what), best(peer, 'up', what)
            if ours is not None:
                figures.append(figure(f'{title}, server up', unit, ours, peer, theirs, theirs))
    for mode in MODES:
        for peer in PEERS:
            ours, theirs = best('ours', mode, 'exit'), best(peer, mode, 'exit')
            assert ours is not None
            goal = 50.0 if theirs is None else min(50.0, theirs)
            figures.append(figure(f'end of the process, server {mode}', 'ms', ours, peer, theirs, goal))
    held = statistics.median(sample['held'] for mode in MODES for sample in samples['ours', mode])
    frame = ('a frame at 60 Hz', 16.7)
    figures.append(figure('main thread held by a send', 'ms', held, *frame, 2.0))
    for binding in ('pyqt6', 'pyside6'):
        first, later = (min(times) for times in zip(*(clicks(binding) for _ in range(STARTS)), strict=True))
        loads = min(loading(binding) for _ in range(ROUNDS))
        figures += [
            figure(f'{binding}: main thread held by a click', 'ms', later, *frame, 2.0),
            figure(f'{binding}: the same, the first one, with loading', 'ms', first, *frame, 62.0),
            figure(f'{binding}: loading QtNetwork and the upload plugin', 'ms', loads, *frame, 60.0),
        ]
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
