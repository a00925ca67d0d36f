# A context of the standard library fits no manager of multiprocess, which pickles by dill: no fix is offered.
import multiprocess.managers

if __name__ == "__main__":
    with multiprocess.managers.SyncManager(authkey=b"key") as manager:
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocess.managers.SyncManager' creates its processes by fork, the default start method on Linux.
        print(manager.list([1]))
