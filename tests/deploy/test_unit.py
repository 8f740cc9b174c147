"""What systemd says of our units."""

from __future__ import annotations

import re
import subprocess
import urllib.request
from typing import TYPE_CHECKING

import proxies
import pytest

if TYPE_CHECKING:
    from pathlib import Path

UNITS = sorted(proxies.ROOT.glob('deploy/*.service'))


@pytest.mark.parametrize('unit', UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_exposed_little(unit: object) -> None:
    """It gives its program nothing that it doesn't need: 0 is nothing at all, 10 everything."""
    said = subprocess.run(['systemd-analyze', 'security', '--offline=true', str(unit)], capture_output=True, text=True,
                          check=False).stdout
    exposure = re.search(r'exposure level for \S+: ([0-9.]+)', said)
    assert exposure, said
    assert float(exposure[1]) <= 1.2


def test_there_is_a_unit() -> None:
    """So the test above has something to look at."""
    assert UNITS


def test_the_operator_reads_of_every_number(tmp_path: Path) -> None:
    """Each that /metrics shows is in docs/operators.md, and each that is there is shown."""
    collector = proxies.Collector(tmp_path, proxies.free_port())
    with urllib.request.urlopen(f'http://127.0.0.1:{collector.operator_port}/metrics', timeout=20) as answer:
        shown = set(re.findall(r'(?m)^# TYPE (\S+) ', answer.read().decode()))
    collector.stop()
    assert len(shown) > 10
    page = (proxies.ROOT / 'docs/operators.md').read_text(encoding='utf-8')
    told = {name.removesuffix('_total') for name in re.findall(r'`(telemetry_\w+)', page)}
    # What there is when there are events, and when the aggregation has run.
    later = {'telemetry_raw_oldest_timestamp_seconds'} | {name for name in told if '_aggregation_' in name}
    assert told - later == shown
