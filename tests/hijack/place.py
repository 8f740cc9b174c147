"""A Python environment of its own for one attack: a folder with the layout of a virtual environment.

The binding, qtpy, npe2 and the consent wheel come from the environment that the build made, by a `.pth` file; what an
attack changes is only here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / 'build'
PACKAGE = 'napari_telemetry'
LIBRARIES = ('libnapari_telemetry_plugin.so', 'libnapari_telemetry_upload_plugin.so')


def release() -> Path:
    """Return the wheel that the build made."""
    (path,) = (BUILD / 'wheels').glob('napari_telemetry-*.whl')
    return path


class Place:
    """An environment, a user's home, and a file that tells which attack's code has run.

    Parameters
    ----------
    folder
        Where all of it is made.
    binding
        ``pyqt6`` or ``pyside6``.
    evil_library
        A shared library that says in the file ``$CANARY`` that it was loaded.

    """

    def __init__(self, folder: Path, binding: str, evil_library: Path) -> None:
        base = BUILD / 'venv' / binding
        version = f'python{sys.version_info.major}.{sys.version_info.minor}'
        self.folder = folder
        self.base_python = base / 'bin' / 'python'
        self.python = folder / 'venv' / 'bin' / 'python'
        self.site = folder / 'venv' / 'lib' / version / 'site-packages'
        self.package = self.site / PACKAGE
        self.home = folder / 'home'
        self.elsewhere = folder / 'elsewhere'
        self.canary = folder / 'canary'
        self.evil_library = evil_library
        self.variables: dict[str, str] = {}
        self.in_process = ''  # Python that runs in the process before ours, as a plugin of napari's would
        self.before_load = ''  # Python that runs after the files were checked and before they are loaded
        self.cwd_on_path = False  # as in an interactive session, or with `python -m`
        for path in (self.python.parent, self.site, self.home, self.elsewhere):
            path.mkdir(parents=True)
        (folder / 'runtime').mkdir(mode=0o700)
        self.python.symlink_to(self.base_python.resolve())
        (folder / 'venv' / 'pyvenv.cfg').write_text(f'home = {self.base_python.resolve().parent}\n')
        (self.site / 'build.pth').write_text(f'{base / "lib" / version / "site-packages"}\n')

    # -- what attackers do -----------------------------------------------------------------------------------

    def evil(self, what: str = 'module') -> str:
        """Return Python that tells that it has run."""
        return f'with open({str(self.canary)!r}, "a") as canary: canary.write({what + " "!r})\n'

    def evil_package(self, folder: Path, name: str = PACKAGE) -> Path:
        """Write a package that pretends to be ours, in a folder."""
        package = folder / name
        package.mkdir(parents=True)
        (package / '__init__.py').write_text(self.evil('package') + 'def load(*_): raise ImportError("evil")\n')
        (package / '_load.py').write_text(self.evil('submodule') + 'def load(*_): raise ImportError("evil")\n')
        return package

    def install_release(self) -> None:
        """Install the release as pip does."""
        with zipfile.ZipFile(release()) as wheel:
            wheel.extractall(self.site)

    def wheel(self, name: str, version: str, files: dict[str, str | bytes], requires: str = '') -> Path:
        """Write a real wheel and return its path."""
        wheels = self.folder / 'wheels'
        wheels.mkdir(exist_ok=True)
        info = f'{name}-{version}.dist-info'
        needs = f'Requires-Dist: {requires}\n' if requires else ''
        contents: dict[str, str | bytes] = {
            **files,
            f'{info}/METADATA': f'Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}',
            f'{info}/WHEEL': 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
        }
        path = wheels / f'{name}-{version}-py3-none-any.whl'
        with zipfile.ZipFile(path, 'w') as archive:
            for file, content in contents.items():
                archive.writestr(file, content)
            archive.writestr(f'{info}/RECORD', record(contents) + f'{info}/RECORD,,\n')
        return path

    def pip(self, *words: str) -> None:
        """Run pip for this environment, with the test's own wheels for an index."""
        subprocess.run(
            [self.base_python, '-m', 'pip', '--python', self.python, '--disable-pip-version-check', 'install',
             '--no-index', '--find-links', self.folder / 'wheels', '--no-compile', *words],
            check=True, capture_output=True, timeout=120, cwd=self.home,
        )

    # -- what happens then -----------------------------------------------------------------------------------

    def fired(self) -> str:
        """Return which of the attack's code has run; empty: none."""
        return self.canary.read_text() if self.canary.exists() else ''

    def run(self, mode: str, display: str) -> dict[str, Any]:
        """Start a process that loads napari-telemetry: ``plain``, as any import would, or ``verified``, as we do."""
        plan = {'in_process': self.in_process, 'before_load': self.before_load, 'package': str(self.package)}
        start = '' if self.cwd_on_path else 'import sys; sys.path.pop(0); '
        child = HERE / 'child.py'
        result = subprocess.run(
            [self.python, '-c', f'{start}exec(compile(open({str(child)!r}).read(), {str(child)!r}, "exec"))',
             mode, json.dumps(plan)],
            env={
                'HOME': str(self.home), 'PATH': '/usr/bin:/bin', 'LANG': 'C.UTF-8', 'DISPLAY': display,
                'DBUS_SESSION_BUS_ADDRESS': 'disabled:',  # as in tests/napari/desktop.py
                'XDG_RUNTIME_DIR': str(self.folder / 'runtime'), 'CANARY': str(self.canary), **self.variables,
            },
            capture_output=True, text=True, timeout=120, cwd=self.elsewhere, check=False,
        )
        assert result.returncode == 0, result.stderr
        return {**json.loads(result.stdout.splitlines()[-1]), 'stderr': result.stderr}


def record(files: Mapping[str, str | bytes]) -> str:
    """Return the lines of a RECORD."""
    lines = []
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()
        lines.append(f'{name},sha256={digest},{len(data)}\n')
    return ''.join(lines)


def as_nobody(action: Any) -> None:
    """Let another user do something to files, in a process of theirs. The tests have to run as root for that."""
    pid = os.fork()
    if pid == 0:
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            action()
            os._exit(0)
        except BaseException:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
