# Worker processes only on request; workers alone are threads.
import keras

model = keras.Sequential()
model.fit([1], workers=4)
model.fit([1], workers=4, use_multiprocessing=True)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'keras.Sequential.fit' creates its processes by fork, the default start method on Linux before Python 3.14.
