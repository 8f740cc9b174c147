"""In containers, and on clusters where one home folder is on many computers: in the released napari."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, mounted, own_etc, topics, wait_for
from test_chain import answer

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Screen

DIALOG = 'TelemetryConsentDialog'
INDICATOR = 'TelemetryStatusIndicator'


def container(home: Path, *more: str) -> list[str]:
    """Return a command in front of another, which then finds Podman's mark, and a new home folder at each start."""
    home.mkdir(exist_ok=True)
    return mounted(
        f'mount -t tmpfs tmpfs "{home}"', 'mount -t tmpfs tmpfs /run', 'touch /run/.containerenv', *more)


def test_nobody_is_asked_in_a_container_that_is_thrown_away(
    start: Start, screen: Screen, binding: str, tmp_path: Path
) -> None:
    home = tmp_path / 'ada'
    napari = start(wrap=container(home))
    napari.wait_window()
    assert napari.ask('QtWidgets.QApplication.processEvents()') is None
    assert napari.ask(f"find('{DIALOG}') is None")
    tip = napari.ask(f"find('{INDICATOR}').toolTip()")
    assert 'Off: this is a container (podman), and what is saved in ' in tip
    assert str(home / '.config') in tip
    assert napari.text(INDICATOR) == 'Telemetry: off'
    # Nothing can be chosen that would be forgotten.
    napari.click(INDICATOR)
    entries = napari.wait("[[a.text(), a.isEnabled()] for a in find('TelemetryMenu').actions()[:4]]")
    assert not any(enabled for name, enabled in entries if name != 'No telemetry')
    assert napari.ask("[str(p) for p in __import__('pathlib').Path.home().rglob('*telemetry*')]") == []
    napari.kill()

    # The command says the same, and names what decides.
    words = [str(BUILD / 'venv' / binding / 'bin' / 'python'), '-m', 'napari_telemetry_consent', 'status', '--json']
    found = json.loads(subprocess.run(
        [*container(home), *words], env={**screen.environment(), 'HOME': str(home)}, capture_output=True, check=True,
        timeout=60).stdout)
    assert found['level'] == 'none'
    assert not found['will_ask']
    assert found['reason'] in tip
    assert [source['source'] for source in found['sources'] if source['decides']] == ['container']


def test_an_administrator_can_state_that_the_home_is_kept(start: Start, tmp_path: Path) -> None:
    etc = own_etc(tmp_path / 'etc', {'schema': 1, 'keeps_home': True})
    napari = start(wrap=container(tmp_path / 'ada', etc))
    napari.wait(f"find('{DIALOG}') is not None", 90)
    napari.kill()


def test_a_container_with_a_home_of_the_computer_asks(start: Start) -> None:
    # As Toolbox, Distrobox and Apptainer have it: nothing is mounted over the home folder.
    napari = start(wrap=mounted('mount -t tmpfs tmpfs /run', 'touch /run/.containerenv'))
    napari.wait(f"find('{DIALOG}') is not None", 90)
    napari.kill()


@pytest.mark.usefixtures('with_telemetry')
@pytest.mark.parametrize('shared', [True, False], ids=['a shared home', 'no policy'])
def test_a_person_counts_once_on_the_nodes_of_a_cluster(start: Start, tmp_path: Path, *, shared: bool) -> None:
    policy = {'schema': 1, 'shared_home': True} if shared else None
    reporters: list[set[str]] = []
    for node in ('a', 'b'):
        napari = start(wrap=mounted(own_etc(tmp_path / 'etc', policy, machine=node * 32)))
        if not reporters:
            answer(napari, 'middle')
        wait_for(lambda now=napari: topics('basic') <= {row[0] for row in now.spool()}, what='events')
        reporters.append({json.loads(row[3])['reporter'] for row in napari.spool() if row[0] == 'user'})
        assert napari.close() == 0
        # The other node records anew, from the identity that is in the home folder.
        for file in (napari.home / '.local/share/napari/telemetry').glob('spool-*'):
            file.unlink()
    assert [len(each) for each in reporters] == [1, 1]
    assert (reporters[0] == reporters[1]) is shared
