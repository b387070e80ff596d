/** A store: a place that holds data. Its URI is canonical, without credentials and without aliases. */

/** What configuration says of a store's protection. null = the source did not answer: unknown, never assumed good or bad. */
export interface Posture {
  readonly encryption: 'none' | 'service-key' | 'customer-key' | null;
  readonly publicAccess: boolean | null;
  readonly versioning: boolean | null;
  readonly logging: boolean | null;
  /** Days after which the store itself removes data (lifecycle rule, TTL); null = no such rule or unknown. */
  readonly expiresAfterDays: number | null;
}

export interface Store {
  /** `s3://bucket/prefix`, `dynamodb://account/region/table`, `postgresql://host/database/schema/table`, `file:///path`. */
  readonly uri: string;
  readonly account: string | null;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2 of the State that hosts the store, from the region or declared by configuration; null = unknown. */
  readonly hostingState: string | null;
  readonly posture: Posture;
}

/** One thing to read in a store: a file, or a whole table (of which `part` may be one segment). */
export interface ObjectRef {
  /** Key, file path below the store, or '' for the whole table. May itself be personal data: see `names.ts`. */
  readonly name: string;
  /** ETag, version id or other mark that changes with the content; null where the store has none. */
  readonly version: string | null;
  readonly sizeBytes: number | null;
  /** UTC ISO 8601. */
  readonly modifiedAt: string | null;
  /** Which segment of the object this is; null = all of it. */
  readonly part: { readonly index: number; readonly of: number } | null;
}
