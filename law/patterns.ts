/** Which treatment of the register claims a store, or a field of it. */
import type { Register, Treatment } from './register.ts';

/** One pattern of one treatment, compiled. */
interface Claim {
  readonly treatment: Treatment;
  readonly pattern: string;
  /** Characters before the first wildcard: the key of the index. */
  readonly prefix: string;
  readonly matches: RegExp | null;
  readonly field: RegExp | null;
  /** Higher = more specific: literal characters, then fewer wildcards. */
  readonly weight: number;
  /** Position in the register. */
  readonly order: number;
}

interface ClaimIndex {
  readonly byPrefix: ReadonlyMap<string, readonly Claim[]>;
  readonly prefixLengths: readonly number[];
}

/** A treatment's share of a store: the fields it claims; `whole` if it claims everything no other does. */
export interface TreatmentMatch {
  readonly treatment: Treatment;
  readonly pattern: string;
  readonly whole: boolean;
  readonly fields: readonly (string | null)[];
  /** Treatments that claim the same with an equally specific pattern, later in the register. */
  readonly rivals: readonly Treatment[];
}

export interface StoreMatch {
  readonly treatments: readonly TreatmentMatch[];
  /** Fields that no treatment claims. */
  readonly unclaimed: readonly (string | null)[];
}

const escape = (literal: string) => literal.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** `**` crosses slashes, `*` and `?` do not; a final `/**` also means the store itself. */
function compileGlob(glob: string): RegExp {
  const tail = glob.endsWith('/**');
  const body = (tail ? glob.slice(0, -3) : glob)
    .split(/(\*\*|\*|\?)/)
    .map((piece) => ({ '**': '.*', '*': '[^/]*', '?': '[^/]' })[piece] ?? escape(piece))
    .join('');
  return new RegExp(`^${body}${tail ? '(?:/.*)?' : ''}$`, 'u');
}

const splitField = (pattern: string): readonly [uri: string, field: string | null] => {
  const at = pattern.lastIndexOf('#');
  return at < 0 ? [pattern, null] : [pattern.slice(0, at), pattern.slice(at + 1)];
};

const trimSlash = (uri: string) => (uri.endsWith('/') && !uri.endsWith('://') ? uri.slice(0, -1) : uri);

function compileClaim(treatment: Treatment, pattern: string, order: number): Claim {
  const [rawUri, field] = splitField(pattern);
  const uri = trimSlash(rawUri);
  const wildcard = uri.search(/[*?]/);
  const literals = uri.replace(/[*?]/g, '').length;
  const wildcards = (uri.match(/\*\*|\*|\?/g) ?? []).length;
  const open = wildcard < 0 ? uri : uri.slice(0, wildcard);
  return {
    treatment,
    pattern,
    // `a/**` claims `a` too, so its key may not hold the slash.
    prefix: uri.endsWith('/**') && wildcard === uri.length - 2 ? open.slice(0, -1) : open,
    matches: wildcard < 0 ? null : compileGlob(uri),
    field: field === null ? null : compileGlob(field),
    weight: (field === null ? 0 : 1_000_000) + literals * 100 - wildcards,
    order,
  };
}

const indexes = new WeakMap<Register, ClaimIndex>();

function indexOf(register: Register): ClaimIndex {
  const known = indexes.get(register);
  if (known !== undefined) return known;
  const byPrefix = new Map<string, Claim[]>();
  register.treatments.forEach((treatment, order) => {
    for (const pattern of treatment.stores ?? []) {
      const claim = compileClaim(treatment, pattern, order);
      const bucket = byPrefix.get(claim.prefix);
      if (bucket === undefined) byPrefix.set(claim.prefix, [claim]);
      else bucket.push(claim);
    }
  });
  const prefixLengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))];
  const index = { byPrefix, prefixLengths };
  indexes.set(register, index);
  return index;
}

/** Claims on a store, the most specific first, then in the order of the register. */
function claimsOn(register: Register, uri: string): readonly Claim[] {
  const { byPrefix, prefixLengths } = indexOf(register);
  const target = trimSlash(uri);
  const claims: Claim[] = [];
  for (const length of prefixLengths) {
    if (length > target.length) continue;
    for (const claim of byPrefix.get(target.slice(0, length)) ?? []) {
      if (claim.matches === null ? claim.prefix === target : claim.matches.test(target)) claims.push(claim);
    }
  }
  return claims.toSorted((a, b) => b.weight - a.weight || a.order - b.order);
}

/**
 * Shares the fields of a store out among the treatments that claim it. A pattern with `#field` wins over one without; then
 * the more specific URI; then the earlier treatment. Fields are those seen in the store (null = running text).
 */
export function matchTreatments(register: Register, uri: string, fields: readonly (string | null)[]): StoreMatch {
  const claims = claimsOn(register, uri);
  const whole = claims.find((claim) => claim.field === null);
  const shares = new Map<string, { claim: Claim; fields: (string | null)[]; rivals: Set<Treatment> }>();
  const shareOf = (claim: Claim) => {
    const known = shares.get(claim.treatment.id);
    if (known !== undefined) return known;
    const share = { claim, fields: [], rivals: new Set<Treatment>() };
    shares.set(claim.treatment.id, share);
    return share;
  };
  const noteRivals = (winner: Claim, candidates: readonly Claim[]) => {
    for (const claim of candidates) {
      if (claim.treatment !== winner.treatment && claim.weight === winner.weight) shareOf(winner).rivals.add(claim.treatment);
    }
  };
  if (whole !== undefined) {
    shareOf(whole);
    noteRivals(
      whole,
      claims.filter((claim) => claim.field === null),
    );
  }
  const unclaimed: (string | null)[] = [];
  for (const field of fields) {
    const candidates = claims.filter((claim) => claim.field === null || (field !== null && claim.field.test(field)));
    const winner = candidates[0];
    if (winner === undefined) unclaimed.push(field);
    else {
      shareOf(winner).fields.push(field);
      noteRivals(winner, candidates);
    }
  }
  const treatments = [...shares.values()].map((share) => ({
    treatment: share.claim.treatment,
    pattern: share.claim.pattern,
    whole: share.claim.treatment === whole?.treatment,
    fields: share.fields,
    rivals: [...share.rivals],
  }));
  return { treatments, unclaimed };
}

const compiled = new Map<string, RegExp>();

/** Would this register pattern (with or without `#field`) claim anything in the store? Used to find the stores to assess anew. */
export function patternTouches(pattern: string, uri: string): boolean {
  let glob = compiled.get(pattern);
  if (glob === undefined) {
    glob = compileGlob(trimSlash(splitField(pattern)[0]));
    if (compiled.size > 10_000) compiled.clear();
    compiled.set(pattern, glob);
  }
  return glob.test(trimSlash(uri));
}
