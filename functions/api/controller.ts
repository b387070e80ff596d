/** Who is responsible for the processing. */
import { z } from 'zod';
import { controllerSchema } from '../../law/register.ts';
import { component } from './components.ts';
import { readExpected, refuseStale } from './precondition.ts';
import { reassessAll } from './reassess.ts';
import { readers, registrars } from './roles.ts';
import { defineRoute } from './route.ts';
import { versioned, versionField } from './schema-parts.ts';

const fields = {
  ...versionField,
  revision: z.int().describe('Revision of the whole register.'),
  controller: component('Controller', controllerSchema).nullable().describe('null until somebody has described it.'),
};

const getController = defineRoute({
  method: 'GET',
  path: '/controller',
  operation: 'getController',
  summary: 'The controller, with the revision of the register as ETag.',
  sends: ['etag'],
  roles: readers,
  answers: component('ControllerEntry', z.strictObject(fields)),
  async answer(_request, { ledger }) {
    const { revision, controller } = await ledger.register.read();
    return { body: { ...versioned, revision, controller }, revision };
  },
});

const putController = defineRoute({
  method: 'PUT',
  path: '/controller',
  operation: 'putController',
  summary: 'Describes the controller; all stores are assessed anew in the background.',
  sends: ['etag'],
  roles: registrars,
  headers: ['if-match'],
  body: controllerSchema,
  status: 202,
  answers: component('ControllerChange', z.strictObject({ ...fields, stores: z.int() })),
  problems: ['precondition-required', 'precondition-failed', 'bad-precondition'],
  async answer({ body, header, caller }, ports) {
    const expected = readExpected(header);
    const before = await ports.ledger.register.read();
    if (before.revision !== expected) throw refuseStale(expected, before.revision);
    const change = { by: caller.subject, at: ports.clock.now() };
    const { revision } = await ports.ledger.register.putController(body, change);
    const stores = await reassessAll(revision, ports);
    if (revision !== before.revision) {
      await ports.ledger.audit.append({
        v: 1,
        ...change,
        action: 'controller.put',
        target: 'controller',
        detail: { before: before.controller, after: body },
      });
    }
    return { body: { ...versioned, revision, stores, controller: body }, revision };
  },
});

export const controllerRoutes = [getController, putController];
