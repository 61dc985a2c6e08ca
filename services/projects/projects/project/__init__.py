"""项目: designed from needs, with goals and a budget, approved by the town."""
