"""Commands and layers: counted at full, not below it, and never in napari's way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from desktop import wait_for
from test_chain import answer, wait_level

if TYPE_CHECKING:
    from conftest import Start
    from desktop import Napari

VIEWER = "__import__('napari').current_viewer()"


def values(napari: Napari, topic: str) -> list[dict[str, Any]]:
    return [json.loads(row[3])['value'] for row in napari.spool() if row[0] == topic]


@pytest.mark.usefixtures('with_telemetry')
def test_layers_and_commands_are_counted_in_classes(start: Start) -> None:
    napari = start()
    answer(napari, 'full')
    wait_level(napari, 'full')
    numpy = "__import__('numpy')"
    napari.ask(f"{VIEWER}.add_image({numpy}.zeros((4, 8, 8), dtype='uint16'), name='my secret sample') and None")
    napari.ask(f"{VIEWER}.add_points({numpy}.zeros((3, 2))) and None")
    wait_for(lambda: len(values(napari, 'layer-data')) == 2, what='two cells')
    image = next(v for v in values(napari, 'layer-data') if v['layer_type'] == 'image')
    assert image == {
        'layer_type': 'image', 'array_type': 'numpy', 'ndim': 3, 'dtype': 'uint16', 'size_class': '<1e6',
        'count_class': '1',
    }
    # A shortcut of napari's menu, by the keyboard.
    before = len(values(napari, 'command'))
    napari.click_at(napari.ask('main_place()'))
    napari.keys('ctrl+alt+p')
    wait_for(lambda: len(values(napari, 'command')) > before, what='a command')
    commands = {v['command']: v['count_class'] for v in values(napari, 'command')}
    assert all(name.startswith('napari.') for name in commands)
    assert set(commands.values()) <= {'1', '2-9'}
    # Nothing of the sample's name anywhere in what we wrote.
    for file in napari.our_files():
        assert b'my secret sample' not in file.read_bytes()

    # Lowering the level takes the wrapper out of napari and the events out of the spool.
    assert napari.ask("'execute_command' in __import__('napari')._app_model.get_app_model().commands.__dict__") is True
    napari.choose_menu('Middle')
    wait_level(napari, 'middle')
    wait_for(lambda: not values(napari, 'command') and not values(napari, 'layer-data'), what='the events to go')
    assert napari.ask("'execute_command' in __import__('napari')._app_model.get_app_model().commands.__dict__") is False
    napari.ask(f"{VIEWER}.add_image({numpy}.zeros((4, 4))) and None")
    napari.ask('QtWidgets.QApplication.processEvents()')
    assert values(napari, 'layer-data') == []
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_a_command_that_raises_still_raises_and_below_full_nothing_is_wrapped(start: Start) -> None:
    napari = start()
    answer(napari, 'middle')
    wait_level(napari, 'middle')
    commands = "__import__('napari')._app_model.get_app_model().commands"
    assert napari.ask(f"'execute_command' in {commands}.__dict__") is False
    napari.choose_menu('Full')
    wait_level(napari, 'full')
    napari.wait(f"'execute_command' in {commands}.__dict__")
    with pytest.raises(AssertionError, match='KeyError'):
        napari.ask(f"{commands}.execute_command('no.such.command')")
    assert napari.close() == 0
