import type { Source } from './contract.ts';

/** A source whose module is loaded when it is first asked: a command that reads a folder need not load the AWS SDK. */
export function lazySource(scheme: string, load: () => Promise<Source>): Source {
  let loading: Promise<Source> | null = null;
  const source = () => (loading ??= load());
  return {
    scheme,
    async *stores(target) {
      yield* (await source()).stores(target);
    },
    async *objects(store) {
      yield* (await source()).objects(store);
    },
    open: async (store, object, sampling) => (await source()).open(store, object, sampling),
    close: async () => (await loading)?.close(),
  };
}
