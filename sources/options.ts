/** How a source gets at its stores, beside the URI. */

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** A role of another account, with the external id that its trust policy asks for. */
export interface Role {
  readonly arn: string;
  readonly externalId: string;
}

/** `prefer` encrypts where the server can, `require` insists, `verify-full` also checks the certificate and its host. */
export const tlsModes = ['disable', 'prefer', 'require', 'verify-full'] as const;
export type TlsMode = (typeof tlsModes)[number];

export interface SourceOptions {
  /** User and password of a database; null or absent = from `secret`, else from the environment (PGUSER, PGPASSWORD). */
  readonly credentials?: Credentials | null | undefined;
  /** ARN or name of a Secrets Manager secret: JSON with `username`, `password` and perhaps `port`. */
  readonly secret?: string | null | undefined;
  /** TCP port of a database; null or absent = that of the secret, of the environment (PGPORT), or the usual one. It is no part of a store's URI. */
  readonly port?: number | null | undefined;
  /** Role to assume for a bucket or table of another account. */
  readonly role?: Role | null | undefined;
  /** null or absent = PGSSLMODE, else `prefer`. */
  readonly tls?: TlsMode | null | undefined;
}

/** A target as somebody typed it, taken apart. */
export interface ParsedTarget {
  readonly scheme: string;
  /** Canonical, without credentials, port and options. `dynamodb://table` becomes canonical only in the stores it expands to. */
  readonly uri: string;
  readonly credentials: Credentials | null;
  readonly port: number | null;
  readonly tls: TlsMode | null;
}
