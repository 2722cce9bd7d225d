from enum import StrEnum


class ErasureReportFormat(StrEnum):
    LIKENESS_ERASURE_REPORT1 = "likeness-erasure-report/1"

    def __str__(self) -> str:
        return str(self.value)
