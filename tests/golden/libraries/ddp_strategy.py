from lightning.pytorch.strategies import DDPStrategy

DDPStrategy()
DDPStrategy(start_method="spawn")
DDPStrategy(start_method="fork")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'lightning.pytorch.strategies.DDPStrategy' is asked for the fork start method.
