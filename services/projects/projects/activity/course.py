"""The local copy of courses, which a wanted role may ask to have been completed."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from projects.database import Table


class CourseCopy(Table):
    """课程副本: what was once offered may be asked for, also when it is offered no more."""

    __tablename__ = "course_copy"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]

    __table_args__ = ({"info": {"projection": True}},)
