/** The templates of each part and language. */
import type { Language, Part, Templates } from './kinds.ts';
import { ar as testArabic } from './test/ar.ts';
import { darija as testDarija } from './test/darija.ts';
import { en as testEnglish } from './test/en.ts';
import { fr as testFrench } from './test/fr.ts';
import { ar as trainArabic } from './train/ar.ts';
import { darija as trainDarija } from './train/darija.ts';
import { en as trainEnglish } from './train/en.ts';
import { fr as trainFrench } from './train/fr.ts';

const all: Readonly<Record<Part, Readonly<Record<Language, Templates>>>> = {
  train: { fr: trainFrench, ar: trainArabic, darija: trainDarija, en: trainEnglish },
  test: { fr: testFrench, ar: testArabic, darija: testDarija, en: testEnglish },
};

export const templatesOf = (part: Part, language: Language): Templates => all[part][language];
