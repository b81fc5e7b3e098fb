"""The hash by which DNA knows a password: that of Jasypt's `StrongPasswordEncryptor`."""

from base64 import b64encode
from hashlib import sha256

ROUNDS, SALT = 100_000, 16  # bytes


def hashed(password: str) -> str:
    """SHA-256 of salt and password, a hundred thousand times, behind the salt.

    The salt comes from the password, so that the same graph gives the same bytes; nothing secret is kept with it.
    """
    return encoded(password, sha256(password.encode()).digest()[:SALT])


def encoded(password: str, salt: bytes) -> str:
    digest = salt + password.encode()
    for _ in range(ROUNDS):
        digest = sha256(digest).digest()
    return b64encode(salt + digest).decode()
