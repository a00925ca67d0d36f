"""The part that would stop the event loop."""

import hashlib


def derive(password, rounds=2000):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), b"salt", rounds).hex()[:12]
