from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.query_image import QueryImage
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    body: File,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/query-images",
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | QueryImage:
    if response.status_code == 201:
        response_201 = QueryImage.from_dict(response.json())

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
) -> Response[Problem | QueryImage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | QueryImage]:
    """Send a photo to search with

     It is turned upright and stripped of its metadata before it is stored, is visible to its sender
    only, and is deleted when its time is up.

    Args:
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QueryImage]
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
    body: File,
    likeness_org: str | Unset = UNSET,
) -> Problem | QueryImage | None:
    """Send a photo to search with

     It is turned upright and stripped of its metadata before it is stored, is visible to its sender
    only, and is deleted when its time is up.

    Args:
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QueryImage
    """

    return sync_detailed(
        client=client,
        body=body,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | QueryImage]:
    """Send a photo to search with

     It is turned upright and stripped of its metadata before it is stored, is visible to its sender
    only, and is deleted when its time is up.

    Args:
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QueryImage]
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
    body: File,
    likeness_org: str | Unset = UNSET,
) -> Problem | QueryImage | None:
    """Send a photo to search with

     It is turned upright and stripped of its metadata before it is stored, is visible to its sender
    only, and is deleted when its time is up.

    Args:
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QueryImage
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            likeness_org=likeness_org,
        )
    ).parsed
