"""A short form of `make test-tenancy`: every operation, everybody, all kinds of ids, each protection by itself."""

import unittest

from e2e.durability.database import Session
from e2e.tenancy.campaign import Campaign
from e2e.tenancy.mutations import without_conditions, without_row_security
from e2e.tenancy.postgres_proxy import PostgresProxy

ATTEMPTS = 3000


class TenancyAttackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.campaign = cls.enterClassContext(Campaign())

    def attack(self) -> None:
        judge = self.campaign.attack(ATTEMPTS)
        print(f"\n{self.campaign.sent} attempts, {len(judge.leaks)} leaks", flush=True)
        self.assertEqual([str(leak) for leak in judge.leaks[:5]], [])
        self.assertEqual(self.campaign.changes, [])

    def test_every_path_parameter_has_a_victim(self):
        self.assertEqual(self.campaign.without_fixtures(), [])

    def test_both_protections(self):
        self.attack()

    def test_the_programs_conditions_alone(self):
        with Session(self.campaign.server) as session, without_row_security(session):
            self.attack()

    def test_row_level_security_alone(self):
        with PostgresProxy(self.campaign.server) as proxy, without_conditions(proxy):
            self.attack()
            self.assertGreater(proxy.rewritten, 0)

    def test_a_protection_that_is_missing_is_noticed(self):
        with PostgresProxy(self.campaign.server) as proxy, Session(self.campaign.server) as session:
            with without_conditions(proxy), without_row_security(session, ["products"]):
                self.assertTrue(self.campaign.attack(ATTEMPTS, stop_at_first=True).leaks)


if __name__ == "__main__":
    unittest.main()
