/** The state of reading RTF, moved on chunk by chunk. */

interface Group {
  /** True where what is written is no text: fonts, styles, pictures. */
  isSilent: boolean;
  /** Name of the property that is written here, or null. */
  property: string | null;
  /** Characters that stand in for one given by number, to be left out. */
  skipped: number;
  decoder: Decoder;
}
type Decoder = InstanceType<typeof TextDecoder>;

export interface RtfRun {
  readonly onText: (text: string) => void;
  readonly properties: [string, string][];
  readonly groups: Group[];
  /** Code pages of fonts by number. */
  readonly fonts: Map<number, Decoder>;
  group: Group;
  /** Deeper groups than are kept are only counted. */
  deeper: number;
  font: number;
  /** Bytes of one code page, not yet decoded. */
  bytes: number[];
  /** Characters left to leave out after one given by number. */
  toSkip: number;
  /** Bytes of a picture left to pass. */
  toPass: number;
  carried: Uint8Array;
}

const maxGroups = 1000;
const maxPropertyLength = 100_000;

const breaks: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  emspace: ' ',
  enspace: ' ',
};
const silentGroups = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict objdata themedata colorschememapping datastore latentstyles filetbl revtbl xmlnstbl fldinst'.split(
    ' ',
  ),
);
const properties = new Set(
  'title subject author manager company operator category keywords comment doccomm hlinkbase'.split(' '),
);
/** Notes and fields that begin with `\*` and are text all the same. */
const spokenGroups = new Set(['annotation', 'atnauthor', 'shptxt', 'ud', 'footnote']);

/** Code pages by the character set of a font. */
const charsets: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  204: 'windows-1251',
  238: 'windows-1250',
};

function decoderOf(label: string): Decoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

export function createRtfRun(onText: (text: string) => void): RtfRun {
  const group: Group = { isSilent: false, property: null, skipped: 1, decoder: decoderOf('windows-1252') };
  return {
    onText,
    properties: [],
    groups: [],
    fonts: new Map(),
    group,
    deeper: 0,
    font: 0,
    bytes: [],
    toSkip: 0,
    toPass: 0,
    carried: new Uint8Array(0),
  };
}

function write(run: RtfRun, text: string): void {
  const { property, isSilent } = run.group;
  if (property !== null) {
    const entry = run.properties.at(-1);
    if (entry !== undefined && entry[1].length < maxPropertyLength) entry[1] += text;
  } else if (!isSilent) run.onText(text);
}

/** Decodes the bytes that wait; they end where anything else begins. */
function flush(run: RtfRun): void {
  if (run.bytes.length === 0) return;
  const bytes = Uint8Array.from(run.bytes);
  run.bytes = [];
  write(run, run.group.decoder.decode(bytes));
}

function addByte(run: RtfRun, byte: number): void {
  if (run.toSkip > 0) run.toSkip--;
  else if (!run.group.isSilent || run.group.property !== null) run.bytes.push(byte);
}

function openGroup(run: RtfRun): void {
  flush(run);
  run.toSkip = 0;
  if (run.groups.length >= maxGroups) run.deeper++;
  else {
    run.groups.push(run.group);
    run.group = { ...run.group };
  }
}

function closeGroup(run: RtfRun): void {
  flush(run);
  run.toSkip = 0;
  if (run.deeper > 0) run.deeper--;
  else run.group = run.groups.pop() ?? run.group;
}

function setCharacters(run: RtfRun, word: string, number: number): void {
  const { group } = run;
  if (word === 'ansicpg') group.decoder = decoderOf(`windows-${number}`);
  else if (word === 'mac') group.decoder = decoderOf('macintosh');
  else if (word === 'uc') group.skipped = number;
  else if (word === 'f' && group.isSilent) run.font = number;
  else if (word === 'f') group.decoder = run.fonts.get(number) ?? group.decoder;
  else if (word === 'fcharset' && number in charsets) run.fonts.set(run.font, decoderOf(charsets[number]!));
}

