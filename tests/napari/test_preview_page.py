"""The commands of docs/preview.md, run as they are printed there."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from desktop import EVENTS, ROOT, wait_for
from test_chain import answer, open_preview

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Collector


@pytest.mark.usefixtures('with_telemetry')
def test_the_page_proves_what_it_says(start: Start, collector: Collector, tmp_path: Path) -> None:
    endpoint = {'NAPARI_TELEMETRY_ENDPOINT': collector.address}
    napari = start(extra=endpoint)
    answer(napari, 'middle')
    wait_for(lambda: len(napari.spool()) == EVENTS, what='napari and both of its plugins in the spool')
    events = len(napari.spool())
    open_preview(napari)
    napari.wait(f'len(events()) == {events}')

    blocks = re.findall(r'^```sh\n(.*?)^```', (ROOT / 'docs/preview.md').read_text(), re.M | re.S)
    saving, watching, comparing, receipts = blocks
    folder = tmp_path / 'sceptic'
    folder.mkdir()
    environment = {
        'PATH': os.environ['PATH'], 'LANG': 'C.UTF-8', 'HOME': str(napari.home), 'PYTHON': str(napari.python),
        'PID': str(napari.process.pid), 'DATA': str(napari.home / '.local/share/napari/telemetry'), **endpoint,
    }

    def run(block: str) -> str:
        result = subprocess.run(
            ['bash', '-euc', block], cwd=folder, env=environment, capture_output=True, text=True, timeout=120,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    assert run(saving) == 'the same\n'
    strace = subprocess.Popen(['bash', '-euc', watching + '\nwait'], cwd=folder, env=environment,
                              stderr=subprocess.PIPE, text=True)
    assert strace.stderr is not None
    assert 'attached' in strace.stderr.readline()
    napari.click('sendButton')
    napari.wait("find('emptyLabel') is not None")
    lines = run(comparing).splitlines()
    assert [line.split(' ', 1)[1] for line in lines] == ['as it was shown', 'as it was shown', 'requests left']
    assert lines[-1].startswith('2 ')
    strace.wait(timeout=30)
    assert run(receipts) == f'{events} receipts, all of them sent\n'
    assert napari.close() == 0
