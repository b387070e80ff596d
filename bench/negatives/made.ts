/** Text that holds nobody's data, made from a seed: goods, positions, logs, locks, squeezed scripts, and prose on health and politics. */
import { type Random, makeRandom } from '../../local/sample/random.ts';
import type { NegativeFile } from './count.ts';
import { prose } from './prose.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const hex = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.integer(0, 15).toString(16)).join('');
const base64 = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.pick([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'])).join(
    '',
  );
const stamp = (random: Random): string =>
  `${random.integer(2019, 2026)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}T${two(random.integer(0, 23))}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}.${random.digits(3)}Z`;
const version = (random: Random): string => `${random.integer(0, 12)}.${random.integer(0, 40)}.${random.integer(0, 20)}`;

/** Letters of offices that identity cards begin with, in front of the numbers of goods. */
const prefixes = ['AB', 'BK', 'BE', 'EE', 'JB', 'FA', 'BL', 'K', 'T', 'X'];
const goods = ['Chaise pliante', 'Table basse', 'Perceuse', 'Théière', 'Tapis', 'Lampe', 'Étagère', 'Marteau', 'Pompe', 'Câble'];
const packages = ['lodash', 'left-pad', 'chalk', 'debug', 'semver', 'glob', 'minimist', 'acorn', 'zod', 'undici', 'yaml', 'pino'];
const places = ['Phare', 'Port', 'Gare', 'Barrage', 'Col', 'Forage', 'Antenne', 'Puits'];
const parts = ['cache', 'queue', 'worker', 'router', 'ingest', 'scheduler', 'mailer', 'indexer'];

const item = (random: Random): string => `${random.pick(prefixes)}${random.digits(random.integer(5, 6))}`;
const ean = (random: Random): string => `611${random.digits(10)}`;

const makers: Readonly<Record<string, { readonly head: string; line(random: Random): string }>> = {
  'catalogue.csv': {
    head: 'sku;designation;ean;lot;emplacement;prix;stock',
    line: (random) =>
      `${item(random)};${random.pick(goods)} ${random.integer(20, 200)} cm;${ean(random)};${item(random)};${random.pick(['A', 'B', 'C'])}${random.integer(1, 40)}-${random.integer(1, 9)};${random.integer(10, 9000)},${two(random.integer(0, 99))};${random.integer(0, 900)}`,
  },
  'commandes.jsonl': {
    head: '',
    line: (random) =>
      `{"order_no":"06${random.digits(8)}","ref":"${item(random)}","sku":"${item(random)}","qty":${random.integer(1, 40)},"tracking":"${random.pick(['7', '6'])}${random.digits(8)}","total":${random.integer(10, 90_000)}.${two(random.integer(0, 99))},"at":"${stamp(random)}"}`,
  },
  'bons.txt': {
    head: '',
    line: (random) =>
      `Bon de livraison ${item(random)} du ${two(random.integer(1, 28))}/${two(random.integer(1, 12))}/${random.integer(2019, 2026)}, article ${item(random)}, ${random.integer(1, 90)} x ${random.pick(goods)}, facture FA${random.digits(6)}`,
  },
  'positions.csv': {
    head: 'id;site;latitude;longitude;altitude;releve',
    line: (random) =>
      `${random.integer(1, 99_999)};${random.pick(places)} ${random.integer(1, 90)};${random.integer(27, 35)}.${random.digits(6)};-${random.integer(1, 12)}.${random.digits(6)};${random.integer(0, 4000)};${stamp(random)}`,
  },
  'trace.nmea': {
    head: '',
    line: (random) =>
      `$GPGGA,${random.digits(6)}.00,${random.integer(27, 35)}${random.integer(10, 59)}.${random.digits(4)},N,00${random.integer(1, 9)}${random.integer(10, 59)}.${random.digits(4)},W,1,08,0.9,${random.integer(1, 900)}.4,M,46.9,M,,*${hex(random, 2)}`,
  },
  'service.log': {
    head: '',
    line: (random) =>
      `${stamp(random)} ${random.pick(['INFO', 'WARN', 'DEBUG'])} ${random.pick(parts)}[${random.integer(100, 65_000)}] ${random.pick(['flushed', 'retried', 'dropped', 'took', 'read'])} ${random.integer(1, 90_000)} id=${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)} job=${random.digits(10)} node=10.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(0, 255)}:${random.integer(1024, 65_000)} build=${version(random)}.${random.integer(1, 400)} ${random.pick(parts)}@${version(random)}`,
  },
  'yarn.lock': {
    head: '# yarn lockfile v1\n',
    line: (random) => {
      const name = random.pick(packages);
      const at = version(random);
      return `${name}@^${at}:\n  version "${at}"\n  resolved "https://registry.exemple.org/${name}/-/${name}-${at}.tgz#${hex(random, 40)}"\n  integrity sha512-${base64(random, 86)}==\n`;
    },
  },
  'go.sum': {
    head: '',
    line: (random) =>
      `git.exemple.org/x/${random.pick(packages)} v${version(random)} h1:${base64(random, 43)}=\ngit.exemple.org/x/${random.pick(packages)} v0.0.0-${random.digits(14)}-${hex(random, 12)}/go.mod h1:${base64(random, 43)}=`,
  },
  'app.min.js': {
    head: '',
    line: (random) =>
      `!function(t,e){var n=${random.integer(0, 999_999)},r="${hex(random, 6)}",i=t.${random.pick(parts)}||{};if(i.m.n(${random.digits(9)})&&e[${random.integer(0, 99)}]>.${random.digits(9)})return e.email=t.e,e.phone=i.p,n.nom=r.prenom;for(var o=0;o<${random.integer(1, 99)};o++)i["${item(random)}"]=0x${hex(random, 8)},t.M.A=i.M(o)}(this,{v:"${version(random)}.${random.integer(0, 9)}"});`,
  },
  'modele.py': {
    head: '',
    line: (random) =>
      `class ${random.pick(['Patient', 'Adherent', 'Salarie', 'Client'])}${random.digits(3)}(models.Model):\n    nom = models.CharField(max_length=${random.integer(20, 200)})\n    cin = models.CharField(max_length=8, unique=True, verbose_name="CIN")\n    telephone = PhoneField(blank=True, default=None)\n    groupe_sanguin = models.CharField(choices=GROUPES)\n    maladie_chronique = models.BooleanField(default=False)\n    syndicat = models.ForeignKey(Syndicat, on_delete=models.PROTECT)\n    password = os.environ["DB_PASSWORD_${random.digits(2)}"]\n`,
  },
  'schema.sql': {
    head: '',
    line: (random) =>
      `CREATE TABLE t_${hex(random, 6)} (\n  id bigint NOT NULL DEFAULT ${random.digits(4)},\n  nom varchar(80) COMMENT 'Nom du patient',\n  cin char(8),\n  diagnostic text,\n  religion varchar(20) DEFAULT NULL,\n  rib char(24) CHECK (length(rib) = 24)\n);\nINSERT INTO parametres VALUES (${random.integer(1, 900)}, '${random.pick(parts)}.timeout', '${random.digits(4)}');`,
  },
  'sante.txt': { head: '', line: (random) => prose(random, 'health') },
  'politique.txt': { head: '', line: (random) => prose(random, 'politics') },
};

/** The kinds of made text, by the names of their files. */
export const madeKinds: readonly string[] = Object.keys(makers);

/** One file of a kind, of at least so many bytes. */
export function makeNegative(name: string, size: number, seed: number): NegativeFile {
  const maker = makers[name];
  if (maker === undefined) throw new Error(`No made text is called ${name}`);
  const random = makeRandom(seed, `negatives/${name}`);
  const lines = maker.head === '' ? [] : [maker.head];
  for (let length = 0; length < size;) {
    const line = maker.line(random);
    length += Buffer.byteLength(line) + 1;
    lines.push(line);
  }
  return { name, bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
