/** The 67 articles of Law 09-08: what each is about, how it is divided, and where we encode it. */
import type { Article } from './article.ts';
import { lastArticles } from './articles-27-67.ts';
import { firstArticles } from './articles-1-26.ts';

export { lawVersion } from './law-version.ts';

/** By number, 1 to 67. */
export const articles: Readonly<Record<number, Article>> = { ...firstArticles, ...lastArticles };

/** True if the law has this article and this part of it: `12(1)(e)`, `43`, `15(f)`. */
export function articleExists(reference: string): boolean {
  const found = /^(\d{1,2})(.*)$/.exec(reference);
  const article = found === null ? undefined : articles[Number(found[1])];
  if (article === undefined || found === null) return false;
  return found[2] === '' || article.parts.includes(found[2] ?? '');
}
