/** All cases of the law, theme by theme. */
import type { Row } from './case.ts';
import { basis } from './basis.ts';
import { commission } from './commission.ts';
import { formalities } from './formalities.ts';
import { genetic } from './genetic.ts';
import { healthCases } from './health.ts';
import { identityCard } from './identity-card.ts';
import { offences } from './offences.ts';
import { others } from './others.ts';
import { rights } from './rights.ts';
import { scope } from './scope.ts';
import { security } from './security.ts';
import { sensitive } from './sensitive.ts';
import { transfers } from './transfers.ts';
import { triggers } from './triggers.ts';

export const rows: readonly Row[] = [
  ...scope,
  ...identityCard,
  ...sensitive,
  ...healthCases,
  ...genetic,
  ...offences,
  ...triggers,
  ...formalities,
  ...basis,
  ...rights,
  ...security,
  ...transfers,
  ...commission,
  ...others,
];
