/** What assessing a store needs from outside. */
import type { Scanner } from '../../detectors/contract.ts';
import type { Clock } from '../../findings/clock.ts';
import type { Ledger } from '../../ledger/contract.ts';

export interface AssessPorts {
  readonly ledger: Ledger;
  readonly scanner: Scanner;
  readonly key: Uint8Array;
  readonly clock: Clock;
}
