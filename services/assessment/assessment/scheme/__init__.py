"""考核方案: what the towns are assessed by in a year, in force before anybody is assessed and never changed after."""
