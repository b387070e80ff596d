/** The templates of each part and language. */
import { type Language, type MoreTemplates, type Part, sensitiveKinds, type Templates } from './kinds.ts';
import { ar as testArabic } from './test/ar.ts';
import { darija as testDarija } from './test/darija.ts';
import { en as testEnglish } from './test/en.ts';
import { fr as testFrench } from './test/fr.ts';
import { ar as trainArabic } from './train/ar.ts';
import { moreArabic } from './train/ar-more.ts';
import { darija as trainDarija } from './train/darija.ts';
import { moreDarija } from './train/darija-more.ts';
import { en as trainEnglish } from './train/en.ts';
import { moreEnglish } from './train/en-more.ts';
import { fr as trainFrench } from './train/fr.ts';
import { moreFrench } from './train/fr-more.ts';

type ByKind = Templates['statements'];

const joinKinds = (first: ByKind, more: Partial<ByKind>): ByKind =>
  Object.fromEntries(sensitiveKinds.map((kind) => [kind, [...first[kind], ...(more[kind] ?? [])]])) as unknown as ByKind;

const join = (first: Templates, more: MoreTemplates): Templates => ({
  ...first,
  sentences: [...first.sentences, ...more.sentences],
  decoys: [...first.decoys, ...more.decoys],
  statements: joinKinds(first.statements, more.statements),
  candidates: joinKinds(first.candidates, more.candidates),
});

const all: Readonly<Record<Part, Readonly<Record<Language, Templates>>>> = {
  train: {
    fr: join(trainFrench, moreFrench),
    ar: join(trainArabic, moreArabic),
    darija: join(trainDarija, moreDarija),
    en: join(trainEnglish, moreEnglish),
  },
  test: { fr: testFrench, ar: testArabic, darija: testDarija, en: testEnglish },
};

export const templatesOf = (part: Part, language: Language): Templates => all[part][language];
