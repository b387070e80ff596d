/** AWS region → State that hosts it. A Wavelength zone keeps its data services in the parent region. */
import type { Sourced } from './law-version.ts';

export const regionsSource: Sourced = {
  source: 'AWS region list and SDK partitions',
  validFrom: '2026-11-01',
  validTo: null,
  confidence: 'verified',
};

const states: Readonly<Record<string, string>> = {
  'af-south-1': 'ZA',
  'ap-east-1': 'HK',
  'ap-east-2': 'TW',
  'ap-northeast-1': 'JP',
  'ap-northeast-2': 'KR',
  'ap-northeast-3': 'JP',
  'ap-south-1': 'IN',
  'ap-south-2': 'IN',
  'ap-southeast-1': 'SG',
  'ap-southeast-2': 'AU',
  'ap-southeast-3': 'ID',
  'ap-southeast-4': 'AU',
  'ap-southeast-5': 'MY',
  'ap-southeast-6': 'NZ',
  'ap-southeast-7': 'TH',
  'ca-central-1': 'CA',
  'ca-west-1': 'CA',
  'eu-central-1': 'DE',
  'eu-central-2': 'CH',
  'eu-north-1': 'SE',
  'eu-south-1': 'IT',
  'eu-south-2': 'ES',
  'eu-west-1': 'IE',
  'eu-west-2': 'GB',
  'eu-west-3': 'FR',
  'eusc-de-east-1': 'DE',
  'il-central-1': 'IL',
  'me-central-1': 'AE',
  'me-south-1': 'BH',
  'mx-central-1': 'MX',
  'sa-east-1': 'BR',
  'us-east-1': 'US',
  'us-east-2': 'US',
  'us-west-1': 'US',
  'us-west-2': 'US',
};

/** Prefixes of whole partitions whose every region lies in one State. */
const partitions: readonly (readonly [prefix: string, state: string])[] = [
  ['us-gov-', 'US'],
  ['cn-', 'CN'],
];

/** Announced regions: known by name, not yet sure to exist as such. They answer "unknown" (IC-35). */
export const announcedRegions = ['me-west-1', 'sa-west-1'] as const;

/** The State (ISO 3166-1 alpha-2) that hosts an AWS region, or null where we do not know: it is then asked for (IC-35). */
export function stateOfRegion(region: string | null): string | null {
  if (region === null) return null;
  return states[region] ?? partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? null;
}
