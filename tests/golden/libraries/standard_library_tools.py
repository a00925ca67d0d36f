# Less known parts of the standard library that create processes.
import asyncio
import multiprocessing.context
import os
import socketserver
from lib2to3.refactor import MultiprocessRefactoringTool

if __name__ == "__main__":
    MultiprocessRefactoringTool([]).refactor(["a.py"], num_processes=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'lib2to3.refactor.MultiprocessRefactoringTool.refactor' creates its processes by fork, the default start method on Linux before Python 3.14.
    MultiprocessRefactoringTool([]).refactor(["a.py"])
    os.spawnl(os.P_WAIT, "/bin/true", "true")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'os.spawnl' forks this process, whatever start method is set.
    os.spawnve(os.P_WAIT, "/bin/true", ["true"], {})
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'os.spawnve' forks this process, whatever start method is set.
    socketserver.ForkingUDPServer(("", 0), socketserver.BaseRequestHandler).serve_forever()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'socketserver.ForkingUDPServer' forks this process, whatever start method is set.
    multiprocessing.context.ForkServerProcess(target=print).start()
    loop = asyncio.new_event_loop()
    loop.run_until_complete(loop.subprocess_exec(asyncio.SubprocessProtocol, "true", preexec_fn=os.setsid))
#                                                                                    ^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'asyncio.AbstractEventLoop.subprocess_exec' runs Python code between fork and exec, because of 'preexec_fn'.
    loop.run_until_complete(loop.subprocess_exec(asyncio.SubprocessProtocol, "true"))
