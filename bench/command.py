"""What counting adds to a command at the level full, beside the bare command in the same process.

The command does nothing and goes through the same wrapper as napari's menus; the id is public, so every use is counted
as far as it is in napari. Best of many runs, because other programs share the computer.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'tests' / 'napari'))

from _figures import figure, show  # noqa: E402
from desktop import Napari, Screen, install_telemetry, remove_telemetry  # noqa: E402
from test_ending import consent  # noqa: E402

GOAL_US = 3.0
WATCH = "__import__('napari_telemetry._watch', fromlist=['x'])"
COMMANDS = "__import__('napari')._app_model.get_app_model().commands"
ACTIONS = "__import__('napari.utils.action_manager', fromlist=['x']).action_manager"
RUNS = "__import__('timeit').repeat({}, number=200, repeat=60)"


def microseconds(napari: Napari, call: str) -> float:
    """Return the time of one call of a function, the best of many runs."""
    return float(napari.ask(f'min({RUNS.format(call)}) / 200 * 1e6'))


def measure(screen: Screen, binding: str) -> tuple[float, list[tuple[str, float, float]]]:
    """Return the microseconds of app-model's own call, then name, bare and counted microseconds of each way."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / 'ada'
        consent(home, binding, 'full')
        napari = Napari(screen, binding, home)
        napari.wait(f"'execute_command' in vars({COMMANDS})", 90)
        napari.ask(
            "__import__('builtins').__dict__.update("
            'bare=lambda id: None, '
            f"menu={WATCH}.counting_first(lambda id: None), action=lambda: None, "
            f"key={WATCH}.counting('napari:toggle_grid', lambda: None))"
        )
        bare_menu = microseconds(napari, "lambda: bare('napari.layer.duplicate')")
        menu = microseconds(napari, "lambda: menu('napari.layer.duplicate')")
        private = microseconds(napari, "lambda: menu('lab.private')")
        bare_key = microseconds(napari, 'lambda: action()')
        key = microseconds(napari, 'lambda: key()')
        napari.ask(f"{COMMANDS}.register_command('lab.nothing', lambda: None, 'Nothing') and None")
        real = microseconds(napari, f"lambda: type({COMMANDS}).execute_command({COMMANDS}, 'lab.nothing')")
        napari.close()
        return real, [
            ('menu, shortcut, palette', bare_menu, menu), ('a command that is not public', bare_menu, private),
            ('key in the canvas, button', bare_key, key),
        ]


def main() -> int:
    """Measure both bindings; print a table, or JSON with --json."""
    figures = []
    screen = Screen()
    for binding in ('pyqt6', 'pyside6'):
        install_telemetry(binding)
        real, ways = measure(screen, binding)
        remove_telemetry(binding)
        for name, bare, counted in ways:
            figures.append(figure(f'{binding}, added to a command: {name}', 'µs', counted - bare,
                                  "app-model's execute_command of a command that does nothing", real, GOAL_US))
    screen.stop()
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
