/** Writes TAR archives for the tests. */

export interface TarPart {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly type?: string;
  /** Records of a pax header before it. */
  readonly pax?: Readonly<Record<string, string>>;
  /** GNU: a long name in a header of its own. */
  readonly longName?: string;
  readonly prefix?: string;
}

function header(name: string | Uint8Array, bytes: number, type: string, prefix = ''): Buffer {
  const block = Buffer.alloc(512);
  block.set(Buffer.from(name).subarray(0, 100), 0);
  block.write('0000644\0', 100);
  block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\0', 257, 'latin1');
  block.write('00', 263);
  block.write(prefix, 345, 155);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const padded = (content: Buffer) => Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)]);

function paxBody(records: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    let length = Buffer.byteLength(rest) + 1;
    while (String(length).length + Buffer.byteLength(rest) !== length) length++;
    return `${length}${rest}`;
  });
  return Buffer.from(lines.join(''));
}

export function writeTar(parts: readonly TarPart[]): Buffer {
  const blocks: Buffer[] = [];
  const add = (name: string | Uint8Array, content: Buffer, type: string, prefix?: string) =>
    blocks.push(header(name, content.length, type, prefix), padded(content));
  for (const { name, content, type = '0', pax, longName, prefix } of parts) {
    if (pax) add('pax', paxBody(pax), 'x');
    if (longName) add('././@LongLink', Buffer.from(`${longName}\0`), 'L');
    add(name, Buffer.from(content), type, prefix);
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
