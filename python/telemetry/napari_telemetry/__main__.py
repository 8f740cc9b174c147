"""The preview without a window: shows, exports and deletes what is kept, and has erased what was sent.

It works while napari runs and while it does not, also when telemetry is off. It can't turn telemetry on, and it can't
send an event.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

EPILOG = """exit status: 0 done; 1 it could not be done, the reason is printed; 2 wrong usage."""
COMMANDS = {
    'preview': 'print what has not been sent, with the requests that a sending now would make',
    'receipts': 'print what was sent, on which day, what the server answered, and in which periods it counts',
    'export': 'write all of it into a file, as CSV when it is called so, else as JSON',
    'purge': 'delete what has not been sent; it is not recorded again in its week',
    'erase': 'have everything erased from the server that was sent from this environment',
}
_answers: list[str] = []  # of what ends later


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        'python -m napari_telemetry', description=__doc__, epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest='command', required=True)
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text, epilog=EPILOG)
        command.add_argument('--json', action='store_true', help='print JSON')
        if name == 'export':
            command.add_argument('file', help='the file to write')
        if name == 'receipts':
            command.add_argument('--forget', action='store_true', help='delete them instead')
    return top


def call(arguments: argparse.Namespace) -> dict[str, Any]:
    """Let the telemetry plugin answer.

    Returns
    -------
    dict
        The fields of ``TelemetryCommands`` (``src/client/preview/disk/telemetrycommands.h``).

    Raises
    ------
    ImportError
        When there is no Qt binding, or a plugin can't be loaded.

    """
    from napari_telemetry_consent import _launch, _start
    from qtpy import QtCore

    from napari_telemetry import _load

    host = json.dumps(_start.host_facts())
    # As in napari, only libraries that the consent plugin has verified are loaded, from its private copies.
    _launch.root = _start.open_plugin()
    problem = _launch.root.openPackage(host)
    if problem:
        raise ImportError(problem)
    root = _load.load(_launch.library)
    name = 'forget' if getattr(arguments, 'forget', False) else arguments.command
    file = str(Path(arguments.file).absolute()) if 'file' in arguments else ''
    loop = QtCore.QEventLoop()

    def finish(text: str) -> None:
        _answers.append(text)
        loop.quit()

    root.commandFinished.connect(finish)
    answer = root.command(name, file, host)
    if not answer:
        if not _answers:
            loop.exec()
        answer = _answers.pop()
    root.commandFinished.disconnect(finish)
    return dict(json.loads(answer))


def lines(command: str, answer: dict[str, Any]) -> list[str]:
    """Return the answer for people."""
    found = []
    for event in answer.get('events', []):
        more = event['state'] if command == 'preview' else f'{event["sent_on"]}  {event["answer"]}'
        found += [f'{event["level"]:<7}{event["week"]}  {event["sentence"]}  ({more})', f'       {event["event"]}']
    for request in answer.get('requests', []):
        found += ['', f'{request["method"]} {request["url"]}']
        found += [f'{name}: {value}' for name, value in request['headers'].items()]
        found += ['', request['body']]
    found += [each['sentence'] for each in answer.get('counted', [])]
    return found + [answer[name] for name in ('message', 'problem') if answer.get(name)]


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    arguments = parser().parse_args(words)
    try:
        answer = call(arguments)
    except ImportError as problem:
        print(f'napari-telemetry: {problem}', file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps(answer, indent=2))
    else:
        print('\n'.join(lines(arguments.command, answer)), file=sys.stderr if 'problem' in answer else sys.stdout)
    return 1 if 'problem' in answer else 0


if __name__ == '__main__':
    sys.exit(main())
