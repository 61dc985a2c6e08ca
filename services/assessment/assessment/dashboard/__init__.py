"""驾驶舱: the headline, the parts, the loop and the communities of the city, a town or a community."""
