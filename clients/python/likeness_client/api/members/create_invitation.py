from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.new_invitation import NewInvitation
from ...models.new_invitation_answer import NewInvitationAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewInvitation,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/invitations",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NewInvitationAnswer | Problem:
    if response.status_code == 201:
        response_201 = NewInvitationAnswer.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[NewInvitationAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewInvitation,
    likeness_org: str | Unset = UNSET,
) -> Response[NewInvitationAnswer | Problem]:
    """Invite somebody

     Admins invite editors and viewers, owners everybody. A newer invitation of the same address replaces
    the older. Where the server sends mail, the link is mailed and mail_sent says whether the mail
    server took it, mail_problem why not; otherwise token and link are in the answer, this once.

    Args:
        likeness_org (str | Unset):
        body (NewInvitation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewInvitationAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        likeness_org=likeness_org,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: NewInvitation,
    likeness_org: str | Unset = UNSET,
) -> NewInvitationAnswer | Problem | None:
    """Invite somebody

     Admins invite editors and viewers, owners everybody. A newer invitation of the same address replaces
    the older. Where the server sends mail, the link is mailed and mail_sent says whether the mail
    server took it, mail_problem why not; otherwise token and link are in the answer, this once.

    Args:
        likeness_org (str | Unset):
        body (NewInvitation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewInvitationAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewInvitation,
    likeness_org: str | Unset = UNSET,
) -> Response[NewInvitationAnswer | Problem]:
    """Invite somebody

     Admins invite editors and viewers, owners everybody. A newer invitation of the same address replaces
    the older. Where the server sends mail, the link is mailed and mail_sent says whether the mail
    server took it, mail_problem why not; otherwise token and link are in the answer, this once.

    Args:
        likeness_org (str | Unset):
        body (NewInvitation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewInvitationAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: NewInvitation,
    likeness_org: str | Unset = UNSET,
) -> NewInvitationAnswer | Problem | None:
    """Invite somebody

     Admins invite editors and viewers, owners everybody. A newer invitation of the same address replaces
    the older. Where the server sends mail, the link is mailed and mail_sent says whether the mail
    server took it, mail_problem why not; otherwise token and link are in the answer, this once.

    Args:
        likeness_org (str | Unset):
        body (NewInvitation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewInvitationAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            likeness_org=likeness_org,
        )
    ).parsed
