"""What systemd says of our units."""

from __future__ import annotations

import re
import subprocess

import proxies
import pytest

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
