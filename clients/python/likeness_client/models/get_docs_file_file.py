from enum import StrEnum


class GetDocsFileFile(StrEnum):
    PAGE_CSS = "page.css"
    PAGE_JS = "page.js"
    SWAGGER_UI_BUNDLE_JS = "swagger-ui-bundle.js"
    SWAGGER_UI_CSS = "swagger-ui.css"

    def __str__(self) -> str:
        return str(self.value)
