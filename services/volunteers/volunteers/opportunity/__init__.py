"""岗位: what a published activity asks of volunteers, and the places it has."""
