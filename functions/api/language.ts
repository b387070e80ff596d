import { languages, type Language } from '../../law/contract.ts';

/** The language of ours that `Accept-Language` (RFC 9110, 12.5.4) likes best; English where it names none of them. */
export function chooseLanguage(header: string | null): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { language: tag.split('-')[0], quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { language } of wishes) {
    const known = languages.find((ours) => ours === language);
    if (known) return known;
  }
  return 'en';
}
