from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.feed import Feed
from ...models.new_feed import NewFeed
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewFeed,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/feeds",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Feed | Problem:
    if response.status_code == 201:
        response_201 = Feed.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Feed | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewFeed,
    likeness_org: str | Unset = UNSET,
) -> Response[Feed | Problem]:
    """Set a feed up

     With a URL it is fetched when POST …/pull asks for it, and by its schedule. Credentials are kept
    encrypted and never told again; they are sent to the URL's own host only, over https only.

    Args:
        likeness_org (str | Unset):
        body (NewFeed):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Feed | Problem]
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
    body: NewFeed,
    likeness_org: str | Unset = UNSET,
) -> Feed | Problem | None:
    """Set a feed up

     With a URL it is fetched when POST …/pull asks for it, and by its schedule. Credentials are kept
    encrypted and never told again; they are sent to the URL's own host only, over https only.

    Args:
        likeness_org (str | Unset):
        body (NewFeed):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Feed | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewFeed,
    likeness_org: str | Unset = UNSET,
) -> Response[Feed | Problem]:
    """Set a feed up

     With a URL it is fetched when POST …/pull asks for it, and by its schedule. Credentials are kept
    encrypted and never told again; they are sent to the URL's own host only, over https only.

    Args:
        likeness_org (str | Unset):
        body (NewFeed):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Feed | Problem]
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
    body: NewFeed,
    likeness_org: str | Unset = UNSET,
) -> Feed | Problem | None:
    """Set a feed up

     With a URL it is fetched when POST …/pull asks for it, and by its schedule. Credentials are kept
    encrypted and never told again; they are sent to the URL's own host only, over https only.

    Args:
        likeness_org (str | Unset):
        body (NewFeed):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Feed | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            likeness_org=likeness_org,
        )
    ).parsed
