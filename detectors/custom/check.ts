/** Reads a file of custom detectors and allow lists: all of it holds, or every fault is said with its line and what to do. */
import type { AllowPlace, AllowRule, Custom, Scanner } from '../contract.ts';
import type { ValueDetector } from '../define.ts';
import { createCustomScanner } from '../scanner.ts';
import { findPrefixes, type Prefix } from './anchor.ts';
import { makeCustomDetector } from './detector.ts';
import { checkExamples } from './examples.ts';
import { compileGlob } from './glob.ts';
import { compileMatcher, type Matcher } from './matcher.ts';
import { parsePattern } from './parse-pattern.ts';
import { fixedCharacters, lengthsOf, type Pattern, PatternError } from './pattern.ts';
import { customFileSchema, type AllowEntry, type DetectorEntry } from './schema.ts';
import { inOrder, readFile, type CustomIssue, type Located, type Path } from './source.ts';
import { validators } from './validators.ts';

export type { CustomIssue } from './source.ts';

export interface CustomCheck {
  /** null if there is an issue. */
  readonly custom: Custom | null;
  /** Scanner with these and with the product's own detectors; null if there is an issue. */
  readonly scanner: Scanner | null;
  /** In the order of the file. */
  readonly issues: readonly CustomIssue[];
}

/** Longest value of a custom detector, in characters: with its context it must fit what the pass reads around a border. */
const longestValue = 128;
/** Letters or signs that a value must have in the same form before it is believed alone. */
const tellingCharacters = 3;

type Report = (path: Path, text: string) => void;

/** Compiles a pattern; what is wrong with it is reported at its place. */
function readPattern(
  source: string,
  path: Path,
  report: Report,
): { readonly pattern: Pattern; readonly matcher: Matcher } | null {
  try {
    const pattern = parsePattern(source);
    return { pattern, matcher: compileMatcher(pattern) };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    report(path, error.message);
    return null;
  }
}

/** What keeps a pattern from being looked for, as a sentence; null where nothing does. */
function refusePattern(entry: DetectorEntry, pattern: Pattern, prefixes: readonly Prefix[] | null): string | null {
  const [least, most] = lengthsOf(pattern);
  if (least === 0) return 'the pattern also fits no text at all; make one of its parts obligatory';
  if (most > longestValue) {
    return `the pattern has no end or one beyond ${longestValue} characters; write \`{1,20}\` for \`+\` and \`{0,20}\` for \`*\``;
  }
  if (prefixes === null && entry.context.length === 0 && entry.columns.length === 0) {
    return (
      'the pattern begins with what stands on every line, so it cannot be looked for by itself; begin it with three fixed ' +
      'characters or six digits, or add `context` words or `columns`: it is then looked for behind and in those'
    );
  }
  return null;
}

function refuseAlone(entry: DetectorEntry, pattern: Pattern, prefixes: readonly Prefix[] | null): string | null {
  const asked = entry.alone ?? 'nothing';
  if (asked === 'nothing') return null;
  if (prefixes === null)
    return '`alone` asks for values that nothing else speaks for, which this pattern fits on every line; leave it out';
  if (asked === 'low' || fixedCharacters(pattern) >= tellingCharacters || validators[entry.validator].checksum !== null)
    return null;
  return `a value with fewer than ${tellingCharacters} fixed characters and no check by 97 cannot be sure alone; use \`alone: low\``;
}

function readDetector(entry: DetectorEntry, path: Path, report: Report): ValueDetector | null {
  const read = readPattern(entry.pattern, [...path, 'pattern'], report);
  if (read === null) return null;
  const prefixes = findPrefixes(read.pattern);
  const refused = refusePattern(entry, read.pattern, prefixes);
  if (refused !== null) report([...path, 'pattern'], refused);
  const unsure = refuseAlone(entry, read.pattern, prefixes);
  if (unsure !== null) report([...path, 'alone'], unsure);
  if (refused !== null || unsure !== null) return null;
  const alone = entry.alone ?? (prefixes === null ? 'nothing' : 'low');
  return makeCustomDetector({ ...entry, alone }, read.matcher, prefixes ?? []);
}

