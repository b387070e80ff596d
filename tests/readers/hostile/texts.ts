/** JSON, tables, markup and encodings as suites of odd files have them. */
import { planted, repeat } from './case.ts';
import type { Case } from './case.ts';

const deep = 100_000;
const damaged = ['MALFORMED_FILE', 'UNABLE_TO_PARSE_FILE'];
// oxlint-disable-next-line max-params -- a row of the table
const of = (
  why: string,
  name: string,
  content: string | Uint8Array,
  reasons: readonly string[] = [],
  reads: readonly string[] = [planted],
): Case => ({
  why,
  name,
  content: () => content,
  reasons,
  reads,
});

/** Odd values beside one that is sound. */
const jsonValues: readonly (readonly [what: string, value: string])[] = [
  ['a lone surrogate', String.raw`"\ud800"`],
  ['surrogates the wrong way round', String.raw`"\udc00\ud800"`],
  ['a NUL as an escape', String.raw`"\u0000"`],
  ['a number beyond all doubles', '1e99999'],
  ['a number of ten thousand digits', '9'.repeat(10_000)],
  ['a number below all doubles', '-1e-99999'],
  ['a key given twice', '1, "a": 2'],
  ['an empty key', '{"": 1}'],
  ['a key called __proto__', '{"__proto__": {"x": 1}, "constructor": 1}'],
  ['an escaped slash', String.raw`"\/"`],
  ['a delete character', '"\u007f"'],
  ['line separators', '"\u2028\u2029"'],
];
/** What no JSON is: what stands before and behind it is read all the same. */
const notJson: readonly (readonly [what: string, value: string])[] = [
  ['a comma too many', '[1,]'],
  ['two commas', '[1,,2]'],
  ['not a number', 'NaN'],
  ['infinity', '-Infinity'],
  ['a number that begins with zero', '012'],
  ['a hexadecimal number', '0x1F'],
  ['a number that ends in a point', '1.'],
  ['single quotes', "'x'"],
  ['a key without quotes', '{a: 1}'],
  ['an escape that is none', String.raw`"\x41"`],
  ['an escape that breaks off', String.raw`"\u12"`],
  ['a line end in a text', '"a\nb"'],
  ['a tab in a text', '"a\tb"'],
  ['a NUL in a text', '"a\0b"'],
  ['a comment', '1 /* x */'],
  ['True', 'True'],
  ['a bracket of the other kind', '[1}'],
  ['a colon instead of a comma', '["a": 1]'],
];

const json: readonly Case[] = [
  ...jsonValues.map(([what, value]) => of(`JSON with ${what}`, 'a.json', `{"a": ${value}, "b": "${planted}"}`)),
  ...notJson.map(([what, value]): Case => ({
    ...of(
      `no JSON: ${what}`,
      'a.json',
      `{"c": "debut@exemple.ma", "a": ${value}, "b": "${planted}"}`,
      [],
      ['debut@exemple.ma', planted],
    ),
    isLenient: true,
  })),
  ...(
    [
      ['a mark of UTF-8', `\ufeff{"b": "${planted}"}`],
      ['text behind the end', `{"b": "${planted}"} x`],
      ['two documents', `{"a": 1}{"b": "${planted}"}`],
      ['a bracket behind the end', `{"b": "${planted}"}]]]`],
      ['no end', `{"b": "${planted}"`],
      ['a text without an end', `{"b": "${planted}`],
      ['a text alone', `"${planted}"`],
      ['a comma alone in an array', `[,"${planted}"]`],
      ['brackets alone', `[${planted}]`],
    ] as const
  ).map(([what, content]): Case => ({ ...of(`JSON with ${what}`, 'a.json', content), isLenient: true })),
  of('a hundred thousand open brackets', 'a.json', `["${planted}",${'['.repeat(deep)}`, [
    'JSON_NESTING_LEVEL_OVER_LIMIT',
    ...damaged,
  ]),
  of('a hundred thousand open objects', 'a.json', `["${planted}",${'{"a":'.repeat(deep)}`, [
    'JSON_NESTING_LEVEL_OVER_LIMIT',
    ...damaged,
  ]),
  of('JSON in UTF-16', 'a.json', Buffer.from(`{"b": "${planted}"}`, 'utf16le')),
  of('a hundred thousand keys', 'a.json', `{${repeat(deep, (i) => `"k${i}":${i},`)}"b":"${planted}"}`),
  {
    ...of(
      'lines of JSON, some of them broken',
      'a.jsonl',
      `{"a":1}\n{"a":\n{"b":"${planted}"}\n}\n\n{"c":"debut@exemple.ma"}\n`,
      [],
      [planted, 'debut@exemple.ma'],
    ),
    isLenient: true,
  },
];

