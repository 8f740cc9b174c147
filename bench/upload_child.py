"""One process of a peer that records one event, submits it and ends. Usage: upload_child.py PEER ADDRESS FOLDER.

Prints two moments of the monotonic clock (seconds): when the event was submitted, and when the process began to end.
"""

from __future__ import annotations

import sys
import time
from typing import Any


def say(word: str) -> None:
    """Print a moment at once."""
    print(word, time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)


def glean(address: str, folder: str) -> Any:
    """Glean: an event in a custom ping."""
    from pathlib import Path

    from glean import Configuration, Glean, metrics

    Glean.initialize('bench', '1', True, Configuration(server_endpoint=address), Path(folder))
    ping = metrics.PingType('bench', True, True, True, True, [], [], [])
    counter = metrics.CounterMetricType(metrics.CommonMetricData(
        category='bench', name='events', send_in_pings=['bench'], lifetime=metrics.Lifetime.PING, disabled=False,
    ))

    def submit() -> None:
        counter.add(1)
        ping.submit()

    return submit


def opentelemetry(address: str, _folder: str) -> Any:
    """OpenTelemetry: a log record over OTLP/HTTP, sent at once."""
    import logging

    from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
    from opentelemetry.sdk._logs import LoggerProvider, LoggingHandler
    from opentelemetry.sdk._logs.export import BatchLogRecordProcessor

    provider = LoggerProvider()
    provider.add_log_record_processor(
        BatchLogRecordProcessor(OTLPLogExporter(endpoint=f'{address}/v1/logs'), schedule_delay_millis=1)
    )
    logger = logging.getLogger('bench')
    logger.addHandler(LoggingHandler(logger_provider=provider))
    logger.setLevel(logging.INFO)
    return lambda: logger.info('one')


def sentry(address: str, _folder: str) -> Any:
    """Sentry: a message."""
    import sentry_sdk

    sentry_sdk.init(dsn=address.replace('http://', 'http://key@') + '/1', default_integrations=False)
    return lambda: sentry_sdk.capture_message('one')


def main() -> None:
    """Submit, wait for a moment as a user would, end."""
    peer, address, folder = sys.argv[1:4]
    submit = {'glean': glean, 'opentelemetry': opentelemetry, 'sentry': sentry}[peer](address, folder)
    say('submit')
    submit()
    time.sleep(1.0)
    say('end')


if __name__ == '__main__':
    main()
