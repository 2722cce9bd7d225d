from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.membership import Membership
    from ..models.session import Session
    from ..models.who_am_i_user import WhoAmIUser


T = TypeVar("T", bound="WhoAmI")


@_attrs_define
class WhoAmI:
    """
    Attributes:
        user (WhoAmIUser):
        acting (Membership):
        memberships (list[Membership]):
        session (Session):
    """

    user: WhoAmIUser
    acting: Membership
    memberships: list[Membership]
    session: Session

    def to_dict(self) -> dict[str, Any]:
        user = self.user.to_dict()

        acting = self.acting.to_dict()

        memberships = []
        for memberships_item_data in self.memberships:
            memberships_item = memberships_item_data.to_dict()
            memberships.append(memberships_item)

        session = self.session.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "user": user,
                "acting": acting,
                "memberships": memberships,
                "session": session,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.membership import Membership  # noqa: PLC0415
        from ..models.session import Session  # noqa: PLC0415
        from ..models.who_am_i_user import WhoAmIUser  # noqa: PLC0415

        d = dict(src_dict)
        user = WhoAmIUser.from_dict(d.pop("user"))

        acting = Membership.from_dict(d.pop("acting"))

        memberships = []
        _memberships = d.pop("memberships")
        for memberships_item_data in _memberships:
            memberships_item = Membership.from_dict(memberships_item_data)

            memberships.append(memberships_item)

        session = Session.from_dict(d.pop("session"))

        who_am_i = cls(
            user=user,
            acting=acting,
            memberships=memberships,
            session=session,
        )

        return who_am_i
