"""A small shop: thirty things from the stamps, three of them in variants."""

import pathlib

from e2e.goods import encoded, stamp, write_feed

# stamp, title, brand, category, colour, price
GOODS = [
    ("clothes/t_jacket", "Winter jacket with a zip", "Nordwind", "Apparel > Jackets", "blue", 89),
    ("clothes/t_pants", "Pair of long pants", "Nordwind", "Apparel > Pants", "blue", 45),
    ("clothes/t_scarf", "Woollen scarf", "Nordwind", "Apparel > Accessories > Scarves", "red", 19),
    ("clothes/t_sock", "Single sock", "Loom", "Apparel > Socks", "grey", 4),
    ("clothes/t_glove", "Garden glove", "Loom", "Apparel > Accessories > Gloves", "green", 9),
    ("clothes/hats/blue_fedora", "Fedora hat", "Hatter", "Apparel > Hats", "blue", 35),
    ("clothes/hats/propeller_hat", "Propeller hat for children", "Hatter", "Apparel > Hats", "multicolor", 15),
    ("clothes/hats/sombrero", "Sombrero of straw", "Hatter", "Apparel > Hats", "yellow", 25),
    ("clothes/hats/tophat", "Top hat of silk", "Hatter", "Apparel > Hats", "black", 120),
    ("food/fruit/Apricot_whole", "Ripe apricot", "Orchard", "Food > Fruit", "orange", 1),
    ("food/fruit/Cherry_Stella", "Sweet cherries", "Orchard", "Food > Fruit", "red", 3),
    ("food/fruit/Strawberry2", "Strawberry", "Orchard", "Food > Fruit", "red", 2),
    ("food/fruit/avocado", "Avocado", "Orchard", "Food > Fruit", "green", 2),
    ("food/fruit/kiwi", "Kiwifruit", "Orchard", "Food > Fruit", "brown", 1),
    ("food/fruit/grapes", "Bunch of grapes", "Orchard", "Food > Fruit", "purple", 3),
    ("food/vegetables/broccoli", "Broccoli", "Orchard", "Food > Vegetables", "green", 2),
    ("food/vegetables/corn", "Sweet corn on the cob", "Orchard", "Food > Vegetables", "yellow", 2),
    ("household/Lightbulb", "Light bulb", "Homely", "Household > Lamps", "white", 6),
    ("household/kettle", "Electric kettle", "Homely", "Household > Kitchen", "white", 29),
    ("household/dishes/mug", "Coffee mug", "Homely", "Household > Kitchen", "blue", 8),
    ("household/rubberduck", "Rubber duck for the bath", "Homely", "Household > Toys", "yellow", 5),
    ("household/tools/hammer", "Claw hammer", "Toolworks", "Household > Tools", "brown", 14),
    ("household/tools/saw", "Hand saw", "Toolworks", "Household > Tools", "grey", 18),
    ("household/tools/toolbox", "Steel toolbox", "Toolworks", "Household > Tools", "red", 39),
    ("hobbies/music/string/guitar_classical", "Classical guitar", "Chord", "Music > Guitars", "brown", 199),
    ("hobbies/music/string/violin", "Violin with bow", "Chord", "Music > Violins", "brown", 299),
]
VARIED = [
    ("clothes/t_tshirt", "Cotton t-shirt", "Loom", "Apparel > Shirts",
     [("red", "S", "in_stock"), ("red", "L", "in_stock"), ("blue", "M", "in_stock"), ("blue", "L", "out_of_stock")]),
    ("clothes/t_poloshirt", "Polo shirt", "Loom", "Apparel > Shirts",
     [("red", "M", "in_stock"), ("green", "L", "preorder")]),
    ("clothes/t_baseballcap", "Baseball cap", "Hatter", "Apparel > Hats",
     [("red", "M", "out_of_stock"), ("black", "M", "in_stock")]),
    ("sports/soccer", "Soccer ball", "Kick", "Sports > Balls", [("white/black", "5", "in_stock")]),
]
SALE = {"clothes/t_jacket": ("59.00 EUR", ""),
        "household/tools/toolbox": ("29.00 EUR", "2020-01-01T00:00Z/2099-01-01T00:00Z"),
        "hobbies/music/string/violin": ("99.00 EUR", "2020-01-01T00:00Z/2020-02-01T00:00Z")}


def product_id(name: str) -> str:
    """The feed's id of the product that a stamp shows."""
    return name.rsplit("/", 1)[-1].lower()


def stamps() -> list[str]:
    return [goods[0] for goods in GOODS] + [goods[0] for goods in VARIED]


def rows() -> list[dict]:
    """The feed; the polo shirt has a second photo, which looks like the first."""
    feed = []
    for name, title, brand, category, color, price in GOODS:
        sale, interval = SALE.get(name, ("", ""))
        feed.append({"id": product_id(name), "title": title, "brand": brand, "product_type": category, "color": color,
                     "price": f"{price}.00 EUR", "sale_price": sale, "sale_price_effective_date": interval,
                     "availability": "in_stock", "link": f"https://shop.example/{product_id(name)}",
                     "image_link": f"photos/{product_id(name)}.png"})
    for name, title, brand, category, variants in VARIED:
        for color, size, availability in variants:
            feed.append({"id": f"{product_id(name)}-{color.replace('/', '-')}-{size}", "title": title, "brand": brand,
                         "item_group_id": product_id(name), "product_type": category, "color": color, "size": size,
                         "price": "12.50 EUR", "availability": availability,
                         "image_link": f"photos/{product_id(name)}.png",
                         "additional_image_link": "photos/polo-2.png" if "polo" in name else ""})
    return feed


def write_shop(directory: pathlib.Path) -> pathlib.Path:
    """Photos and feed.tsv."""
    (directory / "photos").mkdir(parents=True)
    for name in stamps():
        (directory / f"photos/{product_id(name)}.png").write_bytes(encoded(stamp(name)))
    (directory / "photos/polo-2.png").write_bytes(encoded(stamp("clothes/t_poloshirt", 300)))
    return write_feed(directory / "feed.tsv", rows())


def open_shop(server) -> tuple:
    """Makes the shop with its catalogue and an org with nothing in it; returns clients of a user of each."""
    shop_id, other_id = server.make_org("shop"), server.make_org("other")
    ann = server.make_user(shop_id, "ann@shop.example", "editor")
    other = server.make_user(other_id, "oda@other.example", "owner")
    imported = server.import_feed(write_shop(server.directory / "shop"), "shop")
    counted = (imported["products"]["created"], imported["images"]["done"], imported["images"]["dead"])
    assert counted == (30, 31, 0), imported
    return ann, other


def product_ids(client) -> dict[str, str]:
    """The server's ids by the feed's."""
    return {product["external_id"]: product["id"] for product in client.products()}
