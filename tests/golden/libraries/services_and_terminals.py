# Terminals, test runners and daemons that fork a process of their own.
import mitogen.master
from celery.platforms import detached
from daemon.daemon import detach_process_context
from django.test.runner import DiscoverRunner
from gunicorn.app.base import BaseApplication
from pexpect.pxssh import pxssh
from py.process import ForkedFunc
from sphinx.util.parallel import ParallelTasks
from terminado import SingleTermManager


class Application(BaseApplication):
    pass


if __name__ == "__main__":
    pxssh().login("host")
#   ^^^^^^^ FRK105 warning: 'pexpect.pxssh.pxssh' forks this process, whatever start method is set.
    ForkedFunc(print)
#   ^^^^^^^^^^^^^^^^^ FRK105 warning: 'py.process.ForkedFunc' forks this process, whatever start method is set.
    SingleTermManager(shell_command=["bash"]).get_terminal()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'terminado.SingleTermManager' forks this process, whatever start method is set.
    with detached():
#        ^^^^^^^^^^ FRK105 warning: 'celery.platforms.detached' forks this process, whatever start method is set.
        print()
    detach_process_context()
#   ^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'daemon.daemon.detach_process_context' forks this process, whatever start method is set.
    Application().run()
#   ^^^^^^^^^^^^^ FRK105 warning: 'Application' forks this process, whatever start method is set.
    DiscoverRunner(parallel=2).run_tests([])
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'django.test.runner.DiscoverRunner' creates its processes by fork, the default start method on Linux before Python 3.14.
    DiscoverRunner().run_tests([])
    ParallelTasks(2).add_task(print)
#   ^^^^^^^^^^^^^^^^ FRK105 warning: 'sphinx.util.parallel.ParallelTasks' forks this process, whatever start method is set.
    mitogen.master.Router().fork()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'mitogen.master.Router.fork' forks this process, whatever start method is set.
