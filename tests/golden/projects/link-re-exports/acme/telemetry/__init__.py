from .beat import start as start_beat, stop as stop_beat
