"""The command ``napari-telemetry-consent``: shows what is decided and why, and says no. It can't say yes."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

EPILOG = """\
exit status: 0 done; 1 it could not be done, the policy file is not valid, or napari-telemetry is installed and is not
what it should be; 2 wrong usage.
A yes is given by a person in napari's window: there is no command for it."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        'napari-telemetry-consent', description=__doc__, epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest='command', required=True)
    for name, text in (
        ('status', 'print every source of the decision, what it says, and which decided'),
        ('revoke', 'turn telemetry off in this environment'),
        ('verify', 'compare the files of napari-telemetry with the ones of this release, without loading any'),
        ('policy', "print what the administrator's policy means"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument('--json', action='store_true', help='print JSON')
        if name == 'policy':
            command.add_argument('--check', metavar='FILE', default='', help='read this file as napari would')
    return top


def call(arguments: argparse.Namespace) -> dict[str, Any]:
    """Let the consent plugin answer.

    Returns
    -------
    dict
        The fields of ``ConsentCommands`` (``src/client/consent/disk/consentcommands.h``).

    Raises
    ------
    ImportError
        When there is no Qt binding, or the plugin can't be loaded.

    """
    from napari_telemetry_consent import _start

    root = _start.open_plugin()
    facts = {**_start.host_facts(), 'pytest': 'pytest' in sys.modules, 'disabled': _start.is_disabled_in_settings()}
    host = json.dumps(facts)
    answer = dict(json.loads(root.command(arguments.command, getattr(arguments, 'check', ''), host)))
    if answer.get('saved') and answer.get('events'):
        answer['message'] += '\n' + _delete_pending(root, host)
    return answer


def _delete_pending(root: Any, host: str) -> str:
    """Let the other package delete what waits to be sent; only what is verified of it is run. Return what to say."""
    from napari_telemetry_consent import _launch

    problem = root.openPackage(host)
    if not problem:
        _launch.root = root
        try:
            answer = json.loads(_launch.load().command('withdraw', '', host))
            if 'problem' not in answer:
                return str(answer['message'])
            problem = answer['problem']
        except Exception as error:
            problem = str(error) or type(error).__name__
    return str(json.loads(root.command('not deleted', problem, host))['message'])


def lines(command: str, answer: dict[str, Any]) -> list[str]:
    """Return the answer for people."""
    if command == 'verify':
        checks = [
            f'{"ok " if check["ok"] else "BAD"} {check["sha256"] or "-":<64}  {check["subject"]}'
            + (f': {check["problem"]}' if check['problem'] else '')
            for check in answer['checks']
        ]
        return [answer['folder'], *checks, '', answer['message']]
    if command != 'status':
        return [answer['file'], answer['message']]
    found = [
        f'{"*" if source["decides"] else " "} {source["source"]:<17} {source["says"]}\n'
        f'  {"":<17} {source["where"] or "-"}'
        for source in answer['sources']
    ]
    return [
        *found, '', f'{answer["level"]}: {answer["reason"]}', '(* decides.)', '',
        'Telemetry can also be off for a reason that only a napari that runs can know:',
        *(f'- {reason}' for reason in answer['only_napari_knows']),
        'Which of them holds, its Python says: import napari_telemetry_consent; print(napari_telemetry_consent.why())',
    ]


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    arguments = parser().parse_args(words)
    try:
        answer = call(arguments)
    except ImportError as problem:
        print(f'napari-telemetry-consent: {problem}', file=sys.stderr)
        return 1
    print(json.dumps(answer, indent=2) if arguments.json else '\n'.join(lines(arguments.command, answer)))
    good = answer.get('saved', True) and answer.get('valid', True) and answer.get('outcome') != 'refused'
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
