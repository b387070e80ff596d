/**
 * Codes of Moroccan banks, the first three digits of a RIB. Compiled in 2026 from published account numbers and from what
 * several independent programs agree on: Bank Al-Maghrib, Attijariwafa, Bank of Africa, BMCI, Crédit du Maroc, Société
 * Générale (Saham), Citibank, Banque Populaire and its regional banks, Crédit Agricole, CIH, Trésorerie Générale, Al Barid.
 * A code that is not here only costs confidence.
 */
export const bankCodes: ReadonlySet<number> = new Set([1, 7, 11, 13, 21, 22, 28, 101, 127, 145, 157, 190, 225, 230, 310, 350]);