/** Whether a place is the one an entry names: the object below its store, or with the store's URI before it; then the field. */
function readPlace(text: string, path: Path, report: Report): AllowRule['isAt'] {
  const at = text.lastIndexOf('#');
  const objectText = at < 0 ? text : text.slice(0, at) || '**';
  try {
    const object = compileGlob(objectText);
    const field = at < 0 ? null : compileGlob(text.slice(at + 1));
    const nameOf = ({ store, object: name }: AllowPlace): string => {
      if (!objectText.includes('://')) return name;
      return name === '' ? store : `${store}/${name}`;
    };
    return (place) => {
      if (field !== null && (place.field === null || !field.covers(place.field))) return false;
      return objectText === '**' || object.covers(nameOf(place));
    };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    report(path, 'the path has too many wildcards to be decided at once; name more of it');
    return null;
  }
}

function readAllow(entry: AllowEntry, path: Path, report: Report): AllowRule | null {
  const read = entry.pattern === undefined ? null : readPattern(entry.pattern, [...path, 'pattern'], report);
  if (entry.pattern !== undefined && read === null) return null;
  const isAt = entry.path === undefined ? null : readPlace(entry.path, [...path, 'path'], report);
  return {
    reason: entry.reason,
    detectors: entry.detectors ?? null,
    pattern: entry.pattern ?? null,
    covers: read === null ? null : (value) => read.matcher.covers(value),
    path: entry.path ?? null,
    isAt,
    fingerprints: entry.fingerprints ?? null,
  };
}

function reportTwins(entries: readonly DetectorEntry[], report: Report): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) report(['detectors', index, 'id'], `${id} is there twice; give each detector a name of its own`);
    seen.add(id);
  }
}

function reportUnknown(
  { detectors, allow }: { readonly detectors: readonly DetectorEntry[]; readonly allow: readonly AllowEntry[] },
  report: Report,
): void {
  const own = new Set<string>(detectors.map(({ id }) => id));
  for (const [index, entry] of allow.entries()) {
    for (const [at, id] of (entry.detectors ?? []).entries()) {
      if (id.startsWith('custom/') && !own.has(id))
        report(['allow', index, 'detectors', at], `${id} is no detector of this file`);
    }
  }
}

/** What the file says, once its shape is right. */
function readEntries(file: Located, isTried: boolean): CustomCheck {
  const issues: CustomIssue[] = [];
  const { entries } = file;
  const report: Report = (path, text) => {
    const [list, index] = path;
    const owner = list === 'detectors' && typeof index === 'number' ? `${entries.detectors[index]?.id}: ` : '';
    issues.push({ ...file.locate(path), text: `${text.startsWith('custom/') ? '' : owner}${text}` });
  };
  reportTwins(entries.detectors, report);
  reportUnknown(entries, report);
  const detectors = entries.detectors.map((entry, index) => readDetector(entry, ['detectors', index], report));
  const allow = entries.allow.map((entry, index) => readAllow(entry, ['allow', index], report));
  const custom = { detectors: detectors.filter((one) => one !== null), allow: allow.filter((one) => one !== null) };
  const scanner = createCustomScanner(custom);
  if (issues.length === 0 && isTried) {
    for (const [index, detector] of custom.detectors.entries()) {
      checkExamples(entries.detectors[index] as DetectorEntry, detector, scanner, (key, at, text) =>
        report(['detectors', index, key, at], text),
      );
    }
  }
  return issues.length === 0 ? { custom, scanner, issues } : { ...refused, issues: inOrder(issues) };
}

const refused = { custom: null, scanner: null } as const;

/**
 * Reads the YAML text of such a file and tries every example and counter-example. `tries: false` leaves the trying out, for a text
 * that was tried before it was deployed.
 */
export function checkCustom(yamlText: string, options: { readonly tries?: boolean } = {}): CustomCheck {
  const file = readFile(yamlText, customFileSchema);
  return Array.isArray(file) ? { ...refused, issues: file } : readEntries(file as Located, options.tries !== false);
}
