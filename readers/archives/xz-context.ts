/** Drives the WebAssembly of `xz-decompress` itself: its own stream lets a process read one object at a time, so that an XZ inside an XZ would wait for ever. */
import xz from 'xz-decompress';

interface XzExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  create_context(): number;
  destroy_context(context: number): void;
  supply_input(context: number, length: number): void;
  get_next_output(context: number): number;
}
/** Names of what the package keeps to itself; its version is pinned. */
const [load, instance] = ['_getModuleInstance', '_moduleInstance'] as const;
interface XzModule {
  [load](): Promise<void>;
  readonly [instance]: { readonly exports: XzExports };
}

export interface XzContext {
  readonly inputBytes: number;
  /** Gives it the next input, at most `inputBytes`, once `left` is 0. */
  supply(input: Uint8Array): void;
  /** Input not used yet. */
  left(): number;
  next(): { readonly answer: number; readonly bytes: Uint8Array };
  close(): void;
}

/** A decoder instance of its own, and with it memory of its own, for each object. */
export async function openXz(): Promise<XzContext> {
  const module = xz.XzReadableStream as unknown as XzModule;
  await module[load]();
  const { exports } = module[instance];
  return createContext(exports);
}

/** Words of the context, in 32-bit units: buffer size; input at, position, length; output at, position. */
function createContext(exports: XzExports): XzContext {
  const context = exports.create_context();
  const words = (): Uint32Array => new Uint32Array(exports.memory.buffer, context, 6);
  const [inputBytes = 0, inputAt = 0] = words();
  const outputAt = words()[4] ?? 0;
  return {
    inputBytes,
    supply(input) {
      new Uint8Array(exports.memory.buffer, inputAt, inputBytes).set(input);
      exports.supply_input(context, input.length);
    },
    left() {
      const [, , position = 0, length = 0] = words();
      return length - position;
    },
    next() {
      const answer = exports.get_next_output(context);
      const length = words()[5] ?? 0;
      const bytes = Buffer.from(new Uint8Array(exports.memory.buffer, outputAt, length));
      words()[5] = 0;
      return { answer, bytes };
    },
    close: () => exports.destroy_context(context),
  };
}
