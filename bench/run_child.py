"""run_child.py RESULT COMMAND...: runs a command to its end, and writes into RESULT what it took.

A process of its own, because the system counts what a program's parent had in memory when it started it as the
program's: here that is little.
"""

import json
import os
import sys
import time

result, *command = sys.argv[1:]
begin = time.monotonic()
_, status, usage = os.wait4(os.posix_spawnp(command[0], command, os.environ), 0)
took = {'wall': time.monotonic() - begin, 'cpu': usage.ru_utime + usage.ru_stime, 'peak': usage.ru_maxrss * 1024 / 1e6}
with open(result, 'w', encoding='utf-8') as file:  # noqa: PTH123 pathlib takes memory
    json.dump(took, file)
sys.exit(os.waitstatus_to_exitcode(status))
