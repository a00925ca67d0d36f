# Servers that fork their workers; uvicorn spawns.
import uvicorn
from tornado.process import fork_processes

fork_processes(0)
#^^^^^^^^^^^^^^^^ FRK105 warning: 'tornado.process.fork_processes' forks this process, whatever start method is set.
uvicorn.run("app:app", workers=4)
