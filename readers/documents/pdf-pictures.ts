/** What a page of a PDF shows where it holds no text: a scan, or letters as drawings. */
import { OPS } from 'unpdf/pdfjs';
import type { getDocument } from 'unpdf/pdfjs';

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

export interface Drawing {
  /** True if something is drawn on the page at all. */
  readonly isDrawn: boolean;
  /** Its pictures as PNM files, those too large left out. */
  readonly pictures: readonly Uint8Array[];
  /** What is written outside of the page, where the decoder does not look for text; a line feed after each piece. */
  readonly text: string;
}

/** A picture that is too large leaves nothing but the step that places it. */
const drawing: ReadonlySet<number> = new Set([
  OPS.transform,
  OPS.fill,
  OPS.eoFill,
  OPS.stroke,
  OPS.fillStroke,
  OPS.shadingFill,
  OPS.paintFormXObjectBegin,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);
/** More on one page are ornaments. */
const maxPictures = 20;

/** As the decoder gives it; kinds are 1 = one bit a pixel, 2 = three bytes, 3 = four. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data?: Uint8ClampedArray | Uint8Array;
}

function writePnm({ width, height, kind, data: pixels }: Picture): Uint8Array | null {
  if (pixels === undefined) return null;
  const data = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.length);
  const head = (type: string): Buffer => Buffer.from(`${type}\n${width} ${height}\n${type === 'P4' ? '' : '255\n'}`, 'latin1');
  // In a PNM file of bits 1 is black.
  if (kind === 1) return Buffer.concat([head('P4'), data.map((bits) => ~bits)]);
  if (kind === 2) return Buffer.concat([head('P6'), data]);
  const colours = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) colours.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
  return Buffer.concat([head('P6'), colours]);
}

/** Waits for a picture to be decoded. */
function pictureOf(page: PdfPage, name: string): Promise<Picture | null> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, (picture: Picture | null) => resolve(picture));
  });
}

/** The letters of one step: what stands between them are distances. */
function lettersOf(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return '';
  const letters = glyphs.map((glyph: unknown) => (glyph as { readonly unicode?: unknown } | null)?.unicode);
  return `${letters.filter((letter) => typeof letter === 'string').join('')}\n`;
}

/** Looks at what a page draws. Costs as much as drawing it: only for pages without text. */
export async function readDrawing(page: PdfPage): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Uint8Array[] = [];
  for (const [index, step] of fnArray.entries()) {
    if (step !== OPS.paintImageXObject || pictures.length >= maxPictures) continue;
    const name: unknown = (argsArray[index] as readonly unknown[])[0];
    const picture = typeof name === 'string' ? await pictureOf(page, name) : null;
    const file = picture === null ? null : writePnm(picture);
    if (file !== null) pictures.push(file);
  }
  const text = fnArray.map((step, index) =>
    step === OPS.showText ? lettersOf((argsArray[index] as readonly unknown[])[0]) : '',
  );
  return { isDrawn: fnArray.some((step) => drawing.has(step)), pictures, text: text.join('') };
}
