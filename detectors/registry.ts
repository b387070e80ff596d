/** Every detector, in the order of the catalogue: one import and one line each. */
import type { Detector } from './define.ts';
import { birthDate } from './global/birth-date.ts';
import { email } from './global/email.ts';
import { iban } from './global/iban.ts';
import { phone } from './global/phone.ts';
import { cin } from './ma/cin.ts';
import { ice } from './ma/ice.ts';
import { rib } from './ma/rib.ts';

export const registry: readonly Detector[] = [cin, rib, ice, birthDate, email, phone, iban];
