"""A disk that takes what is written and then fails to keep it: every fsync ends in an I/O error.

By the kernel itself (a seccomp filter), for all threads of the process that calls it, until it
ends: it needs no rights, and there is no way back, as with a real disk.
"""

import ctypes
import errno
import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Machine:
    """What linux/audit.h calls the machine, and the numbers of the calls on it."""

    audit: int
    fsync: int
    fdatasync: int
    seccomp: int


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 74, 75, 317),
    "aarch64": _Machine(0xC00000B7, 82, 83, 277),
}

_LOAD_WORD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000 | errno.EIO
_PR_SET_NO_NEW_PRIVS, _SET_MODE_FILTER, _ALL_THREADS = 38, 1, 1


class _Statement(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("statements", ctypes.POINTER(_Statement)))


def fails_to_sync() -> None:
    """From now on, in this process."""
    machine = _MACHINES[os.uname().machine]
    statements = (
        _Statement(_LOAD_WORD, 0, 0, 4),  # which machine's calls
        _Statement(_JUMP_IF_EQUAL, 0, 3, machine.audit),
        _Statement(_LOAD_WORD, 0, 0, 0),  # which call
        _Statement(_JUMP_IF_EQUAL, 2, 0, machine.fsync),
        _Statement(_JUMP_IF_EQUAL, 1, 0, machine.fdatasync),
        _Statement(_RETURN, 0, 0, _ALLOW),
        _Statement(_RETURN, 0, 0, _FAIL),
    )
    program = _Program(len(statements), (_Statement * len(statements))(*statements))
    kernel = ctypes.CDLL(None, use_errno=True)
    _done(kernel.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    _done(kernel.syscall(machine.seccomp, _SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(program)))


def _done(result: int) -> None:
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
