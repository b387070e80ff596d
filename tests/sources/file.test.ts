import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { UnreadableError } from '../../sources/contract.ts';
import { fileSource } from '../../sources/file.ts';
import { fileUri } from '../../sources/file-uri.ts';
import { collect, isUnreadable, openContent, testSource, whole } from './contract.ts';

async function withFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'kashf-files-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}

testSource('a folder', async () => {
  const names = [
    'a b/c d.csv',
    'ملف #1 100%.txt',
    'B/é?.json',
    'empty.txt',
    'z',
    ...Array.from({ length: 30 }, (_, i) => `many/${i}.txt`),
  ];
  const contents = new Map(names.map((name) => [name, name === 'empty.txt' ? [] : [name, 'second line']]));
  const root = await withFolder(Object.fromEntries([...contents].map(([name, lines]) => [name, lines.join('\n')])));
  await writeFile(join(root, 'large.bin'), 'x'.repeat(700_001));
  contents.set('large.bin', ['x'.repeat(700_001)]);
  execFileSync('mkfifo', [join(root, 'pipe')]);
  await symlink('nowhere', join(root, 'broken'));
  await symlink('z', join(root, 'alias-of-z'));
  await symlink('..', join(root, 'a b', 'circle'));
  await symlink(dirname(root), join(root, 'above'));
  const outside = await withFolder({ 'one.txt': 'outside' });
  await symlink(outside, join(outside, 'self'));
  await symlink(outside, join(root, 'linked'));
  contents.set('linked/one.txt', ['outside']);
  return {
    source: fileSource(),
    target: `file://${root}/./`,
    uri: fileUri(root),
    contents,
    unreadable: new Map([
      ['pipe', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
      ['above', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
      ['broken', 'SOURCE_OBJECT_NO_LONGER_AVAILABLE'],
    ]),
    change: (name) => writeFile(join(root, name), 'something else'),
    remove: (name) => rm(join(root, name)),
    missing: fileUri(join(root, 'no such folder')),
    stop: async () => {
      await rm(root, { recursive: true });
      await rm(outside, { recursive: true });
    },
  };
});

testSource('a single file', async () => {
  const root = await withFolder({ 'sheet #1.csv': 'name\nvalue', 'sheet #2.csv': 'not part of it' });
  const path = join(root, 'sheet #1.csv');
  return {
    source: fileSource(),
    target: fileUri(path),
    uri: fileUri(path),
    contents: new Map([['sheet #1.csv', ['name', 'value']]]),
    change: () => writeFile(path, 'something else'),
    remove: () => rm(path),
    missing: fileUri(join(path, 'below a file')),
    stop: () => rm(root, { recursive: true }),
  };
});

test('the order of a listing is that of code units, folder by folder', async () => {
  const root = await withFolder({ 'b.txt': '', 'B.txt': '', 'a/2': '', 'a/10': '', é: '', 'a.txt': '' });
  const source = fileSource();
  const [store] = await collect(source.stores(fileUri(root)));
  assert.ok(store);
  const names = (await collect(source.objects(store))).map((one) => (isUnreadable(one) ? one.object?.name : one.name));
  assert.deepEqual(names, ['B.txt', 'a/10', 'a/2', 'a.txt', 'b.txt', 'é']);
  await rm(root, { recursive: true });
});

test('files and folders that may not be read are reported, not dropped', async () => {
  const root = await withFolder({ 'shut/inside.txt': 'x', 'locked.txt': 'x', 'open.txt': 'x' });
  await chmod(root, 0o755);
  await chmod(join(root, 'shut'), 0);
  await chmod(join(root, 'locked.txt'), 0);
  const isRoot = process.geteuid?.() === 0;
  const source = fileSource();
  const reasons = new Map<string, string>();
  // Root may read everything: be nobody meanwhile.
  if (isRoot) process.seteuid?.(65534);
  try {
    const [store] = await collect(source.stores(fileUri(root)));
    assert.ok(store);
    for (const listed of await collect(source.objects(store))) {
      const opened = isUnreadable(listed) ? listed : await source.open(store, listed, whole);
      if (isUnreadable(opened)) reasons.set(opened.object?.name ?? '', opened.reason);
    }
    await assert.rejects(collect(source.stores(fileUri(join(root, 'shut', 'inside.txt')))), {
      name: 'SourceError',
      kind: 'unavailable',
    });
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
  assert.deepEqual(
    reasons,
    new Map([
      ['locked.txt', 'PERMISSION_DENIED'],
      ['shut/', 'PERMISSION_DENIED'],
    ]),
  );
  await chmod(join(root, 'shut'), 0o700);
  await rm(root, { recursive: true });
});

test('a file changed while it is read ends with the reason', async () => {
  const root = await withFolder({ 'log.txt': 'x'.repeat(600_000) });
  const source = fileSource();
  const [store] = await collect(source.stores(fileUri(root)));
  assert.ok(store);
  const [object] = await collect(source.objects(store));
  assert.ok(object && !isUnreadable(object));
  const content = await openContent(source, store, object);
  assert.ok(content.kind === 'bytes');
  await assert.rejects(
    async () => {
      for await (const _ of content.source.stream()) await writeFile(join(root, 'log.txt'), 'y'.repeat(600_001));
    },
    (error) => error instanceof UnreadableError && error.reason === 'OBJECT_VERSION_MISMATCH',
  );
  await rm(root, { recursive: true });
});
