"""Where the audit is kept: files of chained records, who writes them and who reads them."""
