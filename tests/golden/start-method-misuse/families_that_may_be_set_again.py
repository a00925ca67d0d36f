# These setters never raise: there is no too early, too late or twice.
# silent
import aiomultiprocess
import mindspore.dataset

aiomultiprocess.set_start_method("spawn")
mindspore.dataset.config.set_multiprocessing_start_method("spawn")
mindspore.dataset.config.set_multiprocessing_start_method("spawn")
