"""Many people who try to sign in at once, with wrong passwords: run as a program of its own, so that it shares no thread
with the requests that are measured beside it.

login_storm.py HOST PORT ATTEMPTS CONNECTIONS prints a JSON object: seconds, and how often each status came with and
without Retry-After.
"""

import asyncio
import collections
import json
import sys
import time


async def attempts(host: str, port: int, count: int, outcomes: collections.Counter) -> None:
    reader, writer = await asyncio.open_connection(host, port)
    body = json.dumps({"email": "ann@shop.example", "password": "a wrong password"}).encode()
    head = (f"POST /v1/auth/login HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode()
    for _ in range(count):
        writer.write(head + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        size = int(answer.split(b"content-length:")[1].split(b"\r\n")[0])
        await reader.readexactly(size)
        outcomes[f"{int(answer.split()[1])}{' retry-after' if b'retry-after:' in answer else ''}"] += 1
    writer.close()


async def storm(host: str, port: int, count: int, connections: int) -> dict:
    outcomes: collections.Counter = collections.Counter()
    start = time.monotonic()
    await asyncio.gather(*(attempts(host, port, count // connections, outcomes) for _ in range(connections)))
    return {"seconds": time.monotonic() - start, "outcomes": outcomes}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(storm(sys.argv[1], *map(int, sys.argv[2:5])))))
