from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.webhook import Webhook
from ...types import UNSET, Response, Unset


def _get_kwargs(
    webhook_id: str,
    *,
    fields: list[str] | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    params: dict[str, Any] = {}

    json_fields: list[str] | Unset = UNSET
    if not isinstance(fields, Unset):
        json_fields = fields

    params["fields"] = json_fields

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/webhooks/{webhook_id}".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | Problem | Webhook:
    if response.status_code == 200:
        response_200 = Webhook.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

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
) -> Response[Any | Problem | Webhook]:
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
    fields: list[str] | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Any | Problem | Webhook]:
    """One webhook, without its secret

     Since when it fails and why it was disabled, where it does and was.

    Args:
        webhook_id (str):
        fields (list[str] | Unset):
        if_none_match (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | Webhook]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        fields=fields,
        if_none_match=if_none_match,
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
    fields: list[str] | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Any | Problem | Webhook | None:
    """One webhook, without its secret

     Since when it fails and why it was disabled, where it does and was.

    Args:
        webhook_id (str):
        fields (list[str] | Unset):
        if_none_match (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | Webhook
    """

    return sync_detailed(
        webhook_id=webhook_id,
        client=client,
        fields=fields,
        if_none_match=if_none_match,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: list[str] | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Any | Problem | Webhook]:
    """One webhook, without its secret

     Since when it fails and why it was disabled, where it does and was.

    Args:
        webhook_id (str):
        fields (list[str] | Unset):
        if_none_match (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | Webhook]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        fields=fields,
        if_none_match=if_none_match,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    webhook_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: list[str] | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Any | Problem | Webhook | None:
    """One webhook, without its secret

     Since when it fails and why it was disabled, where it does and was.

    Args:
        webhook_id (str):
        fields (list[str] | Unset):
        if_none_match (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | Webhook
    """

    return (
        await asyncio_detailed(
            webhook_id=webhook_id,
            client=client,
            fields=fields,
            if_none_match=if_none_match,
            likeness_org=likeness_org,
        )
    ).parsed
