/**
 * Ranges of Moroccan numbers given out, by their first four national digits: fixed (5), mobile (6, 7), free, voice over IP
 * and premium (8). From the numbering plan of the regulator (ANRT) as in the metadata of libphonenumber, 2026.
 */
const ranges = new RegExp(
  [
    '5(?:(?:18|4[0679]|5[03])\\d|2(?:[0-25-79]\\d|3[1-578]|4[02-46-8]|8[0235-9])|3(?:[0-47]\\d|5[02-9]|6[02-8]|8[014-9]|9[3-9])|92[49])',
    '6(?:[0-79]\\d|8[0-247-9])\\d',
    '7(?:[016-8]\\d|2[0-8]|3[01]|5[0-5])\\d',
    '8[09]\\d\\d',
  ].join('|'),
);

const given = Uint8Array.from({ length: 10_000 }, (_, first) =>
  first >= 5000 && first < 9000 && ranges.test(String(first)) ? 1 : 0,
);

/** True for the first four of nine national digits (without the 0) that are of a range given out. */
export const isGivenOut = (first: number): boolean => given[first] === 1;
