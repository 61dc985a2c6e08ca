"""The permissions of procedures; each service puts them into its own table of roles."""

from enum import StrEnum


class Permission(StrEnum):
    """The procedures' permissions, alphabetised."""

    ATTACHMENT_ADD = "attachment:add"
    ATTACHMENT_READ = "attachment:read"
    JOB_FOLLOW = "job:follow"
    OBJECTION_ANSWER = "objection:answer"
    OBJECTION_RAISE = "objection:raise"
