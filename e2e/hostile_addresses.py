"""Addresses that try to lead a downloader to places inside, in every way that a URL has to say so."""

import ipaddress
import socket

PUBLIC = "93.184.216.34"
PUBLIC6 = "2606:2800:220:1::34"
ZONE = "hostile.test"
PUBLIC_NAME = "shop." + ZONE

INNER = ["10.0.0.1", "10.255.255.254", "127.0.0.1", "127.8.9.10", "169.254.169.254", "172.16.0.1", "172.31.255.254",
         "192.168.1.1", "100.64.0.1", "0.0.0.0", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1"]
INNER6 = ["::1", "::", "fd00::1", "fc00::1", "fe80::1", "fec0::1", "ff02::1", "100::1", "64:ff9b::a00:1",
          "64:ff9b:1::1", "2002:a00:1::", "2002:a9fe:a9fe::1", "2001::1", "2001:db8::1", "3fff::1",
          "::ffff:169.254.169.254", "::10.0.0.1"]

Answers = dict[str, list[list[str]]]  # of each name: what it is answered the first time, the second time, …


def _forms(inner: str) -> list[str]:
    """One IPv4 address in every spelling that some parser takes."""
    address = int(ipaddress.IPv4Address(inner))
    a, b, c, d = inner.split(".")
    tail3, tail2 = address & 0xFFFFFF, address & 0xFFFF
    digits = str.maketrans("0123456789", "０１２３４５６７８９")
    circled = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
    return [
        inner, inner + ".", str(address), hex(address), hex(address).upper().replace("X", "x"), f"0{address:o}",
        ".".join(hex(int(part)) for part in (a, b, c, d)), ".".join(f"0{int(part):o}" for part in (a, b, c, d)),
        ".".join(f"{int(part):03d}" for part in (a, b, c, d)), f"{a}.{tail3}", f"{a}.{b}.{tail2}",
        f"{hex(int(a))}.0{int(b):o}.{tail2}", f"{a}.{b}.{c}.0x{int(d):02x}", f"00000{a}.{b}.{c}.{d}",
        f"[::ffff:{inner}]", f"[::ffff:{address >> 16:x}:{tail2:x}]", f"[0:0:0:0:0:ffff:{inner}]", f"[::{inner}]",
        f"[2002:{address >> 16:x}:{tail2:x}::1]", f"[64:ff9b::{inner}]", f"[::ffff:0:{inner}]",
        inner.replace(".", "。"), inner.replace(".", "．"), inner.replace(".", "｡"), inner.translate(digits),
        inner.translate(circled), inner.replace(".", "%2e"), f"%{ord(inner[0]):x}{inner[1:]}", str(address + 2**32),
    ]


def _tricks(inner: str) -> list[str]:
    """URLs in which the host is not what it seems to be."""
    return [
        f"http://{PUBLIC_NAME}@{inner}/", f"http://user:secret@{inner}/", f"http://{inner}#@{PUBLIC_NAME}/",
        f"http://{inner}?@{PUBLIC_NAME}/", f"http://{PUBLIC_NAME}\\@{inner}/", f"http://{inner}\\@{PUBLIC_NAME}/",
        f"http:\\\\{inner}\\", f"http:/{inner}/", f"http:///{inner}/", f"http:{inner}/", f"//{inner}/",
        f"http://{inner}:80/", f"http://{inner}:443/", f"http://{inner}:8080/", f"http://{inner}:22/",
        f"http://{inner}:080/", f"http://{inner}:65616/", f"https://{inner}/", f"HTTP://{inner}/",
        f"http://{inner}\r\nHost: {PUBLIC_NAME}/", f"http://{PUBLIC_NAME}\r\nX: y@{inner}/", f"http://{inner}\t/",
        f" http://{inner}/", f"http://{inner} /", f"gopher://{inner}/_GET", f"ftp://{inner}/", f"dict://{inner}:80/x",
        f"file://{inner}/etc/passwd", f"ldap://{inner}/", f"ws://{inner}/", f"jar:http://{inner}/!/",
        f"http://[{inner}]/", f"http://{inner},{PUBLIC}/", f"http://{PUBLIC},{inner}/", f"http://{inner};{PUBLIC}/",
    ]


def _is_outside(form: str) -> bool:
    """Whether the form is, read as the C library does, an address of the open internet: 010.0.0.1 is 8.0.0.1."""
    try:
        return ipaddress.IPv4Address(socket.inet_aton(form)).is_global
    except (OSError, ValueError):
        return False


def by_form() -> list[str]:
    """Addresses written out."""
    urls = [f"http://{form}/" for inner in INNER for form in _forms(inner) if not _is_outside(form)]
    urls += [url for inner in ("10.0.0.1", "169.254.169.254", "127.0.0.1") for url in _tricks(inner)]
    urls += [f"http://[{inner}]{port}/" for inner in INNER6 for port in ("", ":8080")]
    urls += [f"http://[{inner}%25{zone}]/" for inner in ("fe80::1", "::1") for zone in ("trap0", "1", "lo")]
    urls += ["http://localhost/", "http://LOCALHOST./", "http://localhost.localdomain/", "http://ip6-localhost/"]
    return urls


def by_name() -> tuple[list[str], Answers]:
    """Names that lead inside: at once, among other addresses, behind a CNAME."""
    answers: Answers = {}
    for number, inner in enumerate(INNER + INNER6):
        answers[f"plain{number}"] = [[inner]]
        answers[f"last{number}"] = [[PUBLIC, PUBLIC6, inner]]
        answers[f"first{number}"] = [[inner, PUBLIC]]
        answers[f"alias{number}"] = [[f"=plain{number}"]]
    return [f"http://{name}.{ZONE}/" for name in answers], answers


def by_rebinding() -> tuple[list[str], Answers]:
    """Names that are outside when they are looked up first and inside from then on; each is to be asked for twice."""
    answers: Answers = {f"rebind{number}": [[PUBLIC], [inner]] for number, inner in enumerate(INNER)}
    answers |= {f"back{number}": [[PUBLIC], [inner]] for number, inner in enumerate(INNER)}
    urls = [f"http://rebind{number}.{ZONE}/" for number in range(len(INNER))]
    # Redirected to itself, the second look-up happens inside one download.
    return urls + [f"http://back{number}.{ZONE}/to/302/http://back{number}.{ZONE}/" for number in range(len(INNER))], answers


def by_redirect() -> list[str]:
    """Redirects from outside to inside; the server outside redirects to what follows /to/STATUS/."""
    targets = [f"http://{inner}/" for inner in INNER] + [f"http://[{inner}]/" for inner in INNER6]
    targets += ["//10.0.0.1/", "https://10.0.0.1/", "http://10.0.0.1:8080/", "http://2130706433/", "http://0x7f.1/",
                f"http://plain0.{ZONE}/", f"http://alias4.{ZONE}/", f"http://last4.{ZONE}/", "file:///etc/passwd",
                "gopher://10.0.0.1/_x", "ftp://10.0.0.1/", f"http://{PUBLIC_NAME}:22/",
                f"http://user:secret@{PUBLIC_NAME}/", f"http://{PUBLIC_NAME}@10.0.0.1/"]
    statuses = (301, 302, 303, 307, 308)
    urls = [f"http://{PUBLIC_NAME}/to/{statuses[number % 5]}/{target}" for number, target in enumerate(targets)]
    urls += [f"http://{PUBLIC_NAME}/to/{status}/http://169.254.169.254/" for status in statuses]
    for hops in (2, 3, 4):
        chain = "".join(f"http://{PUBLIC_NAME}/to/{statuses[hop]}/" for hop in range(hops))
        urls += [chain + target for target in ("http://10.0.0.1/", "http://[::1]/", "http://127.0.0.1:8080/")]
    return urls
