import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { checkRegister } from '../../../law/check-register.ts';
import { registerSchema, type Register } from '../../../law/register.ts';
import { type ApiUnderTest, startApi } from './harness.ts';

let api: ApiUnderTest;
before(async () => {
  api = await startApi();
});
after(() => api.stop());

/** A register that uses every key of a treatment that Art. 15 and the formality know, and values that YAML likes to change. */
const text = `version: 1
controller: { name: Société d’essai, kind: company, legalForm: SARL, address: "12, rue d’essai, Rabat", country: MA, vitalInfrastructure: false }
treatments:
  - id: payroll
    name: "Paie : salaires"
    characteristics: Fichier du personnel
    purposes: [Paie, "on"]
    collectedFor: [Paie]
    linkedPurposes: true
    startedOn: 2026-02-01
    dataSubjects: [Salariés, الأجراء]
    dataCategories:
      - { category: national-id-number, label: CIN, origin: Le salarié }
      - { category: financial }
    recipients: []
    processors: [{ name: Hébergeur, contract: C-1, country: MA }]
    transfers: [{ state: FR, ground: adequate }, { state: US, ground: consent, proof: "0123" }]
    retention: { period: P5Y, from: fin du contrat, dateField: date_sortie }
    rightsContact: Service RH
    rightsMeasures: Formulaire
    security: { general: Décrite, art24: { a: Badges, h: "yes" } }
    interconnections: [{ with: CNSS, purpose: Cotisations, sameController: false }]
    cessions: []
    legalBasis: { ground: legal-obligation, proof: "Code du travail" }
    sensitiveGround: { ground: law, proof: "Texte" }
    formality: { kind: authorisation, reference: "A-RH-1/2026", filedOn: 2026-01-01, grantedOn: 2026-01-20, term: 2030-01-01, conditions: [Chiffrer] }
    stores: ["s3://hr/**", "postgresql://db/hr/public/staff#cin"]
    sensitiveUnderLaw0520: false
  - { id: portal, name: Portail, purposes: [], otherData: [image], publicRegister: false }
`;

test('a register in YAML goes through the API and comes back the same, byte for byte of meaning', async () => {
  const register: Register = registerSchema.parse(parse(text));
  const legal = { groups: '[lawyer]' };
  await api.call({ method: 'PUT', path: '/controller', body: register.controller, headers: { 'if-match': '"0"' }, ...legal });
  for (const treatment of register.treatments) {
    const path = `/treatments/${treatment.id}`;
    const { status } = await api.call({ method: 'PUT', path, body: treatment, headers: { 'if-none-match': '*' }, ...legal });
    assert.equal(status, 202, treatment.id);
  }
  const read = async (path: string) => (await api.call({ method: 'GET', path, ...legal })).body;
  const list = (
    (await read('/treatments'))['items'] as unknown as readonly { readonly treatment: { readonly id: string } }[]
  ).map(({ treatment }) => treatment);
  const order = register.treatments.map(({ id }) => id);
  const back = {
    version: 1,
    controller: (await read('/controller'))['controller'],
    treatments: list.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
  };
  assert.deepEqual(back, register);
  const dumped = stringify(back);
  assert.deepEqual(registerSchema.parse(parse(dumped)), register);
  const plain = ({ issues }: ReturnType<typeof checkRegister>) => issues.map(({ code, path }) => [code, path]);
  assert.deepEqual(plain(checkRegister(dumped)), plain(checkRegister(text)), 'the check says the same of both');

  const folder = mkdtempSync(join(tmpdir(), 'kashf-register-'));
  try {
    writeFileSync(join(folder, 'register.yaml'), dumped);
    const command = join(import.meta.dirname, '../../../cli/kashf.js');
    execFileSync(process.execPath, [command, 'register', 'check', join(folder, 'register.yaml')], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
