# Clients that send from a thread of their own.
from concurrent.futures import ProcessPoolExecutor

import prometheus_client
import wandb
from torch.utils.tensorboard import SummaryWriter


def square(x):
    return x * x


def with_wandb():
    wandb.init(project="example")
    with ProcessPoolExecutor(2) as executor:
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'concurrent.futures.ProcessPoolExecutor' forks while a thread of wandb is alive.
        print(list(executor.map(square, range(4))))


def with_prometheus():
    prometheus_client.start_http_server(9000)
    with ProcessPoolExecutor(2) as executor:
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'concurrent.futures.ProcessPoolExecutor' forks while a thread of prometheus_client is alive.
        print(list(executor.map(square, range(4))))


def with_writer():
    writer = SummaryWriter("runs")
    with ProcessPoolExecutor(2) as executor:
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'concurrent.futures.ProcessPoolExecutor' forks while a thread of TensorBoard is alive.
        print(list(executor.map(square, range(4))))
    writer.close()


def after_writer():
    with SummaryWriter("runs") as writer:
        writer.add_scalar("loss", 1)
    with ProcessPoolExecutor(2) as executor:
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
        print(list(executor.map(square, range(4))))
