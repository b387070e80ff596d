/** Every route of the API: the one list that requests are answered from and the OpenAPI document is written from. */
import { z } from 'zod';
import { alertRoutes } from './alerts.ts';
import { auditRoutes } from './audit.ts';
import { component } from './components.ts';
import { controllerRoutes } from './controller.ts';
import { findingRoutes } from './findings.ts';
import { describeApi } from './open-api.ts';
import { registerRoutes } from './register-history.ts';
import { readers, roles } from './roles.ts';
import { defineRoute, type Route } from './route.ts';
import { scanRoutes } from './scans.ts';
import { list, versioned, versionField } from './schema-parts.ts';
import { storeRoutes } from './stores.ts';
import { treatmentRoutes } from './treatments.ts';
import { verdictRoutes } from './verdicts.ts';

const getMe = defineRoute({
  method: 'GET',
  path: '/me',
  operation: 'getMe',
  summary: 'Who the token says you are, and what you may do.',
  roles: readers,
  answers: component(
    'Me',
    z.strictObject({ ...versionField, subject: z.string(), roles: list(z.enum(roles)), operations: list(z.string()) }),
  ),
  answer: async ({ caller }) => ({
    body: {
      ...versioned,
      subject: caller.subject,
      roles: caller.roles,
      operations: routes
        .filter((route) => route.roles.some((role) => caller.roles.includes(role)))
        .map(({ operation }) => operation),
    },
  }),
});

const getOpenApi = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  operation: 'getOpenApi',
  summary: 'This document.',
  roles: readers,
  answers: z.looseObject({ openapi: z.string() }),
  answer: async () => ({ body: describeApi(routes) }),
});

export const routes: readonly Route[] = [
  ...treatmentRoutes,
  ...controllerRoutes,
  ...registerRoutes,
  ...storeRoutes,
  ...scanRoutes,
  ...findingRoutes,
  ...verdictRoutes,
  ...alertRoutes,
  ...auditRoutes,
  getMe,
  getOpenApi,
];
