"""The pages of the consolidated workbook, one file each; `reports/ledger.py` puts them in order."""
