from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.new_api_key import NewApiKey
from ...models.new_api_key_answer import NewApiKeyAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewApiKey,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/api-keys",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NewApiKeyAnswer | Problem:
    if response.status_code == 201:
        response_201 = NewApiKeyAnswer.from_dict(response.json())

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
) -> Response[NewApiKeyAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewApiKey,
    likeness_org: str | Unset = UNSET,
) -> Response[NewApiKeyAnswer | Problem]:
    """Make an API key

     search: searches, query images, thumbnails, products to read. ingest: imports, feeds, dead letters,
    products. admin: what an admin may, but for making keys. A page may use the key from a browser where
    its origin is one of allowed_origins (scheme, host and port, compared exactly); `*` stands for every
    origin and is for keys with the scope search alone. From pages of other origins the key is refused
    (403). The key itself is shown this once.

    Args:
        likeness_org (str | Unset):
        body (NewApiKey):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewApiKeyAnswer | Problem]
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
    body: NewApiKey,
    likeness_org: str | Unset = UNSET,
) -> NewApiKeyAnswer | Problem | None:
    """Make an API key

     search: searches, query images, thumbnails, products to read. ingest: imports, feeds, dead letters,
    products. admin: what an admin may, but for making keys. A page may use the key from a browser where
    its origin is one of allowed_origins (scheme, host and port, compared exactly); `*` stands for every
    origin and is for keys with the scope search alone. From pages of other origins the key is refused
    (403). The key itself is shown this once.

    Args:
        likeness_org (str | Unset):
        body (NewApiKey):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewApiKeyAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewApiKey,
    likeness_org: str | Unset = UNSET,
) -> Response[NewApiKeyAnswer | Problem]:
    """Make an API key

     search: searches, query images, thumbnails, products to read. ingest: imports, feeds, dead letters,
    products. admin: what an admin may, but for making keys. A page may use the key from a browser where
    its origin is one of allowed_origins (scheme, host and port, compared exactly); `*` stands for every
    origin and is for keys with the scope search alone. From pages of other origins the key is refused
    (403). The key itself is shown this once.

    Args:
        likeness_org (str | Unset):
        body (NewApiKey):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewApiKeyAnswer | Problem]
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
    body: NewApiKey,
    likeness_org: str | Unset = UNSET,
) -> NewApiKeyAnswer | Problem | None:
    """Make an API key

     search: searches, query images, thumbnails, products to read. ingest: imports, feeds, dead letters,
    products. admin: what an admin may, but for making keys. A page may use the key from a browser where
    its origin is one of allowed_origins (scheme, host and port, compared exactly); `*` stands for every
    origin and is for keys with the scope search alone. From pages of other origins the key is refused
    (403). The key itself is shown this once.

    Args:
        likeness_org (str | Unset):
        body (NewApiKey):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewApiKeyAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            likeness_org=likeness_org,
        )
    ).parsed
