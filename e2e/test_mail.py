"""Links by mail, through a real SMTP server."""

import time
import unittest

from e2e.likeness import PASSWORD, Server
from e2e.mail_host import MailHost, message_of, text_of, token_in
from e2e.people import OTHER_PASSWORD, sign_in


class MailTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.host = cls.enterClassContext(MailHost())
        cls.server = cls.enterClassContext(Server(mail__url=cls.host.url, mail__from="likeness@shop.example",
                                                  mail__tls_required=False, mail__timeout_s=3,
                                                  server__public_url="https://find.shop.example/"))
        cls.org = cls.server.make_org("shop")
        cls.owner = cls.server.make_user(cls.org, "ann@shop.example", "owner")

    def setUp(self):
        self.host.envelopes.clear()
        self.host.refuse = ""

    def test_an_invitation_is_mailed_and_not_shown(self):
        answer = self.owner.post("/v1/invitations", {"email": "bob@shop.example", "role": "editor"}).json()
        self.assertTrue(answer["mail_sent"])
        self.assertNotIn("token", answer)
        self.assertNotIn("link", answer)
        envelope = self.host.wait_for(1)[0]
        message = message_of(envelope)
        self.assertEqual((envelope.mail_from, envelope.rcpt_tos), ("likeness@shop.example", ["bob@shop.example"]))
        self.assertEqual(message["To"], "bob@shop.example")
        self.assertIn("https://find.shop.example/invitation#token=lk_inv_", text_of(envelope))
        accepted = self.server.client(token="").post("/v1/auth/invitations/accept",
                                                     {"token": token_in(envelope), "password": PASSWORD})
        self.assertEqual(accepted.status, 201)

    def test_a_mail_that_is_not_taken_is_told(self):
        self.host.refuse = "550 no such mailbox"
        answer = self.owner.post("/v1/invitations", {"email": "none@shop.example", "role": "editor"})
        self.assertEqual((answer.status, answer.json()["mail_sent"]), (201, False))
        self.assertIn("550", answer.json()["mail_problem"])
        self.assertNotIn("token", answer.json())

    def test_the_name_of_an_org_stays_out_of_the_headers(self):
        name = "Evil\r\nBcc: eve@evil.example\r\n\r\n.\r\nMAIL FROM:<x@y>"
        org = self.server.client().post("/v1/orgs", {"slug": "evil", "name": name}).json()["id"]
        owner = self.server.make_user(org, "eve@evil.example", "owner")
        self.assertTrue(owner.post("/v1/invitations", {"email": "victim@shop.example",
                                                       "role": "viewer"}).json()["mail_sent"])
        envelope = self.host.wait_for(1)[0]
        self.assertEqual(envelope.rcpt_tos, ["victim@shop.example"])
        message = message_of(envelope)
        self.assertNotIn("Bcc", message)
        self.assertEqual(len(self.host.envelopes), 1)
        self.assertIn("#token=lk_inv_", text_of(envelope))

    def test_a_reset_is_mailed_to_users_and_nobody_can_tell(self):
        self.server.make_user(self.org, "cid@shop.example", "viewer")
        client = self.server.client(token="")
        known = client.post("/v1/auth/password-reset", {"email": "Cid@shop.example"})
        unknown = client.post("/v1/auth/password-reset", {"email": "nobody@shop.example"})
        self.assertEqual((known.status, known.body), (202, unknown.body))
        self.assertEqual(unknown.status, 202)
        token = token_in(self.host.wait_for(1)[0])
        answer = client.post("/v1/auth/password-reset/complete", {"token": token, "password": OTHER_PASSWORD})
        self.assertEqual(answer.status, 204)
        self.assertEqual(sign_in(self.server, "cid@shop.example", OTHER_PASSWORD)[0].status, 200)
        time.sleep(0.5)
        self.assertEqual(len(self.host.envelopes), 1)
        self.assertNotIn(token, self.server.log())

    def test_known_and_unknown_addresses_take_the_same_time(self):
        client = self.server.client(token="")
        times = {"ann@shop.example": [], "nobody@shop.example": []}
        for _ in range(30):
            for address, seconds in times.items():
                began = time.perf_counter()
                self.assertEqual(client.post("/v1/auth/password-reset", {"email": address}).status, 202)
                seconds.append(time.perf_counter() - began)
        medians = [sorted(seconds)[len(seconds) // 2] for seconds in times.values()]
        self.assertLess(abs(medians[0] - medians[1]), 0.005, medians)
        time.sleep(0.5)
        self.assertLessEqual(len(self.host.envelopes), 1)  # at most one mail a minute


if __name__ == "__main__":
    unittest.main()
