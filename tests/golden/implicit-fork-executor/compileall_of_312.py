# args: --target-python 3.12
# silent
import compileall

compileall.compile_dir("src", workers=4)
