"""志愿服务队: formed in a community or town, led by a volunteer, with a history of who was in it."""
