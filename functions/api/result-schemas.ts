/** Schemas of what scans say: stores, scans, findings, skips, notes, audit. */
import { z } from 'zod';
import { categories } from '../../detectors/catalogue.ts';
import { confidences, evidenceKinds } from '../../detectors/contract.ts';
import { detectorIdSchema } from '../../detectors/id-schema.ts';
import { noteCodes, skipReasons } from '../../readers/contract.ts';
import { component } from './components.ts';
import { list, time } from './schema-parts.ts';

const whole = z.int().nullable();

export const storeSchema = component(
  'Store',
  z.strictObject({
    v: z.literal(1),
    id: z.string().describe('Id of the store in paths: its URI in base64url.'),
    uri: z.string(),
    account: z.string().nullable(),
    region: z.string().nullable(),
    hostingState: z.string().nullable(),
    posture: z.strictObject({
      encryption: z.enum(['none', 'service-key', 'customer-key']).nullable(),
      publicAccess: z.boolean().nullable(),
      versioning: z.boolean().nullable(),
      logging: z.boolean().nullable(),
      expiresAfterDays: z.number().nullable(),
    }),
    firstSeenAt: time,
    lastSeenAt: time,
    lastScan: z.string().nullable(),
  }),
);

export const scanSchema = component(
  'Scan',
  z.strictObject({
    v: z.literal(1),
    id: z.string(),
    state: z.enum(['planned', 'running', 'completed', 'failed']),
    startedAt: time,
    endedAt: time.nullable(),
    trigger: z.enum(['schedule', 'api', 'object-event', 'local']),
    seed: z.int(),
    detectorsVersion: z.string(),
    lawVersion: z.string(),
    stores: z.int(),
    shardsPlanned: z.int(),
    shardsDone: z.int(),
    shardsFailed: z.int(),
    skips: z.int(),
    complete: z.boolean().nullable(),
    progress: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('Share of the planned shards that are done; null before they are planned.'),
  }),
);

const placeSchema = component(
  'Place',
  z.strictObject({
    line: whole,
    column: whole,
    byteStart: whole,
    byteEnd: whole,
    field: z.string().nullable(),
    record: whole,
    page: whole,
    cell: z.string().optional().describe('Cell of a sheet, as spreadsheets name it; only where there are sheets.'),
  }),
);

export const findingSchema = component(
  'Finding',
  z.strictObject({
    v: z.literal(1),
    finding: z.strictObject({
      v: z.literal(1),
      id: z.string(),
      store: z.string(),
      object: z.string(),
      objectId: z.string(),
      containers: list(z.string()).optional().describe('Ids of the objects it lies in (an archive), outermost first.'),
      field: z.string().nullable(),
      detector: detectorIdSchema,
      category: z.enum(categories),
      count: z.int().describe('0 where an allow list permits every match; the finding is then closed.'),
      allowed: z.int().optional().describe('Matches that an allow list permits, not in `count`; absent where there is none.'),
      distinct: z.number(),
      confidence: z.enum(confidences),
      evidence: list(z.strictObject({ kind: z.enum(evidenceKinds), detail: z.string().nullable() })),
      places: list(placeSchema),
      mask: z.string().nullable(),
    }),
    state: z.enum(['open', 'closed']),
    openedAt: time,
    updatedAt: time,
    closedAt: time.nullable(),
    scan: z.string(),
    detectorsVersion: z.string(),
  }),
);

export const skipSchema = component(
  'Skip',
  z.strictObject({
    v: z.literal(1),
    store: z.string(),
    object: z.string().nullable(),
    reason: z.enum(skipReasons),
    detail: z.string(),
  }),
);

export const noteSchema = component(
  'Note',
  z.strictObject({
    v: z.literal(1),
    store: z.string(),
    object: z.string(),
    code: z.enum(noteCodes),
    detail: z.string(),
  }),
);

export const auditSchema = component(
  'AuditEntry',
  z.strictObject({
    v: z.literal(1),
    at: time,
    by: z.string(),
    action: z.string(),
    target: z.string(),
    detail: z.record(z.string(), z.unknown()).readonly(),
  }),
);
