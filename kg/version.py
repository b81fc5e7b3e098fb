"""The version of this package."""

from importlib.metadata import PackageNotFoundError, version


def package_version() -> str:
    try:
        return version("diplokg")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0"
