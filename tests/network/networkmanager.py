"""A NetworkManager of the tests, on a message bus of its own. Runs in Debian's Python, which has python3-dbusmock.

For each line of the standard input, JSON with properties, it changes them and says "done".
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import dbus
import dbusmock

NAME = 'org.freedesktop.NetworkManager'
PLACE = '/org/freedesktop/NetworkManager'


def main() -> None:
    """Say the address of the bus, then do what is asked."""
    dbusmock.DBusTestCase.start_system_bus()
    bus = dbusmock.DBusTestCase.get_dbus(system_bus=True)
    mock = dbusmock.DBusTestCase.spawn_server(NAME, PLACE, NAME, system_bus=True, stdout=subprocess.DEVNULL)
    try:
        manager = dbus.Interface(bus.get_object(NAME, PLACE), dbusmock.MOCK_IFACE)
        manager.AddProperties(NAME, {'State': dbus.UInt32(70), 'Connectivity': dbus.UInt32(4),
                                     'Metered': dbus.UInt32(2), 'PrimaryConnection': dbus.ObjectPath('/')})
        print(os.environ['DBUS_SYSTEM_BUS_ADDRESS'], flush=True)
        for line in sys.stdin:
            manager.UpdateProperties(NAME, {key: dbus.UInt32(value) for key, value in json.loads(line).items()})
            print('done', flush=True)
    finally:
        mock.terminate()
        mock.wait()
        dbusmock.DBusTestCase.tearDownClass()


if __name__ == '__main__':
    main()
