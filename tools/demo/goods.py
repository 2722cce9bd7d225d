"""The goods of the demo shop: the hand-made list beside this file, and what is invented for each of them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

GOODS_FILE = Path(__file__).with_name("goods.tsv")
CURRENCY = "EUR"

# Top level of the product type -> invented brands.
BRANDS = {
    "Car Parts": ["Northwheel"],
    "Food": ["Orchard Lane", "Greenbasket", "Marktfrisch"],
    "Garden": ["Bloomfield", "Rowan & Reed"],
    "Health": ["Carewell"],
    "Home": ["Casa Linde", "Homestead", "Brightroom"],
    "Music": ["Harmon", "Resona"],
    "Office": ["Inkwell"],
    "Photo and Optics": ["Lumora"],
    "Posters": ["Skyprint"],
    "Prints": ["Wildframe", "Fauna Editions"],
    "Sports": ["Fairplay", "Courtline"],
    "Tools": ["Ironside", "Werkbank"],
    "Toys": ["Tumbletoys", "Little Harbour"],
}

# Start of the product type -> lowest and highest invented price in cents; the longest start that fits counts.
PRICE_RANGES = {
    "Car Parts": (8900, 24900),
    "Food": (39, 590),
    "Food > Sweets and Baking": (120, 2490),
    "Garden": (250, 1990),
    "Garden > Garden Tools": (1990, 7900),
    "Garden > Plants and Trees": (490, 5900),
    "Health": (290, 4900),
    "Home": (490, 7900),
    "Home > Household": (290, 3900),
    "Home > Kitchen and Tableware": (590, 4900),
    "Music": (8900, 89900),
    "Office": (190, 990),
    "Photo and Optics": (7900, 24900),
    "Posters": (990, 1990),
    "Prints": (690, 1490),
    "Sports": (490, 3990),
    "Tools": (690, 4900),
    "Tools > Building Site": (1900, 49900),
    "Toys": (790, 4900),
    "Toys > Tricycles": (4900, 8900),
}

# Top level of the product type -> invented sizes.
SIZES = {
    "Prints": ["13 x 18 cm", "20 x 30 cm", "30 x 40 cm"],
    "Posters": ["40 x 50 cm", "60 x 80 cm"],
    "Garden": ["S", "M", "L"],
}

# Top level of the product type -> the second sentence of the description.
NOTES = {
    "Food": "Sold by the piece.",
    "Posters": "Poster on matt paper, without a frame.",
    "Prints": "Photo print on matt paper, without a frame.",
}


@dataclass(frozen=True)
class Goods:
    """One line of goods.tsv: the stamp's path without its ending, and what the shop calls it."""

    stamp: str
    title: str
    product_type: str
    color: str

    @property
    def id(self) -> str:
        """Stable id from the last two parts of the stamp's path: `string-violin`."""
        return "-".join(self.stamp.split("/")[-2:]).replace("_", "-").lower()

    @property
    def department(self) -> str:
        """Top level of the product type."""
        return self.product_type.split(" > ")[0]


def load_goods(path: Path = GOODS_FILE) -> list[Goods]:
    """Reads the list; raises ValueError with the line number where a line is malformed or an id comes twice."""
    goods, ids = [], set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 4 or not all(fields):
            raise ValueError(f"{path.name} line {number}: expected 4 fields, found {len(fields)}")
        item = Goods(*fields)
        if item.id in ids:
            raise ValueError(f"{path.name} line {number}: the id {item.id} comes twice")
        ids.add(item.id)
        goods.append(item)
    return goods


def pick(item: Goods, what: str, count: int) -> int:
    """A number from 0 to count - 1 that depends on nothing but the product and `what`."""
    digest = hashlib.sha256(f"{what}:{item.id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % count


def price(item: Goods) -> str:
    """The invented price as the feed writes it: `12.90 EUR`."""
    start = max((key for key in PRICE_RANGES if item.product_type.startswith(key)), key=len)
    lowest, highest = PRICE_RANGES[start]
    cents = lowest + pick(item, "price", highest - lowest + 1)
    cents = cents // 10 * 10 + 9 if cents < 1000 else cents // 100 * 100 + 90
    return f"{cents // 100}.{cents % 100:02d} {CURRENCY}"


def brand(item: Goods) -> str:
    """The invented brand."""
    brands = BRANDS[item.department]
    return brands[pick(item, "brand", len(brands))]


def size(item: Goods) -> str:
    """The invented size, empty where the goods have none."""
    sizes = SIZES.get(item.department, [""])
    return sizes[pick(item, "size", len(sizes))]


def availability(item: Goods) -> str:
    """`in_stock`, and `out_of_stock` for one product in twelve."""
    return "out_of_stock" if pick(item, "stock", 12) == 0 else "in_stock"
