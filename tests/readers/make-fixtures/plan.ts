/** What the plans of the fixtures share. */
import { execFileSync } from 'node:child_process';
import type { Expectation, Planted } from '../fixture.ts';

/** A fixture to be written: its content, and what must be found in it. */
export interface FixturePlan extends Expectation {
  readonly name: string;
  /** Made when it is wanted, where that takes long. */
  readonly content: Uint8Array | string | (() => Uint8Array);
}

export type PlantedPlace = Omit<Planted, 'value' | 'detector'>;

/** A mail address of nobody; each place has its own. */
export const mail = (name: string, place: PlantedPlace = {}): Planted => ({
  value: `${name}@exemple.ma`,
  detector: 'global/email',
  ...place,
});

/** Line and column of a value that stands in a text once, counted here and not by the readers. */
function lineOf(text: string, value: string): PlantedPlace {
  const at = text.indexOf(value);
  if (at === -1 || text.includes(value, at + 1)) throw new Error(`${value} does not stand in its text once`);
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 };
}

/** A mail address that stands in a text once. */
export const mailIn = (text: string, name: string, place: PlantedPlace = {}): Planted =>
  mail(name, { ...lineOf(text, `${name}@exemple.ma`), ...place });
/** A plate with an Arabic letter: its value shows that letters were decoded. */
export const plateIn = (text: string, value: string, place: PlantedPlace = {}): Planted => ({
  value,
  detector: 'ma/plate',
  ...lineOf(text, value),
  ...place,
});

export const nameIn = (text: string, value: string, place: PlantedPlace = {}): Planted => ({
  value,
  detector: 'global/person-name',
  ...lineOf(text, value),
  ...place,
});

/** Runs a Python program that is given `input` and writes bytes. */
export function python(program: string, input: string | Uint8Array = ''): Buffer {
  return execFileSync('python3', ['-c', program], { input, maxBuffer: 64 * 1024 * 1024 });
}
