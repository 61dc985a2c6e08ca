"""批量导入导出: lists that come in are judged row by row before anything is done, and lists go out as workbooks."""
