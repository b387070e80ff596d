/** Ways in which a table can fail a ledger, as middleware of a real client: the emulator behind it stays real. */
import type { DynamoDBClient, WriteRequest } from '@aws-sdk/client-dynamodb';

/** A command as the client is about to send it. */
export interface Sent {
  readonly command: string;
  readonly input: Record<string, unknown>;
}

/** Notes the name of every command sent. */
export function recordCommands(client: DynamoDBClient, seen: Set<string>): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      seen.add(String(context.commandName).replace(/Command$/, ''));
      return next(args);
    },
    { step: 'initialize', name: 'record' },
  );
}

/** Counts the commands sent of one kind. */
export function countCommands(client: DynamoDBClient, command: string): { count: number } {
  const counter = { count: 0 };
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === command) counter.count += 1;
      return next(args);
    },
    { step: 'initialize', name: `count-${command}` },
  );
  return counter;
}

/** What a killed worker is to the ledger: the first command that fits is not sent, or is sent and its answer lost. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Fails once. `before` = the write never reached the table; `after` = it did, and nobody learned of it. */
export function killOnce(client: DynamoDBClient, moment: 'before' | 'after', fits: (sent: Sent) => boolean): void {
  let armed = true;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const hit = armed && fits({ command: String(context.commandName), input: args.input as Record<string, unknown> });
      if (!hit) return next(args);
      armed = false;
      if (moment === 'after') await next(args);
      throw new Killed(`killed ${moment} ${String(context.commandName)}`);
    },
    { step: 'initialize', name: 'kill' },
  );
}

/** Leaves all but the first request of a batch undone, `times` times, as a throttled table does. */
export function leaveUnprocessed(client: DynamoDBClient, times: number): void {
  let left = times;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as { RequestItems?: Record<string, WriteRequest[]> };
      const [entry] = Object.entries(input.RequestItems ?? {});
      if (context.commandName !== 'BatchWriteItemCommand' || entry === undefined || left === 0) return next(args);
      left -= 1;
      const [table, requests] = entry;
      const answer = await next({ ...args, input: { ...input, RequestItems: { [table]: requests.slice(0, 1) } } });
      Object.assign(answer.output, { UnprocessedItems: requests.length > 1 ? { [table]: requests.slice(1) } : {} });
      return answer;
    },
    { step: 'initialize', name: 'unprocessed' },
  );
}
