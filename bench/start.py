"""What telemetry adds to napari's start after a yes, beside napari's own start in the same run."""

from __future__ import annotations

import statistics
import sys

from _figures import figure, show
from _starts import BINDINGS, start
from desktop import Screen, install_telemetry, remove_telemetry

ROUNDS = 5


def main() -> int:
    """Measure both bindings; print a table, or JSON with --json."""
    figures = []
    screen = Screen()
    for binding in BINDINGS:
        install_telemetry(binding)
        samples = {v: [start(screen, binding, v) for _ in range(ROUNDS)] for v in ('without', 'granted')}
        remove_telemetry(binding)
        alone = statistics.median(s['first_tick'] for s in samples['without'])
        ours = statistics.median(s['start_clock'] + s.get('launch_clock', 0) for s in samples['granted'])
        figures.append(figure(f'{binding}, with a grant: until telemetry runs', 'ms', ours,
                              'napari alone, start to first event', alone, 25.0))
    screen.stop()
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
