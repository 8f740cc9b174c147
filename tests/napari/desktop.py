"""A screen with a window manager, and napari on it, used as a person would: by clicks and keys from the X server."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILD = ROOT / 'build'
TOPICS: list[dict[str, Any]] = json.loads((ROOT / 'resources/dictionary.json').read_text(encoding='utf-8'))['topics']
EVENTS = sum(topic['level'] == 'basic' for topic in TOPICS) + 2
"""At middle: one of each topic of basic, and the two plugins that our environments have."""

# Moves the clock of a process.
FAKETIME = next(iter(sorted(Path('/usr/lib').glob('*/faketime/libfaketime.so.1'))), Path())

# A machine that has much else to do is waited for longer: TEST_PATIENCE=5 tools/test.
PATIENCE = float(os.environ.get('TEST_PATIENCE', '1'))


class Screen:
    """Xvfb with openbox. The X server chooses the display number."""

    def __init__(self, size: str = '1400x1000x24') -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ['Xvfb', '-displayfd', str(write), '-screen', '0', size, '-nolisten', 'tcp'],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as numbers:
            self.display = f':{int(numbers.readline())}'
        self._manager = subprocess.Popen(
            ['openbox'], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def environment(self) -> dict[str, str]:
        """Return what X programs of ours need."""
        return {
            'DISPLAY': self.display, 'PATH': os.environ['PATH'], 'HOME': '/nonexistent', 'LANG': 'C.UTF-8',
            # Or Qt starts a message bus for each screen, which nobody ends; after a hundred no file is watched.
            'DBUS_SESSION_BUS_ADDRESS': 'disabled:',
        }

    def xdotool(self, *words: str) -> str:
        """Send clicks and keys through the X server."""
        return subprocess.run(
            ['xdotool', *words], env=self.environment(), check=True, capture_output=True, text=True,
            timeout=30 * PATIENCE,
        ).stdout

    def picture(self, path: Path) -> None:
        """Save what the screen shows."""
        words = ['import', '-window', 'root', str(path)]
        subprocess.run(words, env=self.environment(), check=True, timeout=30 * PATIENCE)

    def stop(self) -> None:
        """End the window manager and the server."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(timeout=10)


def topics(*levels: str) -> set[str]:
    """Return the topics of these very levels, not of those below."""
    return {topic['topic'] for topic in TOPICS if topic['level'] in levels}


def recorded(napari: Any, *levels: str) -> bool:
    """Tell whether there is an event of every topic of these levels, and of no other."""
    return {row[0] for row in napari.spool()} == topics(*levels)


def wait_for(condition: Any, seconds: float = 30.0, what: str = '') -> Any:
    """Return the first true value of the condition; fail loudly after that many seconds."""
    pause = threading.Event()
    end = time.monotonic() + seconds * PATIENCE
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f'waited {seconds} s in vain for {what or condition}')
        pause.wait(0.05)


def mounted(*commands: str) -> list[str]:
    """Return a command in front of another, which then sees the disk changed by these mount commands, and alone so."""
    namespace = ['unshare', '--mount'] if os.geteuid() == 0 else ['unshare', '--mount', '--map-root-user']
    return [*namespace, 'sh', '-ec', '\n'.join([*commands, 'exec "$@"']), 'sh']


def own_etc(folder: Path, policy: dict[str, Any] | None = None, machine: str | None = None) -> str:
    """Return the command for mounted() that shows a copy of /etc, made in this folder, with an administrator's policy.

    Parameters
    ----------
    folder
        Made when it is not there; else only what is given is written anew.
    policy
        What the policy says; there is none when left out.
    machine
        The computer's id; its own when left out.

    """
    if not folder.exists():
        # What of it may not be read is not missed.
        shutil.copytree('/etc', folder, symlinks=True, ignore=lambda place, names: [
            name for name in names if not os.access(f'{place}/{name}', os.R_OK)])
        shutil.rmtree(folder / 'napari', ignore_errors=True)
        (folder / 'napari').mkdir()
    if policy is not None:
        (folder / 'napari' / 'telemetry-policy.json').write_text(json.dumps(policy))
    if machine is not None:
        (folder / 'machine-id').unlink(missing_ok=True)
        (folder / 'machine-id').write_text(f'{machine}\n')
    # Qt looks at D-Bus's file first, which is a link to the other on most systems.
    dbus = '/var/lib/dbus/machine-id'
    return f'mount --bind "{folder}" /etc\n[ ! -f {dbus} ] || mount --bind /etc/machine-id {dbus}'


