"""The desk: people driven over HTTP, from another process or from the chat page."""

from starlette.routing import BaseRoute

from sandbox.world import Sandbox


def desk_routes(sandbox: Sandbox) -> list[BaseRoute]:
    del sandbox
    return []
