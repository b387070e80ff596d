/** The WebAssembly module inside `libarchive.js`, whose own types speak of its browser workers alone. */
declare module 'libarchive.js/src/webworker/wasm-gen/libarchive.js' {
  type Word = 'number' | 'string';
  export interface Libarchive {
    readonly HEAPU8: Uint8Array<ArrayBuffer>;
    cwrap(name: string, returns: 'number', takes: readonly Word[]): (...values: readonly (number | string | null)[]) => number;
    cwrap(name: string, returns: 'string', takes: readonly Word[]): (...values: readonly (number | string | null)[]) => string;
  }
  interface Options {
    readonly wasmBinary: Uint8Array;
    monitorRunDependencies(): void;
    print(): void;
    printErr(): void;
  }
  const open: (options: Options) => Promise<Libarchive>;
  // oxlint-disable-next-line import/no-default-export -- as the module has it
  export default open;
}
