"""What the benches of napari's start share: one start as a new user."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from desktop import BUILD, Screen  # noqa: E402
from test_ending import consent  # noqa: E402

BINDINGS = ('pyqt6', 'pyside6')
EMPTY = BUILD / 'release' / 'bench' / 'libbench_empty_plugin.so'
LEVELS = {'none': 'none', 'granted': 'middle'}


def python(binding: str) -> Path:
    """Return the interpreter of a binding's environment."""
    return BUILD / 'venv' / binding / 'bin' / 'python'


def start(screen: Screen, binding: str, variant: str) -> dict[str, float]:
    """Start napari once as a new user and return what it measured; see start_child.py."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if variant in LEVELS:
            consent(home, binding, LEVELS[variant])
        environment = {
            **screen.environment(), 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LIBGL_ALWAYS_SOFTWARE': '1',
            'PATH': '/usr/bin:/bin', **({'NAPARI_TELEMETRY': '0'} if variant == 'without' else {}),
        }
        result = subprocess.run(
            [python(binding), HERE / 'start_child.py', variant, EMPTY],
            env=environment, capture_output=True, text=True, check=True, timeout=180, cwd=home,
        )
        return dict(json.loads(result.stdout.splitlines()[-1]))
