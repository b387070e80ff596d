/** Cards and calendars: fields by name, records by card and event, exact places, held against a well-kept parser. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { cellsIn, objectOf, placesOf, readAll } from './reading.ts';

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;
const told = (answer: Awaited<ReturnType<typeof readAll>>): string[] =>
  cellsIn(answer.blocks).map(({ record, field, text }) => `${record} ${field} ${text}`);

interface Case {
  readonly why: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  /** `record field text`. */
  readonly cells: readonly string[];
  readonly unread?: readonly string[];
}

const cases: readonly Case[] = [
  {
    why: 'cards of version 3 and 4: names, parts, escapes, folded lines, groups, words in parameters',
    name: 'a.vcf',
    content: lines(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:El Amrani;Nadia;;;',
      'FN:Nadia El Amrani',
      'item1.TEL;TYPE=CELL,VOICE:+212 6 12 34 56 78',
      'EMAIL;TYPE="work,pref":nadia@exem',
      ' ple.ma',
      String.raw`ADR;TYPE=HOME;LABEL="12 rue X, Rabat":;;12\, rue des Fleurs\; 3;Rabat;;10000;Maroc`,
      String.raw`NOTE:CIN AB123456\nné à Fès`,
      'END:VCARD',
      'BEGIN:VCARD',
      'FN:Ali',
      'BDAY:1985-04-12',
      'END:VCARD',
    ),
    cells: [
      '0 VERSION 3.0',
      '0 N.family-name El Amrani',
      '0 N.given-name Nadia',
      '0 FN Nadia El Amrani',
      '0 TEL +212 6 12 34 56 78',
      '0 EMAIL nadia@exemple.ma',
      '0 ADR.LABEL 12 rue X, Rabat',
      '0 ADR.street 12, rue des Fleurs; 3',
      '0 ADR.locality Rabat',
      '0 ADR.postal-code 10000',
      '0 ADR.country Maroc',
      '0 NOTE CIN AB123456\nné à Fès',
      '1 FN Ali',
      '1 BDAY 1985-04-12',
    ],
  },
  {
    why: 'version 2.1: types without a name, quoted-printable over lines, its own character sets',
    name: 'contacts',
    content: lines(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=A9nard;Zo=C3=A9',
      'FN;CHARSET=WINDOWS-1256;ENCODING=QUOTED-PRINTABLE:=E3=CD=E3=CF =C7=E1=DA=',
      '=E1=E6=ED',
      'ORG;QUOTED-PRINTABLE:Soci=E9t=E9 X',
      'TEL;CELL;PREF:0612345678',
      'END:VCARD',
    ),
    cells: [
      '0 VERSION 2.1',
      '0 N.family-name Bénard',
      '0 N.given-name Zoé',
      '0 FN محمد العلوي',
      '0 ORG.name Société X',
      '0 TEL 0612345678',
    ],
  },
  {
    why: 'a calendar: each event is a record, with the alarms inside it',
    name: 'a.ics',
    content: lines(
      'BEGIN:VCALENDAR',
      'PRODID:x',
      'BEGIN:VEVENT',
      'ORGANIZER;CN=Nadia El Amrani:mailto:nadia@exemple.ma',
      'ATTENDEE;CN="Benali, Ali";PARTSTAT=ACCEPTED:mailto:ali@exemple.ma',
      String.raw`DESCRIPTION:Dossier AB123456\, voir`,
      '  la suite',
      'BEGIN:VALARM',
      'DESCRIPTION:Rappel',
      'END:VALARM',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:x',
      'END:VEVENT',
      'END:VCALENDAR',
    ),
    cells: [
      '0 PRODID x',
      '0 VEVENT.ORGANIZER.CN Nadia El Amrani',
      '0 VEVENT.ORGANIZER mailto:nadia@exemple.ma',
      '0 VEVENT.ATTENDEE.CN Benali, Ali',
      '0 VEVENT.ATTENDEE mailto:ali@exemple.ma',
      '0 VEVENT.DESCRIPTION Dossier AB123456, voir la suite',
      '0 VEVENT.VALARM.DESCRIPTION Rappel',
      '1 VEVENT.SUMMARY x',
    ],
  },
  {
    why: 'what is no content line is read all the same',
    name: 'a.vcf',
    content: 'BEGIN:VCARD\nFN:Ali\nAB123456\n\nTEL:06\n',
    cells: ['0 FN Ali', '0 #line AB123456', '0 TEL 06'],
    unread: ['MALFORMED_FILE'],
  },
];

describe('cards and calendars', () => {
  for (const { why, name, content, cells, unread = [] } of cases) {
    test(why, async () => {
      const answer = await readAll(objectOf(name, content));
      assert.deepEqual(told(answer), cells);
      assert.deepEqual(
        answer.unread.map(({ reason }) => reason),
        unread,
      );
    });
  }

  test('places are those of the source, wherever it is folded', async () => {
    const text = lines(
      'BEGIN:VCARD',
      String.raw`NOTE:dé\, AB123456 `,
      ' CD65',
      ' 4321 x',
      'FN;ENCODING=QUOTED-PRINTABLE:=C3=A9 EF1=',
      '23456',
      'END:VCARD',
    );
    const stored = Buffer.from(text);
    const { blocks } = await readAll(objectOf('a.vcf', text));
    for (const [value, written, line, column] of [
      ['AB123456', 'AB123456', 2, 11],
      ['CD654321', 'CD65\r\n 4321', 3, 2],
      ['EF123456', 'EF1=\r\n23456', 5, 37],
    ] as const) {
      const [place] = placesOf(blocks, value);
      assert.equal(stored.subarray(place!.byteStart!, place!.byteEnd!).toString(), written);
      assert.deepEqual([place?.line, place?.column, place?.record], [line, column, 1]);
    }
  });

  test('many cards', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => lines('BEGIN:VCARD', `FN:Ali ${i}`, `NOTE:x\\n${i}`, 'END:VCARD')).join(
      '',
    );
    const { blocks, unread } = await readAll(objectOf('a.vcf', text, [65_536, 77]));
    assert.deepEqual(unread, []);
    assert.ok(blocks.length > 1);
    assert.deepEqual(cellsIn(blocks).at(-1), { record: 19_999, field: 'NOTE', text: 'x\n19999' });
  });
});

test('the same values as ical.js reads', async () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'aé7 ,;:\\"\n=ب😀'), minLength: 1, maxLength: 90 })
    .map((value) => `x${value}`);
  const event = fc.record({ SUMMARY: text, DESCRIPTION: text, LOCATION: text });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 4 }), async (events) => {
      const calendar = new ICAL.Component('vcalendar');
      for (const values of events) {
        const component = new ICAL.Component('vevent');
        for (const [name, value] of Object.entries(values)) component.addPropertyWithValue(name.toLowerCase(), value);
        calendar.addSubcomponent(component);
      }
      const written = `${calendar.toString()}\r\n`;
      const expected = new ICAL.Component(ICAL.parse(written) as [])
        .getAllSubcomponents('vevent')
        .flatMap((component, record) =>
          component
            .getAllProperties()
            .map((one) => ({ record, field: `VEVENT.${one.name.toUpperCase()}`, text: String(one.getFirstValue()) })),
        );
      const answer = await readAll(objectOf('a.ics', written, [7, 3]));
      assert.deepEqual(answer.unread, []);
      assert.deepEqual(cellsIn(answer.blocks), expected);
    }),
    { numRuns: 150 },
  );
});