function applyWord(run: RtfRun, word: string, number: number | null): void {
  flush(run);
  const { group } = run;
  if (word === 'u' && number !== null) {
    write(run, String.fromCharCode(number & 0xffff));
    run.toSkip = group.skipped;
  } else if (word === 'bin') run.toPass = Math.max(0, number ?? 0);
  else if (word in breaks) write(run, breaks[word]!);
  else if (silentGroups.has(word)) group.isSilent = true;
  else if (word === 'info') group.isSilent = true;
  else if (properties.has(word) && group.isSilent) {
    group.property = word;
    run.properties.push([word, '']);
  } else if (spokenGroups.has(word)) group.isSilent = false;
  else setCharacters(run, word, number ?? 0);
}

const backslash = 0x5c;
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Reads the control at `at` (a backslash) and returns where it ends, or -1 if the bytes end in it. */
function readControl(run: RtfRun, bytes: Uint8Array, at: number, isLast: boolean): number {
  const end = bytes.length;
  const first = bytes[at + 1];
  if (first === undefined) return isLast ? end : -1;
  if (first === 0x27) {
    if (at + 4 > end) return isLast ? end : -1;
    addByte(run, Number.parseInt(Buffer.from(bytes.subarray(at + 2, at + 4)).toString('latin1'), 16) || 0x20);
    return at + 4;
  }
  if (!isLetter(first)) {
    applySymbol(run, first);
    return at + 2;
  }
  let wordEnd = at + 1;
  while (wordEnd < end && wordEnd - at < 40 && isLetter(bytes[wordEnd]!)) wordEnd++;
  let numberEnd = wordEnd;
  if (bytes[numberEnd] === 0x2d) numberEnd++;
  while (numberEnd < end && numberEnd - wordEnd < 12 && isDigit(bytes[numberEnd]!)) numberEnd++;
  if (numberEnd === end && !isLast) return -1;
  const text = Buffer.from(bytes.subarray(at + 1, numberEnd)).toString('latin1');
  const length = wordEnd - at - 1;
  applyWord(run, text.slice(0, length), numberEnd > wordEnd ? Number(text.slice(length)) || 0 : null);
  return bytes[numberEnd] === 0x20 ? numberEnd + 1 : numberEnd;
}

function applySymbol(run: RtfRun, symbol: number): void {
  // `\*` says that a reader who does not know the group may leave it out.
  if (symbol === 0x2a) run.group.isSilent = true;
  else if (symbol === 0x7e) write(run, '\u00a0');
  else if (symbol === 0x5f) write(run, '-');
  else if (symbol === 0x0a || symbol === 0x0d) write(run, '\n');
  else if (symbol === backslash || symbol === 0x7b || symbol === 0x7d) addByte(run, symbol);
}

/** Reads the next chunk; null says that there is none. */
export function readRtf(run: RtfRun, chunk: Uint8Array | null): void {
  const bytes =
    run.carried.length === 0 ? (chunk ?? new Uint8Array(0)) : Buffer.concat([run.carried, chunk ?? new Uint8Array(0)]);
  run.carried = new Uint8Array(0);
  for (let at = 0; at < bytes.length;) {
    if (run.toPass > 0) {
      const passed = Math.min(run.toPass, bytes.length - at);
      run.toPass -= passed;
      at += passed;
      continue;
    }
    const byte = bytes[at]!;
    if (byte === backslash) {
      const next = readControl(run, bytes, at, chunk === null);
      if (next === -1) {
        run.carried = bytes.slice(at);
        return;
      }
      at = next;
      continue;
    }
    if (byte === 0x7b) openGroup(run);
    else if (byte === 0x7d) closeGroup(run);
    else if (byte !== 0x0a && byte !== 0x0d) addByte(run, byte);
    at++;
  }
  // A stand-in that two bytes make may be cut here; all others are whole.
  if (chunk === null || run.bytes.length > 65_536) flush(run);
}
