/** What xz-embedded answers; every other number is damage. */
export const xzAnswers = { more: 0, end: 1, unsupportedCheck: 2, noMemory: 3, overLimit: 4, tooShort: 8 } as const;
