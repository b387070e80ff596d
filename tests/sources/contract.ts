import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { ObjectRef, Store } from '../../findings/store.ts';
import type { SkipReason } from '../../readers/contract.ts';
import { type Content, type Source, SourceError, type Unreadable } from '../../sources/contract.ts';

/** A store filled for the suite, and how to change it behind the source's back. */
export interface Fixture {
  readonly source: Source;
  /** Expands to exactly one store. */
  readonly target: string;
  readonly uri: string;
  /** Lines or records by object name; for records as `path=text` joined by tabs. Parts of one object are put together, the order of its records does not count. */
  readonly contents: ReadonlyMap<string, readonly string[]>;
  /** Objects that cannot be read, whether the listing or the opening says so. */
  readonly unreadable?: ReadonlyMap<string, SkipReason>;
  /** Changes the object's content; absent where objects have no version. */
  readonly change?: (name: string) => Promise<void>;
  /** Deletes the object. */
  readonly remove: (name: string) => Promise<void>;
  /** A target of the same kind that is not there. */
  readonly missing: string;
  /** A source that cannot reach its server, and what must not be read in its error. */
  readonly unreachable?: { readonly source: Source; readonly target: string; readonly secrets: readonly string[] };
  readonly stop: () => Promise<void>;
}

export const whole = { rows: null, seed: 0 };

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const isUnreadable = (one: ObjectRef | Content | Unreadable): one is Unreadable => 'reason' in one;

/** The lines of bytes, or the records, of an opened object. */
export async function linesOf(content: Content): Promise<string[]> {
  if (content.kind === 'records') {
    return (await collect(content.records)).map((record) => record.map(([path, text]) => `${path}=${text}`).join('\t'));
  }
  const bytes = Buffer.concat(await collect(content.source.stream()));
  return bytes.length === 0 ? [] : bytes.toString('utf8').split('\n');
}

export async function openContent(source: Source, store: Store, object: ObjectRef): Promise<Content> {
  const content = await source.open(store, object, whole);
  assert.ok(!isUnreadable(content), `${object.name} opens`);
  return content;
}

/** What every source must do, on a store that `prepare` fills. */
export function testSource(name: string, prepare: () => Promise<Fixture>): void {
  describe(`${name} keeps the contract of a source`, () => {
    let fixture: Fixture;
    let store: Store;
    before(async () => {
      fixture = await prepare();
      const stores = await collect(fixture.source.stores(fixture.target));
      assert.equal(stores.length, 1);
      store = stores[0] as Store;
    });
    after(async () => {
      await fixture.source.close();
      await fixture.stop();
    });

    test('a target expands to its store, and the URI of the store to itself', async () => {
      assert.equal(store.uri, fixture.uri);
      assert.deepEqual(await collect(fixture.source.stores(store.uri)), [store]);
      assert.deepEqual(Object.keys(store).toSorted(), ['account', 'hostingState', 'posture', 'region', 'uri']);
      assert.deepEqual(Object.keys(store.posture).toSorted(), [
        'encryption',
        'expiresAfterDays',
        'logging',
        'publicAccess',
        'versioning',
      ]);
    });

    test('listing twice gives the same, in the same order', async () => {
      const first = await collect(fixture.source.objects(store));
      assert.deepEqual(await collect(fixture.source.objects(store)), first);
      assert.ok(first.length > 0);
    });

    test('everything is listed once: contents as they are, the rest with its reason', async () => {
      const contents = new Map<string, string[]>();
      const reasons = new Map<string, SkipReason>();
      for (const listed of await collect(fixture.source.objects(store))) {
        const opened = isUnreadable(listed) ? listed : await fixture.source.open(store, listed, whole);
        if (isUnreadable(opened)) reasons.set(opened.object?.name ?? '', opened.reason);
        else contents.set(nameOf(listed), [...(contents.get(nameOf(listed)) ?? []), ...(await linesOf(opened))]);
      }
      assert.deepEqual([...contents.keys()].toSorted(), [...fixture.contents.keys()].toSorted());
      for (const [object, lines] of fixture.contents)
        assert.deepEqual(contents.get(object)?.toSorted(), lines.toSorted(), object);
      assert.deepEqual(reasons, fixture.unreadable ?? new Map());
    });

    test('a range of bytes is that part of the whole', async () => {
      for (const listed of (await collect(fixture.source.objects(store))).slice(0, 20)) {
        const content = isUnreadable(listed) ? null : await fixture.source.open(store, listed, whole);
        if (content === null || isUnreadable(content) || content.kind !== 'bytes') continue;
        const { source } = content;
        const bytes = Buffer.concat(await collect(source.stream()));
        assert.equal(source.size, bytes.length);
        const bound = fc.nat(bytes.length);
        await fc.assert(
          fc.asyncProperty(bound, bound, async (a, b) => {
            const range = { start: Math.min(a, b), end: Math.max(a, b) };
            assert.deepEqual(Buffer.concat(await collect(source.stream(range))), bytes.subarray(range.start, range.end));
          }),
          { numRuns: 20 },
        );
      }
    });

    test('a reader may stop early', async () => {
      for (const listed of (await collect(fixture.source.objects(store))).slice(0, 5)) {
        const content = isUnreadable(listed) ? null : await fixture.source.open(store, listed, whole);
        if (content === null || isUnreadable(content)) continue;
        for await (const _ of content.kind === 'bytes' ? content.source.stream() : content.records) break;
      }
    });

    test('a target that is not there is a wrong target, in one sentence', async () => {
      await assert.rejects(collect(fixture.source.stores(fixture.missing)), (error) => isSentence(error, 'usage'));
    });

    test('a server that does not answer is said in one sentence without credentials', async () => {
      const { unreachable } = fixture;
      if (!unreachable) return;
      await assert.rejects(collect(unreachable.source.stores(unreachable.target)), (error) => {
        for (const secret of unreachable.secrets) assert.ok(!(error as Error).message.includes(secret));
        return isSentence(error, 'unavailable');
      });
      await unreachable.source.close();
    });

    test('an object changed since it was listed is not taken for the listed one', async () => {
      if (!fixture.change) return;
      const object = await firstReadable(fixture, store);
      await fixture.change(object.name);
      const opened = await fixture.source.open(store, object, whole);
      assert.ok(isUnreadable(opened));
      assert.equal(opened.reason, 'OBJECT_VERSION_MISMATCH');
      assert.deepEqual(opened.object, object);
    });

    test('an object that is gone says so', async () => {
      const object = await firstReadable(fixture, store);
      await fixture.remove(object.name);
      const opened = await fixture.source.open(store, object, whole);
      assert.ok(isUnreadable(opened));
      assert.equal(opened.reason, 'SOURCE_OBJECT_NO_LONGER_AVAILABLE');
    });
  });
}

function nameOf(listed: ObjectRef | Unreadable): string {
  return isUnreadable(listed) ? (listed.object?.name ?? '') : listed.name;
}

async function firstReadable(fixture: Fixture, store: Store): Promise<ObjectRef> {
  for await (const listed of fixture.source.objects(store)) {
    if (!isUnreadable(listed) && fixture.contents.has(listed.name)) return listed;
  }
  throw new Error('the fixture holds no readable object');
}

export function isSentence(error: unknown, kind: SourceError['kind']): boolean {
  assert.ok(error instanceof SourceError, String(error));
  assert.equal(error.kind, kind);
  assert.match(error.message, /^[A-Z][^\n]{15,250}$/);
  return true;
}
