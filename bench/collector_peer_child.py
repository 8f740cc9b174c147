"""collector_peer_child.py KIND FILE: a collector of the same contract with FastAPI, uvicorn, pydantic and sqlite3.

KIND is plain (each request is a transaction), tuned (all that waits is one) or tuned-with-our-schema.
"""

from __future__ import annotations

import os
import socket
import sqlite3
import sys
from typing import Literal

os.umask(0o077)

import uvicorn  # noqa: E402
from _collector_checks import checked  # noqa: E402
from _collector_facts import REQUEST_BYTES  # noqa: E402
from _collector_stores import OneTable, OurSchema, Plain, Tuned  # noqa: E402
from fastapi import FastAPI, HTTPException, Request, Response  # noqa: E402
from pydantic import ValidationError  # noqa: E402
from pydantic_core import to_json  # noqa: E402

KIND, PATH = sys.argv[1:]
app = FastAPI(openapi_url=None)
store = OurSchema(PATH) if KIND == 'tuned-with-our-schema' else OneTable(PATH)
writer = Plain(store) if KIND == 'plain' else Tuned(store)


@app.post('/v1/{level}/events')
async def events(level: Literal['basic', 'middle', 'full'], request: Request) -> Response:
    """Answer when what is taken is durable."""
    if request.headers.get('content-type', '').partition(';')[0].strip().lower() != 'application/json':
        raise HTTPException(415, 'send application/json')
    if int(request.headers.get('content-length', 0)) > REQUEST_BYTES:
        raise HTTPException(413, 'too large')
    body = await request.body()
    if len(body) > REQUEST_BYTES:
        raise HTTPException(413, 'too large')
    try:
        rows, refused = checked(level, body)
    except ValidationError as error:
        raise HTTPException(400, 'not a batch') from error
    try:
        if rows:
            await writer.put(rows)
    except sqlite3.Error as error:
        raise HTTPException(503, 'busy, try again later') from error
    return Response(to_json({'refused': refused}), 202, media_type='application/json')


if __name__ == '__main__':
    listening = socket.create_server(('127.0.0.1', 0), backlog=1024)
    server = uvicorn.Server(uvicorn.Config(app, loop='uvloop', http='httptools', log_level='warning', access_log=False))
    print(f'listening on http://127.0.0.1:{listening.getsockname()[1]}', flush=True)
    server.run(sockets=[listening])
