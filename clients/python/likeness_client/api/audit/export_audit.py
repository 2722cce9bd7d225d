from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    limit: int | Unset = 500,
    cursor: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    params: dict[str, Any] = {}

    params["actor"] = actor

    params["action"] = action

    params["object"] = object_

    params["from"] = from_

    params["to"] = to

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/audit/export",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | str:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    limit: int | Unset = 500,
    cursor: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | str]:
    """The log with all that a third party needs to check it, oldest first

     JSON Lines: each entry with the text that was hashed and the salts of the values about people. A
    long log comes in parts: the header Likeness-Next-Cursor names the next, and the parts put together
    are one file.

    Args:
        actor (str | Unset):
        action (str | Unset):
        object_ (str | Unset):
        from_ (str | Unset):
        to (str | Unset):
        limit (int | Unset):  Default: 500.
        cursor (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        actor=actor,
        action=action,
        object_=object_,
        from_=from_,
        to=to,
        limit=limit,
        cursor=cursor,
        likeness_org=likeness_org,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    limit: int | Unset = 500,
    cursor: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Problem | str | None:
    """The log with all that a third party needs to check it, oldest first

     JSON Lines: each entry with the text that was hashed and the salts of the values about people. A
    long log comes in parts: the header Likeness-Next-Cursor names the next, and the parts put together
    are one file.

    Args:
        actor (str | Unset):
        action (str | Unset):
        object_ (str | Unset):
        from_ (str | Unset):
        to (str | Unset):
        limit (int | Unset):  Default: 500.
        cursor (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        actor=actor,
        action=action,
        object_=object_,
        from_=from_,
        to=to,
        limit=limit,
        cursor=cursor,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    limit: int | Unset = 500,
    cursor: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | str]:
    """The log with all that a third party needs to check it, oldest first

     JSON Lines: each entry with the text that was hashed and the salts of the values about people. A
    long log comes in parts: the header Likeness-Next-Cursor names the next, and the parts put together
    are one file.

    Args:
        actor (str | Unset):
        action (str | Unset):
        object_ (str | Unset):
        from_ (str | Unset):
        to (str | Unset):
        limit (int | Unset):  Default: 500.
        cursor (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        actor=actor,
        action=action,
        object_=object_,
        from_=from_,
        to=to,
        limit=limit,
        cursor=cursor,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    limit: int | Unset = 500,
    cursor: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Problem | str | None:
    """The log with all that a third party needs to check it, oldest first

     JSON Lines: each entry with the text that was hashed and the salts of the values about people. A
    long log comes in parts: the header Likeness-Next-Cursor names the next, and the parts put together
    are one file.

    Args:
        actor (str | Unset):
        action (str | Unset):
        object_ (str | Unset):
        from_ (str | Unset):
        to (str | Unset):
        limit (int | Unset):  Default: 500.
        cursor (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            actor=actor,
            action=action,
            object_=object_,
            from_=from_,
            to=to,
            limit=limit,
            cursor=cursor,
            likeness_org=likeness_org,
        )
    ).parsed
