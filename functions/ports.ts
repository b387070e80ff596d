/** What the use cases need from outside, besides the ledger and the channels. */
import type { Source } from '../sources/contract.ts';
import type { Configuration, Target } from './configuration.ts';

/** Gives the source behind a target. Sources live as long as the process and are shared. */
export type OpenSource = (target: Target) => Source;

/** The configured target that a store came from: the longest whose URI the store's begins with. Throws if there is none. */
export function targetOf(configuration: Configuration, store: string): Target {
  const holds = ({ uri }: Target) => store === uri || store.startsWith(uri.endsWith('/') ? uri : `${uri}/`);
  const target = configuration.targets.filter(holds).toSorted((a, b) => b.uri.length - a.uri.length)[0];
  if (!target) throw new Error(`Cannot open ${store}: no configured target holds it; add one to the configuration`);
  return target;
}
