# silent
import train
