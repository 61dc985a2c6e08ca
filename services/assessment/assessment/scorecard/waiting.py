"""What waits for whom along a scorecard: report and result for the town; check, objection, freezing for the bureau."""

from assessment.facts import TaskClosed, TaskOpened
from assessment.scorecard.model import Scorecard, State
from chassis.principal import Role
from chassis.tasks import Task

HERE = "/api/assessment/scorecards"


def path(card: Scorecard) -> str:
    """Where it is found through the gateway."""
    return f"{HERE}/{card.id}"


def task_of(card: Scorecard) -> Task | None:
    """What waits as the card stands; each return is a new round. Not for whoever did the step that is now judged."""
    role, due_on, round_ = Role.BUREAU_OFFICER, None, str(card.returned_at and card.returned_at.timestamp())
    barred = None
    match card.state:
        case State.REPORTING:
            code, role, due_on = "scorecard-report", Role.TOWN_OFFICER, card.report_by
        case State.CHECKING:
            code, barred = "scorecard-check", card.confirmed_by
        case State.ANNOUNCED:
            code, role, due_on = "scorecard-result", Role.TOWN_OFFICER, card.object_until
        case State.OBJECTED:
            code, due_on, barred = "scorecard-objection", card.decide_by, card.checked_by
        case State.SETTLED:
            code = "scorecard-freezing"
        case _:
            return None
    place = (card.id, card.area_id, card.scope_key)
    return Task(code, role, path(card), *place, round=round_, due_on=due_on, barred_account_id=barred)


def moved(before: Task | None, card: Scorecard) -> list[TaskOpened | TaskClosed]:
    """What was done, and what waits now."""
    after = task_of(card)
    closed = [TaskClosed.of(before)] if before and before != after else []
    return [*closed, *([TaskOpened.of(after)] if after and before != after else [])]
