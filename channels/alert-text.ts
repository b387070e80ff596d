/** The short text that people get about an alert, in English and French. */
import type { Alert, AlertState } from '../law/contract.ts';

const events = {
  open: ['opened', 'ouverte'],
  acknowledged: ['acknowledged', 'prise en charge'],
  suppressed: ['suppressed', 'mise en sourdine'],
  resolved: ['resolved', 'résolue'],
  reopened: ['reopened', 'rouverte'],
} as const satisfies Record<AlertState, readonly [string, string]>;

/** SNS takes at most this many characters, ASCII, as a subject. */
const maxSubjectLength = 99;

export function writeAlertText(alert: Alert): { readonly subject: string; readonly text: string } {
  const { gap } = alert;
  const [english, french] = events[alert.state];
  const lines = [
    `Alert ${english} / Alerte ${french}`,
    '',
    `Store / Dépôt : ${alert.store}`,
    `Gap / Écart : ${gap.kind} (${gap.severity})`,
    `Law 09-08 / Loi 09-08 : art. ${gap.articles.join(', ')}`,
    ...(gap.treatment === null ? [] : [`Treatment / Traitement : ${gap.treatment}`]),
    `Alert / Alerte : ${alert.id}`,
  ];
  return { subject: `Kashf: alert ${english}, ${gap.kind} (${gap.severity})`.slice(0, maxSubjectLength), text: lines.join('\n') };
}
