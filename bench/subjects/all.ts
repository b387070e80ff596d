/** Every format, by kind. */
import { documents } from './documents.ts';
import { packed } from './packed.ts';
import type { Subject } from './subject.ts';
import { tables } from './tables.ts';
import { texts } from './text.ts';

export const subjects: readonly Subject[] = [...texts, ...tables, ...documents, ...packed];
