/** The engine inside `tesseract.js`: Tesseract itself as WebAssembly, whose package has no types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TesseractApi {
    /** Loads the languages named with `+` between; 0 = loaded. Mode 1 is the neural network alone. */
    Init(path: null, languages: string, mode: 1): number;
    /** Takes the picture from the file `/input`; 1 = it cannot be read. */
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetUTF8Text(): string;
  }
  interface Tesseract {
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
    readonly TessBaseAPI: new () => TesseractApi;
  }
  interface Options {
    readonly wasmBinary: Uint8Array;
    TesseractProgress(): void;
    print(): void;
    printErr(): void;
  }
  const open: (options: Options) => Promise<Tesseract>;
  // oxlint-disable-next-line import/no-default-export -- as the module has it
  export default open;
}
