import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedCall {
  /** Operation, as in `AWSEvents.PutEvents`. */
  readonly target: string;
  readonly body: Record<string, unknown>;
}

export interface JsonEndpoint {
  readonly endpoint: string;
  readonly calls: RecordedCall[];
  stop(): Promise<void>;
}

/** An AWS endpoint of the JSON protocols for services that no emulator here has: it records calls and gives the answers it was told. */
export async function startJsonEndpoint(
  answer: (call: RecordedCall) => { readonly status: number; readonly body: object },
): Promise<JsonEndpoint> {
  const calls: RecordedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = {
        target: String(request.headers['x-amz-target']),
        body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
      };
      calls.push(call);
      const { status, body } = answer(call);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
