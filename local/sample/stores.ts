/** The stores of the sample organisation: their URIs, and what each bucket says of its own protection. */
import type { BucketDescription } from '../emulators/buckets.ts';

/** The account and region that the local deployment stands in. Paris hosts what is not said to lie elsewhere. */
export const account = '000000000000';
export const region = 'eu-west-3';
export const database = 'portail';
export const newsletterTable = 'dmre-newsletter';

export const stores = {
  accounts: `postgresql://127.0.0.1/${database}/public/comptes`,
  countries: `postgresql://127.0.0.1/${database}/public/pays`,
  newsletter: `dynamodb://${account}/${region}/${newsletterTable}`,
  cinExport: 's3://dmre-exports',
  staff: 's3://dmre-personnel',
  socialAid: 's3://dmre-aide-sociale',
  signUpLogs: 's3://dmre-journaux-portail',
  letters: 's3://dmre-courrier',
  publications: 's3://dmre-publications',
  archives: 's3://dmre-archives',
} as const;

export type StoreName = keyof typeof stores;
export type BucketStore = Exclude<StoreName, 'accounts' | 'countries' | 'newsletter'>;

const protectedBucket: BucketDescription = {
  region,
  encryption: 'customer-key',
  access: 'blocked',
  versioning: true,
  logging: true,
  expiresAfterDays: null,
};

/** By store, what the endpoint in front of the emulator answers when the bucket is asked about itself. */
export const bucketDescriptions: Readonly<Record<BucketStore, BucketDescription>> = {
  cinExport: protectedBucket,
  staff: { ...protectedBucket, logging: false },
  socialAid: { ...protectedBucket, region: 'eu-west-1', access: 'public-policy', encryption: 'none' },
  signUpLogs: { ...protectedBucket, region: 'me-south-1' },
  letters: protectedBucket,
  publications: { ...protectedBucket, access: 'public-policy', encryption: 'service-key' },
  archives: protectedBucket,
};

/** Name of the bucket of a store. */
export function bucketOf(store: BucketStore): string {
  return stores[store].slice('s3://'.length);
}
