from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.password_reset_link import PasswordResetLink
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    user_id: str,
    *,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/members/{user_id}/password-reset".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PasswordResetLink | Problem:
    if response.status_code == 201:
        response_201 = PasswordResetLink.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if response.status_code == 504:
        response_504 = Problem.from_dict(response.json())

        return response_504

    response_default = Problem.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PasswordResetLink | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    user_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> Response[PasswordResetLink | Problem]:
    """Make a link by which a member sets a new password, to hand on

     Whoever holds the link can use it. So an owner makes one for users who belong to this org alone (403
    otherwise); the operator makes one for everybody.

    Args:
        user_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PasswordResetLink | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        likeness_org=likeness_org,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    user_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> PasswordResetLink | Problem | None:
    """Make a link by which a member sets a new password, to hand on

     Whoever holds the link can use it. So an owner makes one for users who belong to this org alone (403
    otherwise); the operator makes one for everybody.

    Args:
        user_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PasswordResetLink | Problem
    """

    return sync_detailed(
        user_id=user_id,
        client=client,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    user_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> Response[PasswordResetLink | Problem]:
    """Make a link by which a member sets a new password, to hand on

     Whoever holds the link can use it. So an owner makes one for users who belong to this org alone (403
    otherwise); the operator makes one for everybody.

    Args:
        user_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PasswordResetLink | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    user_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> PasswordResetLink | Problem | None:
    """Make a link by which a member sets a new password, to hand on

     Whoever holds the link can use it. So an owner makes one for users who belong to this org alone (403
    otherwise); the operator makes one for everybody.

    Args:
        user_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PasswordResetLink | Problem
    """

    return (
        await asyncio_detailed(
            user_id=user_id,
            client=client,
            likeness_org=likeness_org,
        )
    ).parsed
