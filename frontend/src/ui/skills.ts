/** Skills often asked for and often had, in the same words on both sides; others may be written in. */
export const knownSkills = ["急救", "护理", "心理支持", "手语", "外语", "理发", "维修", "摄影", "驾驶", "烹饪", "教学", "法律咨询", "计算机", "文艺表演"];
