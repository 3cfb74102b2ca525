"""What a call is refused with.

ApiError    the Bot API's own answer: status, description, parameters
MisuseError a person was asked to do what nobody could do (tap a button that is not there)
"""


class ApiError(Exception):
    """A refusal in the Bot API's words; `parameters` is its ResponseParameters object."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, object]:
        answer: dict[str, object] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = dict(self.parameters)
        return answer


class MisuseError(Exception):
    """The test or story asked a person for something that cannot be done in a real Telegram."""


def bad_request(what: str, **parameters: int) -> ApiError:
    return ApiError(400, f"Bad Request: {what}", **parameters)


def forbidden(what: str) -> ApiError:
    return ApiError(403, f"Forbidden: {what}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
