# Up to 3.11 from the default context; from 3.12 on compileall takes forkserver by itself.
import compileall

compileall.compile_dir("src")
compileall.compile_dir("src", workers=1)
compileall.compile_dir("src", workers=4)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'compileall.compile_dir' forks its workers, because fork is the default start method on Linux.
