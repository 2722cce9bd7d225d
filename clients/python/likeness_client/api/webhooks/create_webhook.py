from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.new_webhook import NewWebhook
from ...models.new_webhook_answer import NewWebhookAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewWebhook,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/webhooks",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NewWebhookAnswer | Problem:
    if response.status_code == 201:
        response_201 = NewWebhookAnswer.from_dict(response.json())

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
) -> Response[NewWebhookAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewWebhook,
    likeness_org: str | Unset = UNSET,
) -> Response[NewWebhookAnswer | Problem]:
    """Have events sent to a URL

     Each event is a POST in the form of Standard Webhooks, signed by the secret, which is shown this
    once. The URL must be one of the open internet, http or https on port 80 or 443; that is checked
    again at each sending, and redirects are not followed. An answer of 2xx within ten seconds is a
    success; anything else is tried again for about a day. 410 disables the webhook.

    Args:
        likeness_org (str | Unset):
        body (NewWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewWebhookAnswer | Problem]
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
    body: NewWebhook,
    likeness_org: str | Unset = UNSET,
) -> NewWebhookAnswer | Problem | None:
    """Have events sent to a URL

     Each event is a POST in the form of Standard Webhooks, signed by the secret, which is shown this
    once. The URL must be one of the open internet, http or https on port 80 or 443; that is checked
    again at each sending, and redirects are not followed. An answer of 2xx within ten seconds is a
    success; anything else is tried again for about a day. 410 disables the webhook.

    Args:
        likeness_org (str | Unset):
        body (NewWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewWebhookAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewWebhook,
    likeness_org: str | Unset = UNSET,
) -> Response[NewWebhookAnswer | Problem]:
    """Have events sent to a URL

     Each event is a POST in the form of Standard Webhooks, signed by the secret, which is shown this
    once. The URL must be one of the open internet, http or https on port 80 or 443; that is checked
    again at each sending, and redirects are not followed. An answer of 2xx within ten seconds is a
    success; anything else is tried again for about a day. 410 disables the webhook.

    Args:
        likeness_org (str | Unset):
        body (NewWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewWebhookAnswer | Problem]
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
    body: NewWebhook,
    likeness_org: str | Unset = UNSET,
) -> NewWebhookAnswer | Problem | None:
    """Have events sent to a URL

     Each event is a POST in the form of Standard Webhooks, signed by the secret, which is shown this
    once. The URL must be one of the open internet, http or https on port 80 or 443; that is checked
    again at each sending, and redirects are not followed. An answer of 2xx within ten seconds is a
    success; anything else is tried again for about a day. 410 disables the webhook.

    Args:
        likeness_org (str | Unset):
        body (NewWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewWebhookAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            likeness_org=likeness_org,
        )
    ).parsed
