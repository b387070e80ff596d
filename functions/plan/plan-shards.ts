/** Which objects one worker reads together. Pure: the same listing gives the same shards. */
import { fingerprint } from '../../findings/fingerprint.ts';
import type { SealedName } from '../../findings/seal.ts';
import type { ObjectRef } from '../../findings/store.ts';
import type { Shard } from '../workflow.ts';

/** A worker's share: small objects travel together, a large one alone. */
export const shardLimits = { objects: 100, bytes: 64 * 1024 * 1024 } as const;

/** An object larger than this is read in parts of about as much. A part also reads the head of its object, and up to its own border. */
export const partBytes = 128 * 1024 * 1024;

/** Names of formats that only one worker can read: packed, or with a directory. What others hold is known once they are opened. */
const wholeExtension =
  /\.(?:7z|avro|bz2|docx?|eml|gz|tgz|jpe?g|mbox|msg|od[pst]|orc|parquet|pdf|png|pptx?|sqlite3?|db|tar|tiff?|webp|xlsx?|xml|xz|zip|zst)$/i;

/** An object whose size the store does not tell counts as this much. */
const unknownSize = 16 * 1024 * 1024;

/** Groups objects, in the order listed, into shards. `sealName` decides how a name travels. */
export function* planShards(
  store: string,
  objects: Iterable<ObjectRef>,
  key: Uint8Array,
  sealName: (name: string) => SealedName,
): Iterable<Shard> {
  let group: ObjectRef[] = [];
  let bytes = 0;
  for (const object of cutObjects(objects, partBytes)) {
    const size = (object.sizeBytes ?? unknownSize) / (object.part?.of ?? 1);
    if (group.length > 0 && (group.length >= shardLimits.objects || bytes + size > shardLimits.bytes)) {
      yield makeShard(store, group, key, sealName);
      group = [];
      bytes = 0;
    }
    group.push(object);
    bytes += size;
  }
  if (group.length > 0) yield makeShard(store, group, key, sealName);
}

/** Cuts objects that are larger than `bytes` and of a kind that may be cut into parts of about as much. */
export function* cutObjects(objects: Iterable<ObjectRef>, bytes: number): Iterable<ObjectRef> {
  for (const object of objects) {
    const { sizeBytes, part, name } = object;
    if (sizeBytes === null || sizeBytes <= bytes || part !== null || wholeExtension.test(name)) {
      yield object;
      continue;
    }
    const of = Math.ceil(sizeBytes / bytes);
    for (let index = 0; index < of; index++) yield { ...object, part: { index, of } };
  }
}

function makeShard(store: string, objects: readonly ObjectRef[], key: Uint8Array, sealName: (name: string) => SealedName): Shard {
  const content = objects.flatMap(({ name, version, part }) => [name, version ?? '', part ? `${part.index}/${part.of}` : '']);
  return {
    v: 1,
    id: fingerprint(key, 'shard', store, ...content),
    store,
    objects: objects.map((object) => ({ ...object, name: sealName(object.name) })),
  };
}
