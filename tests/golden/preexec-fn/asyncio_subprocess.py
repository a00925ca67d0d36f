import asyncio
import os


async def main():
    await asyncio.create_subprocess_exec("true")
    await asyncio.create_subprocess_exec("true", preexec_fn=os.setsid)
#                                                ^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'asyncio.create_subprocess_exec' runs Python code between fork and exec, because of 'preexec_fn'.
    await asyncio.create_subprocess_shell("true", preexec_fn=os.setsid)
#                                                 ^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'asyncio.create_subprocess_shell' runs Python code between fork and exec, because of 'preexec_fn'.
