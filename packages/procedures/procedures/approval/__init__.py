"""审批: step by step, each within its time, by another person each; returned for correction, or refused."""
