/** Who changed what, and when. */
import { component } from './components.ts';
import { pageOf, pageQuery, readPage, writePage } from './pages.ts';
import { auditSchema } from './result-schemas.ts';
import { readers } from './roles.ts';
import { defineRoute } from './route.ts';

const listAudit = defineRoute({
  method: 'GET',
  path: '/audit',
  operation: 'listAudit',
  summary: 'The audit trail, newest first.',
  roles: readers,
  query: pageQuery,
  answers: component('AuditPage', pageOf(auditSchema)),
  problems: ['bad-cursor'],
  async answer({ query }, { ledger }) {
    return { body: writePage(await ledger.audit.audit(readPage(query)), (entry) => entry) };
  },
});

export const auditRoutes = [listAudit];
