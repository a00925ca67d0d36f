import zlib


def checksum(file):
    name, content = file
    value = 0
    for start in range(0, len(content), 128):
        value = zlib.crc32(content[start:start + 128], value)
    return name, value
