"""A plan as plain data, ready for JSON."""

from decimal import Decimal

from vocabulary.plan import DocumentIndicator, DocumentMeasure, PlanDocument, ReportRule
from vocabulary.terms import Role

_ROLES = {Role.LEAD: "lead", Role.RESPONSIBLE: "responsible", Role.COOPERATING: "cooperate"}


def as_json(document: PlanDocument) -> dict[str, object]:
    """Dates as 2022-12-31; roles as lead, responsible, cooperate."""
    return {
        "title": document.title,
        "doc_number": document.doc_number,
        "issuer": document.issuer,
        "date": document.issued_on.isoformat() if document.issued_on else None,
        "addressees": list(document.addressees),
        "task_forces": list(document.task_forces),
        "labels": list(document.labels),
        "sections": [
            {"section_path": list(section.path), "task_force": section.task_force}
            for section in document.sections
        ],
        "report_rule": _report_rule(document.report_rule),
        "document_targets": [_target(indicator) for indicator in document.indicators],
        "measures": [_measure(measure) for measure in document.measures],
        "prose": [{"text": part.text, "line": part.line} for part in document.prose],
        "doubts": [
            {"about": doubt.text_key, **doubt.facts, "source": doubt.source, "line": doubt.line}
            for doubt in document.doubts
        ],
    }


def _measure(measure: DocumentMeasure) -> dict[str, object]:
    return {
        "number": measure.number,
        "title": measure.title,
        "section_path": list(measure.section_path),
        "task_force": measure.task_force,
        "units": [
            {"name": mention.name, "role": _ROLES[mention.role]} for mention in measure.mentions
        ],
        "targets": [_target(indicator) for indicator in measure.indicators],
        "deadline": measure.deadline.isoformat() if measure.deadline else None,
        "labels": list(measure.labels),
        "text": measure.text,
        "source_line": measure.source_line,
    }


def _target(indicator: DocumentIndicator) -> dict[str, object]:
    return {
        "indicator": indicator.name,
        "value": _number(indicator.value),
        "unit": indicator.unit_of_measure,
        "comparator": indicator.comparator.value,
        "direction": indicator.direction.value,
        "baseline": None if indicator.baseline is None else _number(indicator.baseline),
        "start": indicator.start.isoformat() if indicator.start else None,
        "deadline": indicator.deadline.isoformat() if indicator.deadline else None,
        "cumulative": indicator.cumulative,
        "text": indicator.text,
    }


def _report_rule(rule: ReportRule | None) -> dict[str, object] | None:
    if rule is None:
        return None
    return {
        "due_day": rule.due_day,
        "frequency": rule.frequency,
        "period": rule.period,
        "recipient_office": rule.recipient_office,
        "recipient_office_location": rule.recipient_location,
        "email": rule.email,
        "source_measure": rule.source_measure,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
