import { buildApp } from 'fauxqs';
import { environmentOf, type Emulator } from './emulator.ts';

/** Starts S3, SQS, SNS and STS in memory (fauxqs), account 000000000000. */
export async function startFauxqs(): Promise<Emulator> {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return { endpoint, environment: environmentOf(endpoint), stop: () => app.close() };
}
