/** Whether a text has only what can be kept, sent and printed: no control characters, no halves of characters. */
export const isPrintable = (text: string): boolean => !/\p{Cc}|\p{Cs}/u.test(text)
