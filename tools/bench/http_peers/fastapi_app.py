"""FastAPI's half of the comparison: run by uvicorn with PRODUCTS (a JSON file) and SECRET in the environment."""

import json
import os
from pathlib import Path
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException, Query
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel

PRODUCTS = json.loads(Path(os.environ["PRODUCTS"]).read_text(encoding="utf-8"))["products"]
SECRET = os.environ["SECRET"]


class Money(BaseModel):
    amount: str
    currency: str


class Attribute(BaseModel):
    name: str
    values: list[str]


class Variant(BaseModel):
    id: str
    external_id: str
    availability: str
    colors: list[str]
    size: str
    attributes: list[Attribute]
    price: Money | None = None


class Product(BaseModel):
    id: str
    external_id: str
    title: str
    brand: str
    product_type: str
    category_path: list[str]
    link: str
    variants: list[Variant]


class Page(BaseModel):
    products: list[Product]


def principal(credentials: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> dict:
    """Who asks, by the token."""
    try:
        return jwt.decode(credentials.credentials, SECRET, algorithms=["HS256"], audience="likeness")
    except jwt.InvalidTokenError as error:
        raise HTTPException(401) from error


app = FastAPI()
page = Page(products=PRODUCTS)


@app.get("/v1/products")
async def list_products(_: Annotated[dict, Depends(principal)], limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Page:
    return Page(products=page.products[:limit])
