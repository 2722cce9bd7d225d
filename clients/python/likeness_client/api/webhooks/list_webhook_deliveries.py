from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.webhook_delivery_page import WebhookDeliveryPage
from ...models.webhook_delivery_state import WebhookDeliveryState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    webhook_id: str,
    *,
    state: WebhookDeliveryState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    params["limit"] = limit

    params["cursor"] = cursor

    json_fields: list[str] | Unset = UNSET
    if not isinstance(fields, Unset):
        json_fields = fields

    params["fields"] = json_fields

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/webhooks/{webhook_id}/deliveries".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | WebhookDeliveryPage:
    if response.status_code == 200:
        response_200 = WebhookDeliveryPage.from_dict(response.json())

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
) -> Response[Problem | WebhookDeliveryPage]:
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
    state: WebhookDeliveryState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | WebhookDeliveryPage]:
    """What was sent to a webhook and what came of it, newest first

     One entry for each event, with its tries and the reason why the last one failed. Kept for 30 days.

    Args:
        webhook_id (str):
        state (WebhookDeliveryState | Unset): failed: it was given up.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[str] | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookDeliveryPage]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        state=state,
        limit=limit,
        cursor=cursor,
        fields=fields,
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
    state: WebhookDeliveryState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Problem | WebhookDeliveryPage | None:
    """What was sent to a webhook and what came of it, newest first

     One entry for each event, with its tries and the reason why the last one failed. Kept for 30 days.

    Args:
        webhook_id (str):
        state (WebhookDeliveryState | Unset): failed: it was given up.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[str] | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookDeliveryPage
    """

    return sync_detailed(
        webhook_id=webhook_id,
        client=client,
        state=state,
        limit=limit,
        cursor=cursor,
        fields=fields,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    state: WebhookDeliveryState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | WebhookDeliveryPage]:
    """What was sent to a webhook and what came of it, newest first

     One entry for each event, with its tries and the reason why the last one failed. Kept for 30 days.

    Args:
        webhook_id (str):
        state (WebhookDeliveryState | Unset): failed: it was given up.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[str] | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookDeliveryPage]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        state=state,
        limit=limit,
        cursor=cursor,
        fields=fields,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    state: WebhookDeliveryState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Problem | WebhookDeliveryPage | None:
    """What was sent to a webhook and what came of it, newest first

     One entry for each event, with its tries and the reason why the last one failed. Kept for 30 days.

    Args:
        webhook_id (str):
        state (WebhookDeliveryState | Unset): failed: it was given up.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[str] | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookDeliveryPage
    """

    return (
        await asyncio_detailed(
            webhook_id=webhook_id,
            client=client,
            state=state,
            limit=limit,
            cursor=cursor,
            fields=fields,
            likeness_org=likeness_org,
        )
    ).parsed
