"""A real SMTP server that keeps what it is given."""

import email
import email.policy
import re
import time

from aiosmtpd.controller import Controller

from e2e.likeness import free_port


class MailHost:
    """An SMTP server on a free port of this machine. `refuse` answers recipients with an error;"""

    def __init__(self):
        self.envelopes = []
        self.refuse = ""
        self.port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "MailHost":
        self.controller.start()
        return self

    def __exit__(self, *_) -> None:
        self.controller.stop()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_RCPT(self, server, session, envelope, address, options):  # the name is aiosmtpd's
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # the name is aiosmtpd's
        self.envelopes.append(envelope)
        return "250 OK"

    def wait_for(self, count: int, timeout_s: float = 20) -> list:
        """The first `count` mails, once they are here."""
        end = time.monotonic() + timeout_s
        while len(self.envelopes) < count:
            if time.monotonic() > end:
                raise AssertionError(f"{len(self.envelopes)} mails came, not {count}")
            time.sleep(0.05)
        return self.envelopes[:count]


def message_of(envelope) -> email.message.EmailMessage:
    return email.message_from_bytes(envelope.content, policy=email.policy.default)


def text_of(envelope) -> str:
    return message_of(envelope).get_body(("plain",)).get_content()


def token_in(envelope) -> str:
    """The token of the link that the mail holds."""
    return re.search(r"#token=([A-Za-z0-9_-]+)", text_of(envelope)).group(1)
