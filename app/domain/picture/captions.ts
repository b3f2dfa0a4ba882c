/** Characters: one or two lines under a photo. */
export const longestCaption = 60;
