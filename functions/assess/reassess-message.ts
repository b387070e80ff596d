/** The message that asks for one store to be assessed anew. */
import { z } from 'zod';
import type { ReassessMessage } from '../../channels/contract.ts';

const schema = z.object({
  v: z.literal(1),
  store: z.string().min(1),
  scan: z.string().nullable(),
  revision: z.number().nullable(),
});

/** Parses a message's body. Throws if it is not such a message. */
export function parseReassessMessage(body: unknown): ReassessMessage {
  const message = schema.safeParse(body);
  if (!message.success) throw new TypeError('Cannot read the message: it does not ask for a store to be assessed');
  return message.data;
}