const csv: readonly Case[] = (
  [
    ['a comma in quotes', `a,b\n1,"x, ${planted}"\n`],
    ['an empty field', `a,b,c\n1,"",""\n2,${planted},4\n`],
    ['an empty line', `a,b\r\n\r\n\r\n1,${planted}\r\n`],
    ['quotes in quotes', `a,b\n1,"ha ""ha"" ${planted}"\n`],
    ['JSON in quotes', `key,val\n1,"{""type"": ""Point"", ""m"": ""${planted}""}"\n`],
    ['line ends in quotes', `a,b\n1,"un\r\ndeux\n${planted}"\n`],
    ['line ends of old Macs', `a,b\r1,${planted}\r`],
    ['every kind of line end', `a,b\n1,2\r\n3,4\r5,${planted}`],
    ['one column', `courriel\n${planted}\n`],
    ['names alone', `${planted},b,c\n`],
    ['ragged rows', `a,b\n1\n1,2,3,4,5\n,,,,,,,${planted}\n`],
    ['a quote in the middle of a field', `a,b\n1,5" x 7" ${planted}\n2,3\n`],
    ['a letter after a closing quote', `a,b\n"1"x,"${planted}"y\n`],
    ['a quote that is not closed', `a,b\n1,"x ${planted}\n2,3\n4,5\n`],
    ['quotes of typographers', `a,b\n1,“${planted}”\n`],
    ['a delimiter of its own line', `sep=|\na|b\n1|${planted}\n`],
    ['delimiters alone', `,,,,\n,,,,\n,,,,${planted}\n`],
    ['a formula', `a,b\n1,"=cmd|' /C calc'!A0 ${planted}"\n`],
    ['control characters', `a,b\n1,\u0001\u0002\u001b[31m${planted}\u0008\n`],
    ['two marks of UTF-8', `\ufeff\ufeffa,b\n1,${planted}\n`],
    ['Control-Z at its end', `a,b\n1,${planted}\n\u001a`],
    ['NULs between rows', `a,b\n\0\0\0\n1,${planted}\n2,debut@exemple.ma\n\0\0`],
    ['a hundred thousand columns', `${'x,'.repeat(deep)}y\n${'1,'.repeat(deep)}${planted}\n`],
    ['the separators of ASCII', `a\u001fb\u001e1\u001f${planted}\u001e`],
  ] as const
).map(([what, content]): Case => ({ ...of(`a table with ${what}`, 'a.csv', content), isLenient: true }));

