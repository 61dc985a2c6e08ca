"""志愿者: a person who has registered once in the city, from registration to withdrawal."""
