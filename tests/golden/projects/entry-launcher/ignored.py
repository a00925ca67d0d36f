# silent
import evaluate
import jobs.export
import train
