"""Values in, bytes out: the unit's report to be stamped, and the coordinator's workbook."""
