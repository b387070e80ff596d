/** Writes compound files for the tests: all streams in sectors of 512 bytes, or small ones in the file of small streams. */

export interface CompoundTree {
  readonly [name: string]: Uint8Array | CompoundTree;
}

const none = 0xffffffff;
const endOfChain = 0xfffffffe;

interface Node {
  readonly name: string;
  readonly content: Uint8Array | null;
  readonly children: number[];
}

function listNodes(tree: CompoundTree): Node[] {
  const nodes: Node[] = [{ name: 'Root Entry', content: null, children: [] }];
  const add = (branch: CompoundTree, parent: number): void => {
    for (const [name, value] of Object.entries(branch)) {
      const isStream = value instanceof Uint8Array;
      const index = nodes.push({ name, content: isStream ? value : null, children: [] }) - 1;
      nodes[parent]!.children.push(index);
      if (!isStream) add(value, index);
    }
  };
  add(tree, 0);
  return nodes;
}

function padTo(bytes: Uint8Array, unit: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
}

export function writeCompound(tree: CompoundTree): Buffer {
  const nodes = listNodes(tree);
  const chains: number[] = [];
  const sectors: Buffer[] = [];
  const place = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return endOfChain;
    const padded = padTo(bytes, 512);
    const start = chains.length;
    const count = padded.length / 512;
    for (let i = 0; i < count; i++) chains.push(i + 1 === count ? endOfChain : start + i + 1);
    sectors.push(padded);
    return start;
  };
  const small: Buffer[] = [];
  const smallChains: number[] = [];
  const starts = nodes.map(({ content }) => {
    if (content === null) return 0;
    if (content.length >= 4096) return place(content);
    const padded = padTo(content, 64);
    const start = smallChains.length;
    const count = padded.length / 64;
    for (let i = 0; i < count; i++) smallChains.push(i + 1 === count ? endOfChain : start + i + 1);
    small.push(padded);
    return start;
  });
  const table = (numbers: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(numbers.length * 4);
    numbers.forEach((number, index) => bytes.writeUInt32LE(number, index * 4));
    return bytes;
  };
  const smallBytes = Buffer.concat(small);
  starts[0] = place(smallBytes);
  const smallTableAt = place(table(smallChains));
  const directory = Buffer.alloc(nodes.length * 128);
  nodes.forEach(({ name, content, children }, index) => {
    const at = index * 128;
    const length = directory.write(name, at, 62, 'utf16le');
    directory.writeUInt16LE(length + 2, at + 64);
    directory[at + 66] = index === 0 ? 5 : content === null ? 1 : 2;
    const brothers = nodes.find((one) => one.children.includes(index))?.children ?? [];
    directory.writeUInt32LE(none, at + 68);
    directory.writeUInt32LE(brothers[brothers.indexOf(index) + 1] ?? none, at + 72);
    directory.writeUInt32LE(children[0] ?? none, at + 76);
    directory.writeUInt32LE(starts[index]!, at + 116);
    directory.writeUInt32LE(content?.length ?? (index === 0 ? smallBytes.length : 0), at + 120);
  });
  const directoryAt = place(directory);
  const tableAt = chains.length;
  const tableSectors = Math.ceil((chains.length + 8) / 127);
  for (let i = 0; i < tableSectors; i++) chains.push(0xfffffffd);
  const head = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head, 0);
  head.fill(0, 8, 76);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tableSectors, 44);
  head.writeUInt32LE(directoryAt, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(smallTableAt, 60);
  head.writeUInt32LE(endOfChain, 68);
  for (let i = 0; i < tableSectors; i++) head.writeUInt32LE(tableAt + i, 76 + 4 * i);
  return Buffer.concat([head, ...sectors, padTo(table(chains), 512).subarray(0, tableSectors * 512)]);
}
