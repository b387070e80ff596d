/** What the fields of a record say about each other: the same column means different things in different tables. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DetectorId } from '../../detectors/catalogue.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { findIn, tableOf } from './cases.ts';

const scanner = createScanner();

type Row = readonly (readonly [field: string, value: string])[];

/** A record, the detector looked at, the values found at `high` or above, and why. */
const records: readonly (readonly [record: Row, detector: DetectorId, found: readonly string[], why: string])[] = [
  [
    [
      ['$[*].name', 'Al Dhafra'],
      ['$[*].code', '01'],
    ],
    'global/person-name',
    [],
    'an article is no family',
  ],
  [
    [
      ['$[*].name', 'Bengali'],
      ['$[*].code', 'bn'],
    ],
    'global/person-name',
    [],
    'a language',
  ],
  [
    [
      ['/page/info/mal:credit/mal:email', 'y.tazi@courriel.ma'],
      ['/page/title', 'x'],
    ],
    'global/email',
    [],
    'who translated a manual',
  ],
  [
    [
      ['client.nom', 'rajae benkhmis'],
      ['client.tele', '0612345670'],
    ],
    'global/person-name',
    ['rajae benkhmis'],
    'a table of persons',
  ],
  [
    [
      ['eleve.nom', 'Oustad'],
      ['eleve.prenom', 'Yto'],
    ],
    'global/person-name',
    ['Oustad', 'Yto'],
    'beside a given name',
  ],
  [
    [
      ['nom', 'OUSTAD'],
      ['cin', 'BK102030'],
    ],
    'global/person-name',
    ['OUSTAD'],
    'beside the number of a card',
  ],
  [
    [
      ['$.patient.nom', 'Oustad'],
      ['$.patient.age', '45'],
    ],
    'global/person-name',
    ['Oustad'],
    'in JSON',
  ],
  [
    [
      ['nom', 'Oustad'],
      ['email', 'y.oustad@courriel.ma'],
    ],
    'global/person-name',
    ['Oustad'],
    'somebody with an address',
  ],
  [
    [
      ['nom', 'Benjelloun'],
      ['note', '12'],
    ],
    'global/person-name',
    ['Benjelloun'],
    'a name tells by itself',
  ],
  [
    [
      ['nom', 'Bouton Rouge'],
      ['note', '12'],
    ],
    'global/person-name',
    [],
    'a thing',
  ],
  [
    [
      ['Nom', 'Action'],
      ['Description', 'ce que fait la touche'],
    ],
    'global/person-name',
    [],
    'a table of a manual',
  ],
  [
    [
      ['produits.nom', 'Lampe Salma'],
      ['produits.prix', '120'],
    ],
    'global/person-name',
    [],
    'goods',
  ],
  [
    [
      ['villes.nom', 'Sidi Slimane'],
      ['villes.latitude', '34.2'],
    ],
    'global/person-name',
    [],
    'a place',
  ],
  [
    [
      ['banques.nom', 'Omar'],
      ['banques.email', 'contact@banque.ma'],
    ],
    'global/person-name',
    [],
    'an organisation',
  ],
  [
    [
      ['users.nom', 'Super Administrateur'],
      ['users.email', 'x.y@courriel.ma'],
    ],
    'global/person-name',
    [],
    'a function',
  ],
  [
    [
      ['banques.telephone', '0522000001'],
      ['banques.nom', 'Banque'],
    ],
    'global/phone',
    [],
    'the line of an organisation',
  ],
  [
    [
      ['hotels.adresse', '12 Avenue Hassan II, Rabat'],
      ['hotels.nom', 'Riad'],
    ],
    'global/postal-address',
    [],
    'its address',
  ],
  [
    [
      ['fournisseurs.tel', '0661000001'],
      ['fournisseurs.nom', 'X'],
    ],
    'global/phone',
    ['0661000001'],
    'a mobile is of somebody',
  ],
  [
    [
      ['clients.adresse', '12 Avenue Hassan II, Rabat'],
      ['clients.nom', 'X'],
    ],
    'global/postal-address',
    ['12 Avenue Hassan II, Rabat'],
    'a home',
  ],
  [
    [
      ['$.author.name', 'Youssef Tazi'],
      ['$.author.email', 'y.tazi@courriel.ma'],
    ],
    'global/email',
    [],
    'who wrote a package',
  ],
  [
    [
      ['/book/author/firstname', 'Youssef'],
      ['/book/author/surname', 'Tazi'],
    ],
    'global/person-name',
    [],
    'who wrote a manual',
  ],
  [
    [
      ['maladies.id', '1'],
      ['maladies.nom', 'Diabète'],
      ['maladies.description', 'chronique'],
    ],
    'sensitive/health',
    [],
    'a list of terms',
  ],
  [
    [
      ['$[*].maladies[*].nom', 'Diabète'],
      ['$[*].maladies[*].id', '1'],
      ['$[*].prenom', 'Yto'],
    ],
    'sensitive/health',
    ['Diabète'],
    'somebody has it',
  ],
  [
    [
      ['maladies.nom', 'Diabète'],
      ['maladies.patient_id', '12'],
    ],
    'sensitive/health',
    ['Diabète'],
    'a table that points at somebody',
  ],
  [
    [
      ['#definition', "CREATE TABLE t (religion ENUM('musulman','chrétien'))"],
      ['id', '1'],
    ],
    'sensitive/religion',
    [],
    'the definition of a table',
  ],
];

describe('neighbours', () => {
  for (const [record, detector, expected, why] of records) {
    const [fields, values] = [record.map(([field]) => field), record.map(([, value]) => value)];
    test(`${fields.join(', ')}: ${expected.join(', ') || 'nothing'} (${why})`, () => {
      const loud = findIn(scanner, tableOf(fields, [values])).filter(
        (hit) => hit.detector === detector && (hit.confidence === 'high' || hit.confidence === 'certain'),
      );
      assert.deepEqual(
        loud.map(({ value }) => value),
        expected,
      );
    });
  }
});
