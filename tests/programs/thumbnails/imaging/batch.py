"""The part that is slow on one core."""

import logging
import multiprocessing

logger = logging.getLogger(__name__)


def scale(picture):
    while picture.size[0] > 8:
        picture = picture.halved()
    return picture


def scale_all(pictures, workers=2):
    """Scales in several processes when there is enough to do."""
    if len(pictures) < 3:
        logger.info("only %d pictures, no processes", len(pictures))
        return [scale(each) for each in pictures]
    with multiprocessing.Pool(workers) as pool:
        return pool.map(scale, pictures, chunksize=1)
