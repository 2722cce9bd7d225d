from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    import_id: str,
    *,
    last_event_id: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["Last-Event-ID"] = last_event_id

    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/imports/{import_id}/events".format(
            import_id=quote(str(import_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | Problem | str:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    import_id: str,
    *,
    client: AuthenticatedClient | Client,
    last_event_id: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """Watch an import

     Server-Sent Events. `progress`: the import as it is now, whenever that changed; `done`: as it ended,
    and the stream ends with it. The data of each is the whole Import, so a client that missed events
    needs none of them. A client that comes back with the last event's id is told when something is new,
    and gets 204 where the import was over already. A comment shows every 15 s that the stream is alive.
    It ends after an hour, and when the server stops: come back.

    Args:
        import_id (str):
        last_event_id (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        last_event_id=last_event_id,
        likeness_org=likeness_org,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    import_id: str,
    *,
    client: AuthenticatedClient | Client,
    last_event_id: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """Watch an import

     Server-Sent Events. `progress`: the import as it is now, whenever that changed; `done`: as it ended,
    and the stream ends with it. The data of each is the whole Import, so a client that missed events
    needs none of them. A client that comes back with the last event's id is told when something is new,
    and gets 204 where the import was over already. A comment shows every 15 s that the stream is alive.
    It ends after an hour, and when the server stops: come back.

    Args:
        import_id (str):
        last_event_id (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return sync_detailed(
        import_id=import_id,
        client=client,
        last_event_id=last_event_id,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    import_id: str,
    *,
    client: AuthenticatedClient | Client,
    last_event_id: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """Watch an import

     Server-Sent Events. `progress`: the import as it is now, whenever that changed; `done`: as it ended,
    and the stream ends with it. The data of each is the whole Import, so a client that missed events
    needs none of them. A client that comes back with the last event's id is told when something is new,
    and gets 204 where the import was over already. A comment shows every 15 s that the stream is alive.
    It ends after an hour, and when the server stops: come back.

    Args:
        import_id (str):
        last_event_id (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        last_event_id=last_event_id,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    import_id: str,
    *,
    client: AuthenticatedClient | Client,
    last_event_id: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """Watch an import

     Server-Sent Events. `progress`: the import as it is now, whenever that changed; `done`: as it ended,
    and the stream ends with it. The data of each is the whole Import, so a client that missed events
    needs none of them. A client that comes back with the last event's id is told when something is new,
    and gets 204 where the import was over already. A comment shows every 15 s that the stream is alive.
    It ends after an hour, and when the server stops: come back.

    Args:
        import_id (str):
        last_event_id (str | Unset):
        likeness_org (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return (
        await asyncio_detailed(
            import_id=import_id,
            client=client,
            last_event_id=last_event_id,
            likeness_org=likeness_org,
        )
    ).parsed
