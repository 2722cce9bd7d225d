from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.role import Role
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewInvitationAnswer")


@_attrs_define
class NewInvitationAnswer:
    """
    Attributes:
        id (str):
        email (str):
        role (Role):
        invited_by (str):
        created_at (datetime.datetime):
        expires_at (datetime.datetime):
        mail_sent (bool):
        mail_problem (str | Unset): Why the mail was not sent.
        token (str | Unset):
        link (str | Unset):
    """

    id: str
    email: str
    role: Role
    invited_by: str
    created_at: datetime.datetime
    expires_at: datetime.datetime
    mail_sent: bool
    mail_problem: str | Unset = UNSET
    token: str | Unset = UNSET
    link: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        email = self.email

        role = self.role.value

        invited_by = self.invited_by

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        mail_sent = self.mail_sent

        mail_problem = self.mail_problem

        token = self.token

        link = self.link

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "email": email,
                "role": role,
                "invited_by": invited_by,
                "created_at": created_at,
                "expires_at": expires_at,
                "mail_sent": mail_sent,
            }
        )
        if mail_problem is not UNSET:
            field_dict["mail_problem"] = mail_problem
        if token is not UNSET:
            field_dict["token"] = token
        if link is not UNSET:
            field_dict["link"] = link

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        email = d.pop("email")

        role = Role(d.pop("role"))

        invited_by = d.pop("invited_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        mail_sent = d.pop("mail_sent")

        mail_problem = d.pop("mail_problem", UNSET)

        token = d.pop("token", UNSET)

        link = d.pop("link", UNSET)

        new_invitation_answer = cls(
            id=id,
            email=email,
            role=role,
            invited_by=invited_by,
            created_at=created_at,
            expires_at=expires_at,
            mail_sent=mail_sent,
            mail_problem=mail_problem,
            token=token,
            link=link,
        )

        return new_invitation_answer
