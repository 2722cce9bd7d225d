from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    body: File,
    source: str | Unset = "api",
    idempotency_key: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    params: dict[str, Any] = {}

    params["source"] = source

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/products:batch",
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/x-ndjson"

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
    body: File,
    source: str | Unset = "api",
    idempotency_key: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Change many products, a line each

     The body is JSON Lines: an object on each line with `op`, the product's `external_id` and, by Google
    Merchant
    Center's names, what is said of it. The answer has a line for each of them, in their order; a line
    that cannot be
    carried out stops no other. All that can be is one transaction.

    `upsert` says all there is to say of the product, as the row of a feed does: `title` is required;
    what is left
    out is empty, and variants and photos that it does not name go. `variants` lists up to 100 objects,
    each with its
    own `external_id` and whatever differs from the product's members (`price`, `size`, `color`,
    `image_link` …); without
    it the product is its only variant. Photos are http(s) addresses and fetched by the server; what is
    new is
    embedded in the background, as part of the import that Location names.

    `patch` sets `price`, `sale_price`, `sale_price_effective_date`, `availability` and `link`, and
    leaves vectors
    alone. What is left out stays; null takes away. It is said of every variant, or of those in
    `variants`.

    `delete` removes the product. One that is not there is `unchanged`.

    A line of the answer has `line`, its number, and `status`: `created`, `updated`, `unchanged`,
    `deleted` or
    `failed`; with `id`, the product's, where it is known. A failed one has `error`: `type`, one of
    x-problem-types
    (invalid-argument, not-found, conflict, too-large, quota-exceeded), `detail`, and `errors`, each
    with `field`,
    `value` and `reason`. `hints`, alike, say what was cut or left out of a line that was carried out.

    A batch names a product once. Lines are at most 64 KiB (`server.batch_line_kilobytes_max`), 10,000
    of them
    (`server.batch_lines_max`), the whole body 16 MiB (`server.batch_megabytes_max`); blank ones do not
    count. The
    same batch again changes nothing more.

    Args:
        source (str | Unset):  Default: 'api'.
        idempotency_key (str | Unset):
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        body=body,
        source=source,
        idempotency_key=idempotency_key,
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
    source: str | Unset = "api",
    idempotency_key: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Problem | str | None:
    """Change many products, a line each

     The body is JSON Lines: an object on each line with `op`, the product's `external_id` and, by Google
    Merchant
    Center's names, what is said of it. The answer has a line for each of them, in their order; a line
    that cannot be
    carried out stops no other. All that can be is one transaction.

    `upsert` says all there is to say of the product, as the row of a feed does: `title` is required;
    what is left
    out is empty, and variants and photos that it does not name go. `variants` lists up to 100 objects,
    each with its
    own `external_id` and whatever differs from the product's members (`price`, `size`, `color`,
    `image_link` …); without
    it the product is its only variant. Photos are http(s) addresses and fetched by the server; what is
    new is
    embedded in the background, as part of the import that Location names.

    `patch` sets `price`, `sale_price`, `sale_price_effective_date`, `availability` and `link`, and
    leaves vectors
    alone. What is left out stays; null takes away. It is said of every variant, or of those in
    `variants`.

    `delete` removes the product. One that is not there is `unchanged`.

    A line of the answer has `line`, its number, and `status`: `created`, `updated`, `unchanged`,
    `deleted` or
    `failed`; with `id`, the product's, where it is known. A failed one has `error`: `type`, one of
    x-problem-types
    (invalid-argument, not-found, conflict, too-large, quota-exceeded), `detail`, and `errors`, each
    with `field`,
    `value` and `reason`. `hints`, alike, say what was cut or left out of a line that was carried out.

    A batch names a product once. Lines are at most 64 KiB (`server.batch_line_kilobytes_max`), 10,000
    of them
    (`server.batch_lines_max`), the whole body 16 MiB (`server.batch_megabytes_max`); blank ones do not
    count. The
    same batch again changes nothing more.

    Args:
        source (str | Unset):  Default: 'api'.
        idempotency_key (str | Unset):
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        body=body,
        source=source,
        idempotency_key=idempotency_key,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    source: str | Unset = "api",
    idempotency_key: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Change many products, a line each

     The body is JSON Lines: an object on each line with `op`, the product's `external_id` and, by Google
    Merchant
    Center's names, what is said of it. The answer has a line for each of them, in their order; a line
    that cannot be
    carried out stops no other. All that can be is one transaction.

    `upsert` says all there is to say of the product, as the row of a feed does: `title` is required;
    what is left
    out is empty, and variants and photos that it does not name go. `variants` lists up to 100 objects,
    each with its
    own `external_id` and whatever differs from the product's members (`price`, `size`, `color`,
    `image_link` …); without
    it the product is its only variant. Photos are http(s) addresses and fetched by the server; what is
    new is
    embedded in the background, as part of the import that Location names.

    `patch` sets `price`, `sale_price`, `sale_price_effective_date`, `availability` and `link`, and
    leaves vectors
    alone. What is left out stays; null takes away. It is said of every variant, or of those in
    `variants`.

    `delete` removes the product. One that is not there is `unchanged`.

    A line of the answer has `line`, its number, and `status`: `created`, `updated`, `unchanged`,
    `deleted` or
    `failed`; with `id`, the product's, where it is known. A failed one has `error`: `type`, one of
    x-problem-types
    (invalid-argument, not-found, conflict, too-large, quota-exceeded), `detail`, and `errors`, each
    with `field`,
    `value` and `reason`. `hints`, alike, say what was cut or left out of a line that was carried out.

    A batch names a product once. Lines are at most 64 KiB (`server.batch_line_kilobytes_max`), 10,000
    of them
    (`server.batch_lines_max`), the whole body 16 MiB (`server.batch_megabytes_max`); blank ones do not
    count. The
    same batch again changes nothing more.

    Args:
        source (str | Unset):  Default: 'api'.
        idempotency_key (str | Unset):
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        body=body,
        source=source,
        idempotency_key=idempotency_key,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    source: str | Unset = "api",
    idempotency_key: str | Unset = UNSET,
    likeness_org: str | Unset = UNSET,
) -> Problem | str | None:
    """Change many products, a line each

     The body is JSON Lines: an object on each line with `op`, the product's `external_id` and, by Google
    Merchant
    Center's names, what is said of it. The answer has a line for each of them, in their order; a line
    that cannot be
    carried out stops no other. All that can be is one transaction.

    `upsert` says all there is to say of the product, as the row of a feed does: `title` is required;
    what is left
    out is empty, and variants and photos that it does not name go. `variants` lists up to 100 objects,
    each with its
    own `external_id` and whatever differs from the product's members (`price`, `size`, `color`,
    `image_link` …); without
    it the product is its only variant. Photos are http(s) addresses and fetched by the server; what is
    new is
    embedded in the background, as part of the import that Location names.

    `patch` sets `price`, `sale_price`, `sale_price_effective_date`, `availability` and `link`, and
    leaves vectors
    alone. What is left out stays; null takes away. It is said of every variant, or of those in
    `variants`.

    `delete` removes the product. One that is not there is `unchanged`.

    A line of the answer has `line`, its number, and `status`: `created`, `updated`, `unchanged`,
    `deleted` or
    `failed`; with `id`, the product's, where it is known. A failed one has `error`: `type`, one of
    x-problem-types
    (invalid-argument, not-found, conflict, too-large, quota-exceeded), `detail`, and `errors`, each
    with `field`,
    `value` and `reason`. `hints`, alike, say what was cut or left out of a line that was carried out.

    A batch names a product once. Lines are at most 64 KiB (`server.batch_line_kilobytes_max`), 10,000
    of them
    (`server.batch_lines_max`), the whole body 16 MiB (`server.batch_megabytes_max`); blank ones do not
    count. The
    same batch again changes nothing more.

    Args:
        source (str | Unset):  Default: 'api'.
        idempotency_key (str | Unset):
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            source=source,
            idempotency_key=idempotency_key,
            likeness_org=likeness_org,
        )
    ).parsed
