/** Containers, tables of columns, databases and pictures. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import avro from 'avsc';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Planted } from '../fixture.ts';
import { writeTar } from '../write-tar.ts';
import { mailIn, mail, python } from './plan.ts';
import type { FixturePlan, PlantedPlace } from './plan.ts';

const table = 'nom;courriel\nSara;sara@exemple.ma\nOmar;omar@exemple.ma\n';
const tableFound = (place: PlantedPlace = {}): Planted[] => [
  mailIn(table, 'sara', { field: 'courriel', record: 1, ...place }),
  mailIn(table, 'omar', { field: 'courriel', record: 2, ...place }),
];

const packed: FixturePlan[] = (
  [
    [
      'gz',
      'Python gzip',
      python('import gzip, sys; sys.stdout.buffer.write(gzip.compress(sys.stdin.buffer.read(), mtime=0))', table),
    ],
    ['bz2', 'Python bz2', python('import bz2, sys; sys.stdout.buffer.write(bz2.compress(sys.stdin.buffer.read()))', table)],
    ['xz', 'Python lzma', python('import lzma, sys; sys.stdout.buffer.write(lzma.compress(sys.stdin.buffer.read()))', table)],
    ['zst', 'Zstandard', zstdCompressSync(table)],
  ] as const
).map(([extension, by, content]) => ({ name: `table.csv.${extension}`, by, content, found: tableFound() }));

/** A program for Python's zipfile, which writes to standard output and so leaves sizes behind the data. */
const zipProgram = `import io, sys, zipfile
class Out(io.RawIOBase):
    def writable(self): return True
    def write(self, data): return sys.stdout.buffer.write(data)
z = zipfile.ZipFile(Out(), 'w', zipfile.ZIP_DEFLATED)
table = sys.stdin.buffer.read()
z.writestr('données/été.csv', table)
z.writestr('données/', b'')
with z.open(zipfile.ZipInfo('seize.csv'), 'w', force_zip64=True) as f: f.write(table)
z.close()`;

const tarProgram = (format: string): string => `import io, sys, tarfile
t = tarfile.open(fileobj=sys.stdout.buffer, mode='w|', format=tarfile.${format})
table = sys.stdin.buffer.read()
for name in ['court.csv', 'dossier-' + 'x' * 120 + '/été.csv']:
    info = tarfile.TarInfo(name); info.size = len(table); t.addfile(info, io.BytesIO(table))
link = tarfile.TarInfo('lien'); link.type = tarfile.SYMTYPE; link.linkname = '/etc/passwd'; t.addfile(link)
t.close()`;
const tarNames = ['court.csv', `dossier-${'x'.repeat(120)}/été.csv`];

