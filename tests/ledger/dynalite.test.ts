import { after } from 'node:test';
import { startDynalite } from '../../local/emulators/dynalite.ts';
import { testLedger } from './contract.ts';

const server = await startDynalite();
after(() => server.stop());
testLedger('dynalite', server.endpoint);
