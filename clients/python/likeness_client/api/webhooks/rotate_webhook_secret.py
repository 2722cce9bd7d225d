from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.new_webhook_answer import NewWebhookAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    webhook_id: str,
    *,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/webhooks/{webhook_id}/rotate-secret".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NewWebhookAnswer | Problem:
    if response.status_code == 200:
        response_200 = NewWebhookAnswer.from_dict(response.json())

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[NewWebhookAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> Response[NewWebhookAnswer | Problem]:
    """Make a new secret

     The secret until now goes on signing beside the new one until former_secret_until: a message then
    carries two signatures, and a receiver accepts it by either. One that was replaced before that signs
    no more.

    Args:
        webhook_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewWebhookAnswer | Problem]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        likeness_org=likeness_org,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> NewWebhookAnswer | Problem | None:
    """Make a new secret

     The secret until now goes on signing beside the new one until former_secret_until: a message then
    carries two signatures, and a receiver accepts it by either. One that was replaced before that signs
    no more.

    Args:
        webhook_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewWebhookAnswer | Problem
    """

    return sync_detailed(
        webhook_id=webhook_id,
        client=client,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> Response[NewWebhookAnswer | Problem]:
    """Make a new secret

     The secret until now goes on signing beside the new one until former_secret_until: a message then
    carries two signatures, and a receiver accepts it by either. One that was replaced before that signs
    no more.

    Args:
        webhook_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewWebhookAnswer | Problem]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    likeness_org: str | Unset = UNSET,
) -> NewWebhookAnswer | Problem | None:
    """Make a new secret

     The secret until now goes on signing beside the new one until former_secret_until: a message then
    carries two signatures, and a receiver accepts it by either. One that was replaced before that signs
    no more.

    Args:
        webhook_id (str):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewWebhookAnswer | Problem
    """

    return (
        await asyncio_detailed(
            webhook_id=webhook_id,
            client=client,
            likeness_org=likeness_org,
        )
    ).parsed
