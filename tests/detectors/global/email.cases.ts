import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['fatima.amrani@courriel.ma', 'fatima.amrani@courriel.ma', 'alone'],
    ['Écrire à <k.tazi+dossier@exemple.co.ma>.', 'k.tazi+dossier@exemple.co.ma', 'in brackets, sub-domain'],
    ['البريد الإلكتروني: y_alami@exemple.org، شكرا', 'y_alami@exemple.org', 'Arabic comma behind'],
    ['mailto:o.fassi@exemple.com?subject=x', 'o.fassi@exemple.com', 'link'],
    ['a@b.co.', 'a@b.co', 'short, end of a sentence'],
    ['"email":"s-idrissi@exemple.net"', 's-idrissi@exemple.net', 'JSON'],
    ["d'angelo@exemple.fr", "d'angelo@exemple.fr", 'apostrophe'],
    ['N.BERRADA@EXEMPLE.MA', 'N.BERRADA@EXEMPLE.MA', 'capitals'],
  ],
  ignores: [
    ['contact@exemple.ma', 'mailbox of an organisation'],
    ['E-mail : info.rabat@exemple.gov.ma', 'mailbox of an organisation beside a label'],
    ['no-reply@exemple.com', 'mailbox of nobody'],
    ['Service-Client@exemple.ma', 'mailbox of an organisation, capitals'],
    ['logo@2x.png', 'image for dense screens'],
    ['lodash@4.17.21', 'package version'],
    ['import x from "@types/node"', 'scope of a package'],
    ['git@github.com:owner/repo.git', 'remote of a repository'],
    ['postgres://user:motdepasse@db.exemple.com/x', 'secret in an address'],
    ['main@index.js', 'file name'],
    ['rdv @ 15h.ok', 'at sign between spaces'],
    ['@Override.method', 'annotation'],
    ['utilisateur@localhost', 'no dot'],
    ['a@b.notatopleveldomain', 'unknown ending'],
    ['a..b@..ma', 'empty labels'],
    ['foo@bar.x', 'one letter'],
  ],
  fields: [
    ['email', 'a.tazi@exemple.ma', 'high'],
    ['commentaire', 'voir a.tazi@exemple.ma', 'high'],
    ['email', 'non communiqué', null],
    ['email', 'contact@exemple.ma', 'low'],
  ],
};
