/** The version of a set of detectors: raised by hand for rules in code, by itself for everything that is data. */
import { bankCodes } from './data/bank-codes.ts';
import { cinPrefixes, lookAlikePrefixes } from './data/cin-prefixes.ts';
import { countryDomains, genericDomains } from './data/domain-endings.ts';
import { ibanLengths } from './data/iban-lengths.ts';
import { monthNames } from './data/months.ts';
import { familyNames, givenNames, notPersons, wordNames } from './data/names.ts';
import { names, persons, streets } from './data/persons.ts';
import { topics } from './data/topics.ts';
import { townsAr, townsFr } from './data/towns.ts';
import type { AllowRule } from './contract.ts';
import type { Detector } from './define.ts';

/** Raise with every change to a check, to the engine or to how evidence is weighed. */
const rules = 3;

/** FNV-1a, 32 bits. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** `rules.digest`: changes with the rules' number or with any term, anchor, field name, table or entry of an allow list. */
export function versionOf(detectors: readonly Detector[], allow: readonly AllowRule[] = []): string {
  const lists = [familyNames, givenNames, notPersons, wordNames, townsAr, townsFr];
  const tables = [bankCodes, cinPrefixes, lookAlikePrefixes, countryDomains, genericDomains, ibanLengths].map((table) =>
    Array.from<unknown>(table),
  );
  return `${rules}.${digest(JSON.stringify([detectors, tables, monthNames, persons, names, streets, topics, lists, ...allow]))}`;
}
