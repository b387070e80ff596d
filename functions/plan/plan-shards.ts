/** Which objects one worker reads together. Pure: the same listing gives the same shards. */
import { fingerprint } from '../../findings/fingerprint.ts';
import type { SealedName } from '../../findings/seal.ts';
import type { ObjectRef } from '../../findings/store.ts';
import type { Shard } from '../workflow.ts';

/** A worker's share: small objects travel together, a large one alone. */
export const shardLimits = { objects: 100, bytes: 64 * 1024 * 1024 } as const;

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
  for (const object of objects) {
    const size = object.sizeBytes ?? unknownSize;
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

function makeShard(store: string, objects: readonly ObjectRef[], key: Uint8Array, sealName: (name: string) => SealedName): Shard {
  const content = objects.flatMap(({ name, version, part }) => [name, version ?? '', part ? `${part.index}/${part.of}` : '']);
  return {
    v: 1,
    id: fingerprint(key, 'shard', store, ...content),
    store,
    objects: objects.map((object) => ({ ...object, name: sealName(object.name) })),
  };
}
