from enum import StrEnum


class CreateImportFormat(StrEnum):
    AUTO = "auto"
    CSV = "csv"
    JSONL = "jsonl"
    SHOPIFY_CSV = "shopify_csv"
    TSV = "tsv"
    XML = "xml"
    ZIP = "zip"

    def __str__(self) -> str:
        return str(self.value)
