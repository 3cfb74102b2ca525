"""The words of docs/glossary.md as plain values. Imports nothing of ours."""
