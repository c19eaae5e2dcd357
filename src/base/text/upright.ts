/**
 * Text of a stranger as a sentence takes it: without the signs that turn the order of what follows (embedding, override and
 * isolate; U+202A–202E, U+2066–2069). An element isolates; a sentence is one text, and a name would turn the words after it. [PAG-15]
 */
export const upright = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
