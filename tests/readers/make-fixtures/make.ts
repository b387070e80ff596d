/**
 * Writes `tests/readers/fixtures/` anew: `node tests/readers/make-fixtures/make.ts`, or with names to write only those. Needs Python 3,
 * LibreOffice (calc, writer, impress) and 7-Zip on the machine: files of other people's programs say more than ours. The tests need none of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectationOf } from '../fixture.ts';
import type { FixturePlan } from './plan.ts';
import { containerPlans } from './containers.ts';
import { documentPlans } from './documents.ts';
import { textPlans } from './texts.ts';

const folder = join(import.meta.dirname, '../fixtures');
const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const plans: readonly FixturePlan[] = [...textPlans, ...documentPlans, ...containerPlans];
for (const { name, content, ...expectation } of plans) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  writeFileSync(join(folder, name), typeof content === 'function' ? content() : content);
  writeFileSync(join(folder, expectationOf(name)), `${JSON.stringify(expectation, null, 2)}\n`);
}
