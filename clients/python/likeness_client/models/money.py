from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Money")


@_attrs_define
class Money:
    """
    Attributes:
        amount (str): In major units with the digits of the currency: 59.90
        currency (str): ISO 4217 code.
        minor (int): In minor units: 5990
    """

    amount: str
    currency: str
    minor: int

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        currency = self.currency

        minor = self.minor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "currency": currency,
                "minor": minor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        currency = d.pop("currency")

        minor = d.pop("minor")

        money = cls(
            amount=amount,
            currency=currency,
            minor=minor,
        )

        return money
