from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    query_image_id: str,
    *,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/query-images/{query_image_id}/picture".format(
            query_image_id=quote(str(query_image_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> File | Problem:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    query_image_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> Response[File | Problem]:
    """The query image as a picture that every browser shows

     JPEG, upright, without metadata. Visible to its sender only.

    Args:
        query_image_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        query_image_id=query_image_id,
        likeness_org=likeness_org,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    query_image_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> File | Problem | None:
    """The query image as a picture that every browser shows

     JPEG, upright, without metadata. Visible to its sender only.

    Args:
        query_image_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        query_image_id=query_image_id,
        client=client,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    query_image_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> Response[File | Problem]:
    """The query image as a picture that every browser shows

     JPEG, upright, without metadata. Visible to its sender only.

    Args:
        query_image_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        query_image_id=query_image_id,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    query_image_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> File | Problem | None:
    """The query image as a picture that every browser shows

     JPEG, upright, without metadata. Visible to its sender only.

    Args:
        query_image_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            query_image_id=query_image_id,
            client=client,
            likeness_org=likeness_org,
        )
    ).parsed
