# The native function is one line of a header, by a macro.
import headed

headed.launch()