const markup: readonly Case[] = [
  of(
    'entities that multiply',
    'a.xml',
    `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "x">${repeat(9, (i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`)}]><l>&a9; ${planted}</l>`,
  ),
  of('an entity of itself', 'a.xml', `<!DOCTYPE l [<!ENTITY a "&a;">]><l>&a;${planted}</l>`),
  of(
    'an entity of a megabyte used ten thousand times',
    'a.xml',
    `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(1_000_000)}">]><l>${'&a;'.repeat(10_000)} ${planted}</l>`,
  ),
  of(
    'an entity from outside',
    'a.xml',
    `<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://localhost/x.dtd">%y;]><l>&x; ${planted}</l>`,
  ),
  of('a value in an entity', 'a.xml', `<!DOCTYPE l [<!ENTITY x "${planted}">]><l>&x;</l>`),
  of('a million attributes', 'a.xml', `<l ${repeat(deep, (i) => `a${i}="1" `)} b="${planted}"/>`),
  { ...of('a tag of four megabytes', 'a.xml', `<l ${'a'.repeat(4_000_000)}="1"><b>${planted}</b></l>`), isLenient: true },
  ...(
    [
      ['no end', `<l><b>${planted}`],
      ['ends that fit nothing', `<l></x></y>${planted}</l></l></l>`],
      ['ends in the wrong order', `<l><b><i>${planted}</b></i></l>`],
      ['an attribute without quotes', `<l a=1><b>${planted}</b></l>`],
      ['an attribute given twice', `<l a="1" a="2">${planted}</l>`],
      ['an open comment', `<l>${planted}<!-- x`],
      ['an open section of text', `<l><![CDATA[${planted}`],
      ['two roots', `<l/><l>${planted}</l>`],
      ['text behind its root', `<l/>${planted}`],
      ['an ampersand alone', `<l>a & b && ${planted}</l>`],
      ['a character that XML does not have', `<l>&#0;&#x1F;&#xD800;&#x110000;\u0001${planted}</l>`],
      ['another encoding told', `<?xml version="1.0" encoding="UTF-16"?><l>${planted}</l>`],
      ['an encoding nobody knows', `<?xml version="1.0" encoding="nobody"?><l>${planted}</l>`],
      ['a declaration in the middle', `<l/><?xml version="1.0"?><l>${planted}</l>`],
      ['colons throughout', `<:l><a:b:c>${planted}</a:b:c></:l>`],
    ] as const
  ).map(([what, content]): Case => ({ ...of(`XML with ${what}`, 'a.xml', content), isLenient: true })),
  ...(
    [
      ['tags that are not closed', `<html><body><p>a<p>b<table><tr><td>${planted}`],
      ['an open comment', `<html><body>${planted}<!-- x `],
      ['a value in an open comment', `<html><body>x<!-- ${planted}`],
      ['a comment that ends as few do', `<html><!--> ${planted} --!> x --></html>`],
      ['a value in an attribute', `<html><img alt="${planted}" onerror=alert(1)></html>`],
      ['an open attribute', `<html><a href="x ${planted}>text</a>`],
      ['a tag that does not end', `<html><body>${planted}<a b c d`],
      ['a NUL in a tag', `<html><bo\0dy>${planted}</html>`],
      ['a text area', `<html><textarea><b>${planted}</textarea>`],
      ['a noscript and a template', `<html><noscript>${planted}</noscript><template>debut@exemple.ma</template>`],
      ['a title that does not end', `<html><title>${planted}<body>x`],
      ['plain text to its end', `<html><plaintext>${planted}</html>`],
      ['entities of letters', '<html>fin&#64;exemple&#x2E;ma</html>'],
      ['a hundred thousand tags', `<html>${'<b>'.repeat(deep)}${planted}`],
      ['a hundred thousand attributes', `<html><p ${repeat(deep, (i) => `a${i}=1 `)}>${planted}`],
      ['tables in tables', `<html>${'<table><tr><td>'.repeat(3000)}${planted}`],
    ] as const
  ).map(([what, content]): Case => ({ ...of(`HTML with ${what}`, 'a.html', content), isLenient: true })),
  of(
    'aliases of YAML that multiply',
    'a.yaml',
    `a0: &a0 [x, x]\n${repeat(30, (i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]\n`)}b: ${planted}\n`,
  ),
  of('an alias of YAML to itself', 'a.yaml', `a: &a [*a, *a]\nb: ${planted}\n`),
  { ...of('YAML a hundred thousand levels deep', 'a.yaml', `b: ${planted}\na: ${'['.repeat(deep)}`), isLenient: true },
  {
    ...of(
      'YAML with tabs, tags and directives',
      'a.yaml',
      `%YAML 9.9\n--- !!python/object/apply:os.system\na:\t!<x> "${planted}"\n...\n`,
    ),
    isLenient: true,
  },
  { ...of('YAML that is none', 'a.yaml', `a: b: c: ${planted}\n - x\n  y: [\n`), isLenient: true },
];

const encodings: readonly Case[] = [
  of('UTF-16 of an odd length', 'a.txt', Buffer.concat([Buffer.from(`\ufeff${planted} x`, 'utf16le'), Buffer.of(65)])),
  of('UTF-16 with half a pair', 'a.txt', Buffer.concat([Buffer.from(`\ufeff${planted} `, 'utf16le'), Buffer.of(0, 0xd8, 32, 0)])),
  of('UTF-8 in more bytes than needed', 'a.txt', Buffer.concat([Buffer.from('c080e080afc1bf20', 'hex'), Buffer.from(planted)])),
  of('surrogates in UTF-8', 'a.txt', Buffer.concat([Buffer.from('eda080edb08020', 'hex'), Buffer.from(planted)])),
  of(
    'beyond the last code point',
    'a.txt',
    Buffer.concat([Buffer.from('f4908080f8888080fcfeff20', 'hex'), Buffer.from(planted)]),
  ),
  of('UTF-8 that breaks off', 'a.txt', Buffer.concat([Buffer.from(`${planted} `), Buffer.of(0xe2, 0x82)])),
  of('UTF-7', 'a.txt', `Hi Mom +Jjo- +2D3eAA-! ${planted}`),
  of(
    'what looks like GB18030',
    'a.txt',
    Buffer.concat([Buffer.from('d6d0b9fab5e7bbb0bac5c2eb3a2081308130', 'hex'), Buffer.from(` ${planted}`)]),
  ),
  of(
    'what looks like Shift JIS',
    'a.txt',
    Buffer.concat([Buffer.from('93fa967b8cea835c815c', 'hex'), Buffer.from(` ${planted}`)]),
  ),
  of('two marks of different encodings', 'a.txt', Buffer.concat([Buffer.from('efbbbffffe', 'hex'), Buffer.from(planted)])),
  of('a mark alone', 'a.txt', Buffer.from('fffe', 'hex'), [], []),
  of(
    'UTF-32 with a mark',
    'a.txt',
    Buffer.concat([
      Buffer.from('fffe0000', 'hex'),
      ...Array.from(planted, (letter) => Buffer.of(letter.codePointAt(0)!, 0, 0, 0)),
    ]),
    ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    [],
  ),
  {
    ...of(
      'UTF-32 without a mark',
      'a.txt',
      Buffer.concat(Array.from(planted.repeat(5), (letter) => Buffer.of(letter.codePointAt(0)!, 0, 0, 0))),
      ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
      [],
    ),
    isLenient: true,
  },
  of('EBCDIC', 'a.txt', Buffer.from('c889954081a38199404040c6c9d57c'.repeat(9), 'hex'), [], []),
  of('letters that combine without an end', 'a.txt', `${planted} a${'\u0301'.repeat(200_000)}`),
  of('marks that turn the direction', 'a.txt', `\u202e\u2066${planted}\u2069\u202c`),
  of('letters of no width', 'a.txt', `\u200b\u200d${planted}\u2060\ufeff`),
  of('four megabytes of one line', 'a.txt', `${'x'.repeat(4_000_000)} ${planted}`),
];

export const cases: readonly Case[] = [...json, ...csv, ...markup, ...encodings];
