"""What the registry says of its lists."""

from procedures.bulk import facts as bulk


class ListImported(bulk.ListImportedFact):
    """名单已导入."""

    TYPE = "registry.list.imported.v1"


class ListExported(bulk.ListExportedFact):
    """名单已导出."""

    TYPE = "registry.list.exported.v1"


LISTS = bulk.Told("registry", ListImported, ListExported)
