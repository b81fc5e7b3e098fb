"""Which machines may be asked for a page: public ones, so that no address makes this one ask its neighbours."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address

from kg.errors import InputError

NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def resolved(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host, each of them allowed. Connect to these, not to the name: it may lead elsewhere then.

    Numbers in other forms (2130706433, 0x7f.1, 0177.0.0.1) are resolved by the system like names. Raises `InputError`.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError):
        raise InputError("the name of the server is not known; check the address and the network.") from None
    addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
    if not addresses:
        raise InputError("the name of the server leads nowhere; check the address.")
    if not allow_private and not all(map(public, addresses)):
        raise InputError("the address leads into a private network or to this machine; allow it with --allow-private.")
    return addresses


def public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and so is each that it stands for."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])  # fe80::1%eth0
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in meant(ip))


def meant(ip: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The IPv4 addresses in an IPv6 address (mapped, 6to4, Teredo, NAT64), or else itself."""
    if isinstance(ip, IPv4Address):
        return [ip]
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in NAT64:
        inner.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in inner if one] or [ip]
