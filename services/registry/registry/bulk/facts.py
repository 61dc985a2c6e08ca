"""What the registry says of its lists."""

from procedures.bulk import facts as bulk


class ListImported(bulk.ListImportedFact):
    """名单已导入."""

    TYPE = "registry.list.imported.v1"


class ListOpened(bulk.ListOpenedFact):
    """名单的核对结果已被下载."""

    TYPE = "registry.list.opened.v1"


class ListExported(bulk.ListExportedFact):
    """名单已导出."""

    TYPE = "registry.list.exported.v1"


LISTS = bulk.Told("registry", ListImported, ListOpened, ListExported)
