import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScanner } from '../../detectors/scanner.ts';
import { readName } from '../../findings/names.ts';

const scanner = createScanner();
const key = new Uint8Array(32);

describe('readName', () => {
  for (const [name, shown, why] of [
    ['rapports/2025/budget.csv', 'rapports/2025/budget.csv', 'nothing in it'],
    ['maladies.csv', 'maladies.csv', 'a term says what a file is about, not who has it'],
    ['CIN AB123456', 'CIN AB••••56', 'a column'],
    ['usagers/AB123456/scan.pdf', 'usagers/AB••••56/scan.pdf', 'a folder'],
    ['scan_AB123456.pdf', 'scan_AB••••56.pdf', 'between an underscore and an extension'],
    ['a.b1@gmx.net', '••••••••••et', 'a JSON key'],
    ['lettre de a.b1@gmx.net.csv', 'lettre de ••••••••••et.csv', 'an extension is no part of a domain'],
    ['lettre de a.b1@gmx.net.csv.gz', 'lettre de ••••••••••et.csv.gz', 'nor are two of them'],
    ['outer.zip!/a.b1@gmx.net.csv', 'outer.zip!/••••••••••et.csv', 'a member of an archive'],
    ['AB123456_a.b1@gmx.net', '•••••••••••••••••••et', 'a value may hold another'],
    ['a_b1@gmx.net', '••••••••••et', 'an underscore inside a value'],
  ] as const) {
    it(`shows ${JSON.stringify(name)} as ${JSON.stringify(shown)}: ${why}`, () => {
      const reading = readName(scanner, key, name);
      assert.equal(reading.shown, shown);
      assert.equal('plain' in reading.sealed, shown === name);
      assert.equal(reading.matches.length > 0, shown !== name);
    });
  }
});
