/** Is an entry of the register complete under Art. 15? Each missing item is named by its letter. */
import type { Controller, Formality, Treatment } from './register.ts';

export const entryItems = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;
export type EntryItem = (typeof entryItems)[number];

/** One key that an item of Art. 15 needs and that is not there. */
export interface MissingItem {
  readonly item: EntryItem;
  /** Path below the treatment (`purposes`), or below the controller (`controller.address`). */
  readonly path: string;
}

/** Measures of Art. 24(1), asked of controllers of sensitive or health data. */
export const art24Measures = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

const none = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0;

/** A list that may be empty (`[]` says "none"), but must be stated. */
const unstated = (list: readonly unknown[] | undefined) => list === undefined;

interface ItemRule {
  readonly item: EntryItem;
  readonly path: string;
  readonly missing: (treatment: Treatment, controller: Controller) => boolean;
}

const needsRepresentative = ({ country, establishedInMorocco, representative }: Controller) =>
  country !== undefined && country !== 'MA' && establishedInMorocco !== true && representative === undefined;

const rules: readonly ItemRule[] = [
  { item: 'a', path: 'controller.address', missing: (_, { address }) => address === undefined },
  { item: 'a', path: 'controller.representative', missing: (_, controller) => needsRepresentative(controller) },
  { item: 'b', path: 'characteristics', missing: ({ characteristics }) => characteristics === undefined },
  { item: 'b', path: 'purposes', missing: ({ purposes }) => none(purposes) },
  { item: 'c', path: 'dataSubjects', missing: ({ dataSubjects }) => none(dataSubjects) },
  { item: 'c', path: 'dataCategories', missing: ({ dataCategories, otherData }) => none(dataCategories) && none(otherData) },
  { item: 'd', path: 'recipients', missing: ({ recipients }) => unstated(recipients) },
  { item: 'e', path: 'transfers', missing: ({ transfers }) => unstated(transfers) },
  { item: 'f', path: 'retention.period', missing: ({ retention }) => retention?.period === undefined },
  { item: 'g', path: 'rightsContact', missing: ({ rightsContact }) => rightsContact === undefined },
  { item: 'g', path: 'rightsMeasures', missing: ({ rightsMeasures }) => rightsMeasures === undefined },
  { item: 'h', path: 'security.general', missing: ({ security }) => security?.general === undefined },
  { item: 'i', path: 'interconnections', missing: ({ interconnections }) => unstated(interconnections) },
  { item: 'i', path: 'cessions', missing: ({ cessions }) => unstated(cessions) },
  { item: 'i', path: 'processors', missing: ({ processors }) => unstated(processors) },
];

/** Items that a simplified declaration asks for (Art. 16). */
const simplifiedItems: ReadonlySet<EntryItem> = new Set(['b', 'c', 'd', 'e', 'f']);

/** What is missing for the formality the law asks for; nothing for one that needs no entry. An empty list says "none"; an absent one says nothing. */
export function missingItems(treatment: Treatment, controller: Controller, formality: Formality): readonly MissingItem[] {
  if (formality === 'out-of-scope' || formality === 'special-text' || formality === 'exempt') return [];
  return rules
    .filter(({ item }) => formality !== 'simplified-declaration' || simplifiedItems.has(item))
    .filter(({ missing }) => missing(treatment, controller))
    .map(({ item, path }) => ({ item, path }));
}

/** Letters of Art. 24(1) for which no measure is described. */
export function missingArt24({ security }: Treatment): readonly string[] {
  return art24Measures.filter((letter) => security?.art24?.[letter] === undefined);
}
