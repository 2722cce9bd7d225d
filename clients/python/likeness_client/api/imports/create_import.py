from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.create_import_format import CreateImportFormat
from ...models.create_import_mode import CreateImportMode
from ...models.import_ import Import
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    body: File,
    source: str | Unset = "default",
    filename: str | Unset = UNSET,
    format_: CreateImportFormat | Unset = CreateImportFormat.AUTO,
    mapping: str | Unset = UNSET,
    mode: CreateImportMode | Unset = CreateImportMode.FULL,
    dry_run: bool | Unset = False,
    allow_mass_delete: bool | Unset = False,
    likeness_org: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(likeness_org, Unset):
        headers["Likeness-Org"] = likeness_org

    params: dict[str, Any] = {}

    params["source"] = source

    params["filename"] = filename

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params["mapping"] = mapping

    json_mode: str | Unset = UNSET
    if not isinstance(mode, Unset):
        json_mode = mode.value

    params["mode"] = json_mode

    params["dry_run"] = dry_run

    params["allow_mass_delete"] = allow_mass_delete

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/imports",
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Import | Problem:
    if response.status_code == 202:
        response_202 = Import.from_dict(response.json())

        return response_202

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Import | Problem]:
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
    source: str | Unset = "default",
    filename: str | Unset = UNSET,
    format_: CreateImportFormat | Unset = CreateImportFormat.AUTO,
    mapping: str | Unset = UNSET,
    mode: CreateImportMode | Unset = CreateImportMode.FULL,
    dry_run: bool | Unset = False,
    allow_mass_delete: bool | Unset = False,
    likeness_org: str | Unset = UNSET,
) -> Response[Import | Problem]:
    """Import a feed

     The body is the feed: Google Merchant Center's attributes as TSV, CSV, XML (RSS 2.0, Atom) or JSON
    Lines, or Shopify's product CSV. Encoding, delimiter and common names of columns are recognised. It
    is stored as it arrives and read afterwards: the answer says where to watch. Rows of one source
    replace each other, so the same feed twice changes nothing.

    Args:
        source (str | Unset):  Default: 'default'.
        filename (str | Unset):
        format_ (CreateImportFormat | Unset):  Default: CreateImportFormat.AUTO.
        mapping (str | Unset):
        mode (CreateImportMode | Unset):  Default: CreateImportMode.FULL.
        dry_run (bool | Unset):  Default: False.
        allow_mass_delete (bool | Unset):  Default: False.
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Import | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        source=source,
        filename=filename,
        format_=format_,
        mapping=mapping,
        mode=mode,
        dry_run=dry_run,
        allow_mass_delete=allow_mass_delete,
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
    source: str | Unset = "default",
    filename: str | Unset = UNSET,
    format_: CreateImportFormat | Unset = CreateImportFormat.AUTO,
    mapping: str | Unset = UNSET,
    mode: CreateImportMode | Unset = CreateImportMode.FULL,
    dry_run: bool | Unset = False,
    allow_mass_delete: bool | Unset = False,
    likeness_org: str | Unset = UNSET,
) -> Import | Problem | None:
    """Import a feed

     The body is the feed: Google Merchant Center's attributes as TSV, CSV, XML (RSS 2.0, Atom) or JSON
    Lines, or Shopify's product CSV. Encoding, delimiter and common names of columns are recognised. It
    is stored as it arrives and read afterwards: the answer says where to watch. Rows of one source
    replace each other, so the same feed twice changes nothing.

    Args:
        source (str | Unset):  Default: 'default'.
        filename (str | Unset):
        format_ (CreateImportFormat | Unset):  Default: CreateImportFormat.AUTO.
        mapping (str | Unset):
        mode (CreateImportMode | Unset):  Default: CreateImportMode.FULL.
        dry_run (bool | Unset):  Default: False.
        allow_mass_delete (bool | Unset):  Default: False.
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Import | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        source=source,
        filename=filename,
        format_=format_,
        mapping=mapping,
        mode=mode,
        dry_run=dry_run,
        allow_mass_delete=allow_mass_delete,
        likeness_org=likeness_org,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    source: str | Unset = "default",
    filename: str | Unset = UNSET,
    format_: CreateImportFormat | Unset = CreateImportFormat.AUTO,
    mapping: str | Unset = UNSET,
    mode: CreateImportMode | Unset = CreateImportMode.FULL,
    dry_run: bool | Unset = False,
    allow_mass_delete: bool | Unset = False,
    likeness_org: str | Unset = UNSET,
) -> Response[Import | Problem]:
    """Import a feed

     The body is the feed: Google Merchant Center's attributes as TSV, CSV, XML (RSS 2.0, Atom) or JSON
    Lines, or Shopify's product CSV. Encoding, delimiter and common names of columns are recognised. It
    is stored as it arrives and read afterwards: the answer says where to watch. Rows of one source
    replace each other, so the same feed twice changes nothing.

    Args:
        source (str | Unset):  Default: 'default'.
        filename (str | Unset):
        format_ (CreateImportFormat | Unset):  Default: CreateImportFormat.AUTO.
        mapping (str | Unset):
        mode (CreateImportMode | Unset):  Default: CreateImportMode.FULL.
        dry_run (bool | Unset):  Default: False.
        allow_mass_delete (bool | Unset):  Default: False.
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Import | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        source=source,
        filename=filename,
        format_=format_,
        mapping=mapping,
        mode=mode,
        dry_run=dry_run,
        allow_mass_delete=allow_mass_delete,
        likeness_org=likeness_org,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: File,
    source: str | Unset = "default",
    filename: str | Unset = UNSET,
    format_: CreateImportFormat | Unset = CreateImportFormat.AUTO,
    mapping: str | Unset = UNSET,
    mode: CreateImportMode | Unset = CreateImportMode.FULL,
    dry_run: bool | Unset = False,
    allow_mass_delete: bool | Unset = False,
    likeness_org: str | Unset = UNSET,
) -> Import | Problem | None:
    """Import a feed

     The body is the feed: Google Merchant Center's attributes as TSV, CSV, XML (RSS 2.0, Atom) or JSON
    Lines, or Shopify's product CSV. Encoding, delimiter and common names of columns are recognised. It
    is stored as it arrives and read afterwards: the answer says where to watch. Rows of one source
    replace each other, so the same feed twice changes nothing.

    Args:
        source (str | Unset):  Default: 'default'.
        filename (str | Unset):
        format_ (CreateImportFormat | Unset):  Default: CreateImportFormat.AUTO.
        mapping (str | Unset):
        mode (CreateImportMode | Unset):  Default: CreateImportMode.FULL.
        dry_run (bool | Unset):  Default: False.
        allow_mass_delete (bool | Unset):  Default: False.
        likeness_org (str | Unset):
        body (File): The bytes as they are, whatever the media type says.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Import | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            source=source,
            filename=filename,
            format_=format_,
            mapping=mapping,
            mode=mode,
            dry_run=dry_run,
            allow_mass_delete=allow_mass_delete,
            likeness_org=likeness_org,
        )
    ).parsed
