"""Requests, as a web framework would hand them over."""

import asyncio


async def handle(backend, requests):
    answers = await asyncio.gather(*(backend.login(name, password) for name, password in requests))
    return dict(answers)


async def motd(backend, path):
    return await backend.read_file(path)
