/** The refusals of the procedures that several services share, in English. */
export const procedures = {
  "attachment-bound": "This file already belongs to another record.",
  "attachment-empty": "The file is empty.",
  "attachment-kind-refused": "Files of this kind are not taken, or the file is not what its name says.",
  "attachment-too-large": "The file is larger than what is taken.",
  "attachment-unknown": "There is no such file, or you have not uploaded it.",
  "decided-before": "One person does not decide two steps of one round.",
  "not-your-step": "Another role decides on this step.",
  "too-many-attachments": "Too many of your uploads are waiting to be used. Use them, or try again later.",
};