/** Archives of 7-Zip with the switches given. */
function sevenZip(type: string, switches: readonly string[], files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    execFileSync('7z', ['a', `-t${type}`, ...switches, 'out.bin', ...Object.keys(files)], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    return readFileSync(join(folder, 'out.bin'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const inner = writeTar([{ name: 'clients.csv.gz', content: gzipSync(table) }]);

const archives: FixturePlan[] = [
  {
    name: 'archive-python.zip',
    by: 'Python zipfile',
    content: python(zipProgram, table),
    found: [...tableFound({ member: 'données/été.csv' }), ...tableFound({ member: 'seize.csv' })],
  },
  {
    name: 'archive-7zip.zip',
    by: '7-Zip',
    content: sevenZip('zip', [], { 'clients.csv': table, 'inner.tar': inner }),
    found: [...tableFound({ member: 'clients.csv' }), ...tableFound({ member: 'inner.tar!/clients.csv.gz' })],
  },
  {
    name: 'archive-encrypted.zip',
    by: '7-Zip',
    content: sevenZip('zip', ['-psecret'], { 'clients.csv': table }),
    found: [],
    skips: [{ member: 'clients.csv', reason: 'ENCRYPTED' }],
  },
  ...['LZMA2', 'LZMA', 'PPMd', 'BZip2'].map((method) => ({
    name: `archive-${method.toLowerCase()}.7z`,
    by: '7-Zip',
    content: sevenZip('7z', [`-m0=${method}`], { 'clients été.csv': table, 'inner.tar': inner }),
    found: [...tableFound({ member: 'clients été.csv' }), ...tableFound({ member: 'inner.tar!/clients.csv.gz' })],
  })),
  {
    name: 'archive-encrypted.7z',
    by: '7-Zip',
    content: sevenZip('7z', ['-psecret'], { 'clients.csv': table }),
    found: [],
    skips: [{ member: 'clients.csv', reason: 'ENCRYPTED' }],
  },
  {
    name: 'archive-encrypted-names.7z',
    by: '7-Zip',
    content: sevenZip('7z', ['-psecret', '-mhe=on'], { 'clients.csv': table }),
    found: [],
    skips: [{ reason: 'ENCRYPTED' }],
  },
  {
    name: 'archive-of-another-method.7z',
    by: '7-Zip',
    content: sevenZip('7z', ['-m0=Deflate64'], { 'clients.csv': table.repeat(20) }),
    found: [],
    skips: [{ member: 'clients.csv', reason: 'UNSUPPORTED_FILE_TYPE_EXCEPTION' }],
  },
  ...(['GNU_FORMAT', 'PAX_FORMAT', 'USTAR_FORMAT'] as const).map((format) => ({
    name: `archive-${format.slice(0, -7).toLowerCase()}.tar`,
    by: 'Python tarfile',
    content: python(format === 'USTAR_FORMAT' ? tarProgram(format).replace("'x' * 120", "'x' * 80") : tarProgram(format), table),
    found: tarNames.flatMap((name) =>
      tableFound({ member: format === 'USTAR_FORMAT' ? name.replace('x'.repeat(120), 'x'.repeat(80)) : name }),
    ),
  })),
];

const people = ['sara', 'omar', 'ali'];

async function avroOf(): Promise<Buffer> {
  const fields = ['nom', 'courriel'].map((name) => ({ name, type: ['null', 'string'] as const }));
  const schema = { type: 'record' as const, name: 'client', fields: fields.map(({ name, type }) => ({ name, type: [...type] })) };
  const encoder = new avro.streams.BlockEncoder(avro.Type.forSchema(schema, { wrapUnions: false }), {
    codec: 'deflate',
    syncMarker: Buffer.alloc(16, 7),
  });
  for (const name of people) encoder.write({ nom: name, courriel: `${name}@exemple.ma` });
  encoder.end();
  const chunks: Buffer[] = [];
  for await (const chunk of encoder) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const parquet = parquetWriteBuffer({
  columnData: [
    { name: 'nom', data: people },
    { name: 'courriel', data: people.map((name) => `${name}@exemple.ma`) },
  ],
});

const sqlite = python(
  `import os, sqlite3, sys, tempfile
path = os.path.join(tempfile.mkdtemp(), 'a.db'); db = sqlite3.connect(path)
db.execute('PRAGMA page_size = 512')
db.execute('CREATE TABLE clients (id INTEGER PRIMARY KEY, nom TEXT, courriel TEXT)')
for name in ['sara', 'omar', 'ali']: db.execute('INSERT INTO clients (nom, courriel) VALUES (?, ?)', (name * 100, name + '@exemple.ma'))
db.commit(); db.close(); sys.stdout.buffer.write(open(path, 'rb').read())`,
);

/** A picture without pixels: a TIFF of one directory with the text \`artist\`, inside a JPEG, as cameras write it. */
function jpegOf(artist: string): Buffer {
  const text = Buffer.from(`${artist}\0`);
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x013b, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(text.length, 14);
  tiff.writeUInt32LE(26, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, body, Buffer.from([0xff, 0xd9])]);
}

const fieldOf = (field: string): Planted[] => people.map((name, index) => mail(name, { field, record: index + 1 }));

const stores: FixturePlan[] = [
  { name: 'clients.parquet', by: 'hyparquet-writer', content: Buffer.from(parquet), found: fieldOf('courriel') },
  { name: 'clients.avro', by: 'avsc', content: await avroOf(), found: fieldOf('courriel') },
  { name: 'clients.db', by: 'Python sqlite3', content: sqlite, found: fieldOf('clients.courriel') },
  {
    name: 'picture-of-a-camera.jpg',
    by: 'as cameras write it',
    content: jpegOf('auteur@exemple.ma'),
    found: [mail('auteur', { field: 'Artist' })],
    skips: [{ reason: 'UNSUPPORTED_FILE_TYPE_EXCEPTION' }],
  },
];

export const containerPlans: readonly FixturePlan[] = [...packed, ...archives, ...stores];
