# The native function is one line of a header, by a macro.
import headed

headed.launch()
#^^^^^^^^^^^^^^ FRK501 warning: 'headed.launch' forks this process in native code: fork in 'launch_process'.
