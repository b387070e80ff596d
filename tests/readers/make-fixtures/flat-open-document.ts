/** Documents as flat OpenDocument, from which LibreOffice makes all the others. */

const spaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['draw', 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
  ['number', 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'],
  ['presentation', 'urn:oasis:names:tc:opendocument:xmlns:presentation:1.0'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

interface Parts {
  readonly kind: 'text' | 'spreadsheet' | 'presentation';
  readonly body: string;
  readonly styles?: string;
  readonly automatic?: string;
  readonly master?: string;
}

const flat = ({ kind, body, styles = '', automatic = '', master = '' }: Parts): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.${kind}">` +
  `<office:meta><meta:initial-creator>auteur@exemple.ma</meta:initial-creator></office:meta><office:styles>${styles}</office:styles>` +
  `<office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles>${master}</office:master-styles>` +
  `<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`;

const paragraph = (content: string): string => `<text:p>${content}</text:p>`;
const change = (id: string, kind: string, content: string): string =>
  `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>Nadia Exemple</dc:creator><dc:date>2026-01-12T10:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`;
const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string">${paragraph(cell)}</table:table-cell>`).join('')}</table:table-row>`;

/** A letter with header, note, text box, table, tracked changes and comment. */
export const letter = flat({
  kind: 'text',
  automatic:
    '<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/></style:page-layout>',
  master: `<style:master-page style:name="Standard" style:page-layout-name="pl"><style:header>${paragraph('En-tête entete@exemple.ma')}</style:header></style:master-page>`,
  body:
    `<text:tracked-changes>${change('c1', 'deletion', paragraph('supprime@exemple.ma '))}${change('c2', 'insertion', '')}</text:tracked-changes>` +
    paragraph('Dossier suivi à Fès par corps@exemple.ma cette année.') +
    paragraph('يسكن السيد أحمد في فاس وعنوانه arabe@exemple.ma ورقم سيارته 12345-أ-6') +
    paragraph(
      'Avant <text:change text:change-id="c1"/>puis <text:change-start text:change-id="c2"/>ajoute@exemple.ma<text:change-end text:change-id="c2"/> fin.',
    ) +
    paragraph(
      `Renvoi<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${paragraph('Voir note@exemple.ma.')}</text:note-body></text:note> ici` +
        `<office:annotation><dc:creator>Nadia Exemple</dc:creator>${paragraph('Vérifier commentaire@exemple.ma')}</office:annotation>.`,
    ) +
    paragraph(
      `<draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box>${paragraph('Encadré boite@exemple.ma')}</draw:text-box></draw:frame>`,
    ) +
    `<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>${row('nom', 'courriel')}${row('Sara', 'tableau1@exemple.ma')}${row('Omar', 'tableau2@exemple.ma')}</table:table>` +
    paragraph('Fin.'),
});

/** A page to be drawn as a picture. */
export const picture = flat({
  kind: 'text',
  automatic:
    '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-size="18pt" fo:font-family="DejaVu Sans"/></style:style>' +
    '<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="16cm" fo:page-height="6cm" fo:margin="0.5cm"/></style:page-layout>',
  master: '<style:master-page style:name="Standard" style:page-layout-name="pl"/>',
  body: [
    'Fiche de la cliente Sara Exemple',
    'Téléphone : 0600000001',
    'رقم البطاقة الوطنية للسيد أحمد',
    'Courriel sara@exemple.ma',
  ]
    .map((line) => `<text:p text:style-name="P">${line}</text:p>`)
    .join(''),
});

const text = (content: string, extra = '', inner = ''): string =>
  `<table:table-cell office:value-type="string" ${extra}>${inner}${paragraph(content)}</table:table-cell>`;
const date = (iso: string): string =>
  `<table:table-cell table:style-name="d" office:value-type="date" office:date-value="${iso}">${paragraph(iso)}</table:table-cell>`;
const phone = (digits: string): string =>
  `<table:table-cell table:style-name="t" office:value-type="float" office:value="${Number(digits)}">${paragraph(digits)}</table:table-cell>`;
const rowOf = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

/** A workbook with dates, telephone numbers kept as numbers, a comment, repeated cells and rows, and a hidden sheet. */
export const workbook = flat({
  kind: 'spreadsheet',
  automatic:
    '<number:date-style style:name="nd"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>' +
    '<number:number-style style:name="nt"><number:number number:min-integer-digits="10" number:decimal-places="0"/></number:number-style>' +
    '<style:style style:name="d" style:family="table-cell" style:data-style-name="nd"/><style:style style:name="t" style:family="table-cell" style:data-style-name="nt"/>' +
    '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>',
  body:
    '<table:table table:name="Clients"><table:table-column table:number-columns-repeated="5"/>' +
    rowOf(text('nom'), text('courriel'), text('naissance'), text('téléphone'), text('ville')) +
    rowOf(
      text('Sara Exemple'),
      text(
        'b2@exemple.ma',
        '',
        `<office:annotation><dc:creator>Nadia Exemple</dc:creator>${paragraph('rappeler note-b2@exemple.ma')}</office:annotation>`,
      ),
      date('1990-05-17'),
      phone('0600000001'),
      text('Fès'),
    ) +
    '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="5"/></table:table-row>' +
    rowOf(text('علي مثال'), text('b6@exemple.ma'), date('1985-01-02'), '<table:table-cell/>', text('فاس')) +
    rowOf(text('a7-repete@exemple.ma', 'table:number-columns-repeated="2"'), date('2000-02-29')) +
    '</table:table>' +
    `<table:table table:name="Caché" table:style-name="h"><table:table-column/>${rowOf(text('note'))}${rowOf(text('cache@exemple.ma'))}</table:table>`,
});

const slide = (name: string, content: string, notes: string): string =>
  `<draw:page draw:name="${name}" draw:master-page-name="M"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box>${paragraph(content)}</draw:text-box></draw:frame>` +
  `<presentation:notes><draw:frame svg:x="2cm" svg:y="14cm" svg:width="15cm" svg:height="8cm" presentation:class="notes"><draw:text-box>${paragraph(notes)}</draw:text-box></draw:frame></presentation:notes></draw:page>`;

/** Two slides with notes. */
export const slides = flat({
  kind: 'presentation',
  automatic:
    '<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>',
  master: '<style:master-page style:name="M" style:page-layout-name="pl"/>',
  body: slide('un', 'Équipe : page1@exemple.ma', 'dire note1@exemple.ma') + slide('deux', 'فريق page2@exemple.ma', 'fin'),
});