class Napari:
    """A napari process of its own user, on a screen, with a probe inside.

    Parameters
    ----------
    screen
        Where it is shown.
    binding
        An environment in ``build/venv``: ``pyqt6``, ``pyside6``, or one with ``-oldest`` at the end.
    home
        The user's home folder. Two processes with the same one are two starts of the same user.
    extra
        Variables on top of a clean environment.
    wrap
        A command in front, such as strace with its options.
    script
        What runs as the main program; napari's own command when left out.
    python
        The interpreter; that of the binding's environment when left out.

    """

    def __init__(self, screen: Screen, binding: str, home: Path, extra: dict[str, str] | None = None,
                 wrap: list[str] | None = None, script: Path | None = None, python: Path | None = None) -> None:
        self.screen = screen
        self.binding = binding
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.python = python or BUILD / 'venv' / binding / 'bin' / 'python'
        self.errors = home.parent / f'{home.name}.stderr'
        path = home.parent / f'{home.name}.socket'
        path.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(path))
        listener.listen(1)
        listener.settimeout(60 * PATIENCE)
        environment = {
            **screen.environment(),
            'HOME': str(home),
            'PATH': f'{self.python.parent}:/usr/bin:/bin',
            'XDG_RUNTIME_DIR': str(home),
            'LIBGL_ALWAYS_SOFTWARE': '1',
            'PYTHONFAULTHANDLER': '1',  # a crash says where, in the errors
            # What an old PyQt6 says of itself. Every other warning is a fault.
            'PYTHONWARNINGS': 'ignore:sipPyTypeDict() is deprecated:DeprecationWarning',
            # The user's own pip configuration: the folder that the build made, and no index.
            'PIP_NO_INDEX': '1',
            'PIP_FIND_LINKS': str(BUILD / 'wheels'),
            **(extra or {}),
        }
        self.process = subprocess.Popen(
            [*(wrap or []), str(self.python), str(HERE / 'probe.py'), str(path),
             str(script or self.python.with_name('napari'))],
            env=environment, stdout=subprocess.DEVNULL, stderr=self.errors.open('wb'), cwd=home, start_new_session=True,
        )
        self._connection, _ = listener.accept()
        listener.close()
        self._connection.settimeout(60 * PATIENCE)
        self._lines = self._connection.makefile('r', encoding='utf-8')

    def ask(self, expression: str) -> Any:
        """Evaluate an expression in napari's GUI thread; see probe.py for the names it may use."""
        self._connection.sendall(expression.encode() + b'\n')
        answer = json.loads(self._lines.readline())
        if 'error' in answer:
            raise AssertionError(f'{expression}: {answer["error"]}')
        return answer['value']

    def wait(self, expression: str, seconds: float = 30.0) -> Any:
        """Wait until the expression is true in napari."""
        try:
            return wait_for(lambda: self.ask(expression), seconds, expression)
        except AssertionError as problem:
            raise AssertionError(f'{problem}\n{self.errors.read_text()[-3000:]}') from None

    def wait_window(self) -> None:
        """Wait until napari is up and has settled: its main window is shown and our indicator with it."""
        self.wait("find('TelemetryStatusIndicator') is not None", 90)

    def click_at(self, place: list[int], button: int = 1) -> None:
        """Click at a place on the screen."""
        self.screen.xdotool('mousemove', str(place[0]), str(place[1]), 'click', str(button))

    def click(self, name: str) -> None:
        """Click a widget, once it is there and stands still."""
        place: list[list[int]] = []

        def still() -> bool:
            place.append(self.ask(f'place({name!r})'))
            return len(place) > 2 and place[-1] is not None and place[-1] == place[-2] == place[-3]

        wait_for(still, 30, f'the widget {name}')
        self.click_at(place[-1])

    def choose_menu(self, text: str) -> None:
        """Open the indicator's menu and click an entry."""
        self.click('TelemetryStatusIndicator')
        self.click_at(self.wait(f"menu_place('TelemetryMenu', {text!r})"))

    def keys(self, *keys: str) -> None:
        """Press keys, by X's names of them."""
        self.screen.xdotool('key', '--clearmodifiers', *keys)

    def text(self, name: str) -> str:
        """Return the text of a visible widget."""
        return str(self.ask(f'find({name!r}).text()'))

    def config_folder(self) -> Path:
        """Return napari's settings folder of this user and environment."""
        return next(path for path in (self.home / '.config' / 'napari').iterdir() if path.is_dir())

    def record(self) -> dict[str, Any] | None:
        """Return the consent record, or None."""
        for path in (self.home / '.config').rglob('telemetry-consent.json'):
            return dict(json.loads(path.read_text()))
        return None

    def our_files(self) -> list[Path]:
        """Return every file of ours in the user's home."""
        return sorted(p for p in self.home.rglob('*') if 'telemetry' in str(p.relative_to(self.home)) and p.is_file())

    def spool(self) -> list[tuple[Any, ...]]:
        """Return the rows of the spool, read from this process."""
        import sqlite3

        files = list((self.home / '.local/share/napari/telemetry').glob('spool-*.sqlite'))
        if not files:
            return []
        with sqlite3.connect(f'file:{files[0]}?mode=ro', uri=True) as database:
            if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'event'").fetchall():
                return []  # this moment made by napari
            query = 'SELECT topic, level, state, CAST(bytes AS TEXT) FROM event ORDER BY topic, bytes'
            return list(database.execute(query))

    def close(self) -> int:
        """Close all windows as the window manager would, and return the exit status."""
        self.ask('QtCore.QTimer.singleShot(0, QtWidgets.QApplication.instance().closeAllWindows)')
        self._connection.close()
        return self.process.wait(timeout=30 * PATIENCE)

    def kill(self) -> None:
        """End it if it still runs, and what it was started with or has started: a killed strace leaves napari alone."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Collector:
    """A real collector process on a port that the system chose.

    Parameters
    ----------
    folder
        Where its file ``raw.sqlite`` is, or will be.
    now
        The moment that its clock shows (ISO 8601, UTC); the real one when left out.
    """

    def __init__(self, folder: Path, now: str | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.database = folder / 'raw.sqlite'
        program = BUILD / 'release/src/host/collector/napari-telemetry-collector'
        self.process = subprocess.Popen(
            [program, '--listen', '127.0.0.1:0', '--database', self.database, *(['--now', now] if now else [])],
            stdout=subprocess.PIPE, text=True,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().split()[-1]

    def prove_clock(self, week: str) -> None:
        """Send so many requests of this week that it refuses what is closed by then; nothing of them stays."""
        import http.client

        reporter = '00' * 16
        event = {'topic': 'user', 'period': week, 'reporter': reporter, 'value': {}, 'first_in': 'week'}
        batch = json.dumps({'dictionary': 1, 'events': [event]})
        erasing = json.dumps({'period': week, 'reporters': [reporter]})
        client = http.client.HTTPConnection(self.address.removeprefix('http://'), timeout=10)
        for path, body in [('events', batch)] * 101 + [('erase', erasing)]:  # Limits::clockRequests
            client.request('POST', f'/v1/basic/{path}', body, {'Content-Type': 'application/json'})
            answer = client.getresponse()
            answer.read()
            assert answer.status == 202
        client.close()

    def rows(self) -> list[tuple[str, str, str, dict[str, Any]]]:
        """Return topic, reporter (hexadecimal), period and value of everything stored."""
        import sqlite3

        with sqlite3.connect(self.database) as database:
            query = 'SELECT topic, lower(hex(reporter)), period, value FROM event ORDER BY 1, 2'
            rows = database.execute(query).fetchall()
        return [(topic, reporter, period, json.loads(value)) for topic, reporter, period, value in rows]

    def stop(self) -> int:
        """End it as an operator would."""
        self.process.terminate()
        return self.process.wait(timeout=10)


def pip(binding: str, *words: str) -> None:
    """Run the environment's own pip."""
    python = BUILD / 'venv' / binding / 'bin' / 'python'
    subprocess.run(
        [python, '-m', 'pip', '--disable-pip-version-check', *words],
        check=True, capture_output=True, timeout=120 * PATIENCE,
    )


def install_telemetry(binding: str) -> None:
    """Bring the environment into the state after a yes."""
    pip(binding, 'install', '--no-index', '--no-deps', '--find-links', str(BUILD / 'wheels'), 'napari-telemetry')


def remove_telemetry(binding: str) -> None:
    """Bring the environment into the state before a yes."""
    pip(binding, 'uninstall', '--yes', 'napari-telemetry')


def tool(name: str) -> str:
    """Return the path of a program that the tests need."""
    path = shutil.which(name)
    assert path, f'{name} is missing: run tools/test, which installs what is needed'
    return path
