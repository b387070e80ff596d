import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createScanner } from '../../detectors/scanner.ts';
import { findIn, tableOf, textOf } from './cases.ts';

const scanner = createScanner();

/** Texts in which no detector may be more than unsure, and what they are. */
const lookAlikes: readonly (readonly [text: string, what: string])[] = [
  ['Commande CMD-2024-001234 du 12/05/2024', 'order number'],
  ['Facture n° FA202401 : 1 234,56 DH', 'invoice number and amount'],
  ['Bon de livraison BL123456', 'delivery note'],
  ['PO123456 / SO654321', 'purchase and sales orders'],
  ['Vol AT123 de CMN à ORY, porte B12', 'flight and gate'],
  ['AF1496 06:45 → 08:10', 'flight and times'],
  ['BP 12345, RC 123456, CP 20250', 'post box, trade register, postal code'],
  ['TP 12345678 - IF 12345678', 'taxes of an enterprise'],
  ['ICD-10: E11.9, J45, I10, F32.1', 'diagnosis codes without a person'],
  ['commit 9fceb02d0ae598e95dc970b74767f19372d61af8', 'git hash'],
  ['index 83db48f..bf269f4 100644', 'git index'],
  ['550e8400-e29b-41d4-a716-446655440000', 'UUID'],
  ['urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'UUID as a name'],
  ['version 12.4.1-rc.3+build.20240512', 'version'],
  ['node v24.21.0, npm 11.6.2', 'versions'],
  ['=SUM(AB123456:AB123999)', 'cell addresses'],
  ['Feuil1!$AB$12345', 'cell address'],
  ['2026-08-14T10:11:12.123456Z', 'timestamp'],
  ['1700000000 1700000000000 1700000000000000', 'seconds, milliseconds, microseconds'],
  ['20240512101112', 'timestamp without separators'],
  ['33.573110, -7.589843', 'coordinates'],
  ['33°34′23″N 7°35′23″W', 'coordinates in degrees'],
  ['ISBN 978-2-07-036002-4', 'book number'],
  ['ISBN-10 2070360024', 'book number, older'],
  ['ISSN 0395-2037', 'serial publication'],
  ['EAN 4006381333931', 'bar code'],
  ['EAN13 : 6111234567897', 'Moroccan bar code'],
  ['IMEI 490154203237518', 'telephone device'],
  ['sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hash'],
  ['#AB1234 #FF00FF rgba(12,34,56,.7)', 'colours'],
  ['00:1B:44:11:3A:B7', 'hardware address'],
  ['127.0.0.1:8080 0.0.0.0 255.255.255.0', 'addresses of no machine'],
  ['1.3.6.1.4.1.311.21.20', 'object identifier'],
  ['$12,345.67 €1.234,56 12 345 678 DH', 'amounts'],
  ['0.612345678 3.14159265358979', 'fractions'],
  ['A4 A3 B5 C4', 'paper sizes'],
  ['A1 N9 RN1 RR301', 'roads'],
  ['PK 12+300', 'point of a road'],
  ['vitamine B12, oméga 3', 'vitamins'],
  ['Loi n° 09-08, dahir n° 1-09-15 du 18 février 2009', 'laws'],
  ['القانون رقم 09-08 الصادر في 18 فبراير 2009', 'law in Arabic'],
  ['marché n° 12/2024, lot n° 3', 'public contract'],
  ['SKU AB123456-XL', 'article'],
  ['S/N XC123456', 'serial number'],
  ['RAL 9010, M8x40, DN50, 16A', 'parts'],
  ['GT-I9505, RTX4090, i7-12700', 'devices'],
  ['const B1 = 0x1234567;', 'source code'],
  ['import { a1b2c3 } from "@scope/pkg-12345678";', 'source code'],
  ['{"width":1234567,"height":7654321}', 'numbers in JSON'],
  ['@media (min-width:768px){.col-md-12{width:100%}}', 'style sheet'],
  ['data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'picture in a page'],
  ['Avenue Mohammed V', 'street named after a king'],
  ['Hôpital Ibn Sina, CHU Mohammed VI', 'hospitals'],
  ['Raja - Wydad 2-1 (45+2)', 'football'],
  ['Horaires : 08h30-12h30, 14h30-18h30', 'hours'],
  ['Tél. d’urgence : 15, 19, 177', 'short numbers'],
  ['page 123 sur 456', 'pages'],
  ['Art. 12(1)(e), al. 3', 'article of a law'],
  ['سنة 2024 من 15 و 20', 'year, "and"'],
];

/** Columns whose values only look like something; the field's name says what they are. */
const columns: readonly (readonly [field: string, values: readonly string[]])[] = [
  ['sku', ['AB123456', 'BK123457', 'JC654321']],
  ['ref_article', ['BE123456', 'T123456', 'K654321']],
  ['order_id', ['4111111111111111', '5555555555554444', '4012888888881881']],
  ['timestamp', ['1700000000', '0612345678', '1700000002']],
  ['lat', ['33.573110', '34.020882', '31.629472']],
  ['code_postal', ['20250', '10000', '40000']],
  ['montant', ['123456789', '987654321', '612345678']],
  ['version', ['12.34.56.78', '1.2.3.4', '10.20.30.40']],
  [
    'uuid',
    ['550e8400-e29b-41d4-a716-446655440000', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', '00000000-0000-0000-0000-000000000000'],
  ],
];

describe('look-alikes', () => {
  for (const [text, what] of lookAlikes) {
    test(`${what}: ${text}`, () => {
      const loud = findIn(scanner, textOf(text)).filter(({ confidence }) => confidence !== 'low');
      assert.deepEqual(
        loud.map(({ detector, value, confidence }) => [detector, value, confidence]),
        [],
      );
    });
  }

  for (const [field, values] of columns) {
    test(`column ${field}`, () => {
      const hits = findIn(
        scanner,
        tableOf(
          [field],
          values.map((value) => [value]),
        ),
      );
      assert.deepEqual(
        hits
          .filter(({ confidence }) => confidence !== 'low')
          .map(({ detector, value, confidence }) => [detector, value, confidence]),
        [],
      );
    });
  }
});
