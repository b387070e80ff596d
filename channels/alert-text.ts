/** The short text that people get about an alert, in English and French. */
import type { Alert, AlertState, Language } from '../law/contract.ts';
import { renderGap, renderGapKind, renderPenalty, renderSeverity } from '../law/text.ts';

interface Words {
  readonly events: Readonly<Record<AlertState, string>>;
  readonly store: string;
  readonly treatment: string;
  readonly law: string;
  readonly penalty: string;
  readonly alert: string;
}

const words = {
  en: {
    events: {
      open: 'Alert opened',
      acknowledged: 'Alert acknowledged',
      suppressed: 'Alert suppressed',
      resolved: 'Alert resolved',
      reopened: 'Alert reopened',
    },
    store: 'Store: ',
    treatment: 'Treatment: ',
    law: 'Law 09-08, Art. ',
    penalty: 'Penalty: ',
    alert: 'Alert: ',
  },
  fr: {
    events: {
      open: 'Alerte ouverte',
      acknowledged: 'Alerte prise en charge',
      suppressed: 'Alerte mise en sourdine',
      resolved: 'Alerte résolue',
      reopened: 'Alerte rouverte',
    },
    store: 'Dépôt de données : ',
    treatment: 'Traitement : ',
    law: 'Loi 09-08, art. ',
    penalty: 'Sanction : ',
    alert: 'Alerte : ',
  },
} as const satisfies Partial<Record<Language, Words>>;

/** SNS takes fewer than 100 characters, ASCII, as a subject. */
const maxSubjectLength = 99;

export function writeAlertText(alert: Alert): { readonly subject: string; readonly text: string } {
  const { gap } = alert;
  const event = words.en.events[alert.state].toLowerCase();
  return {
    subject: `Kashf: ${event}, ${gap.kind} (${gap.severity})`.slice(0, maxSubjectLength),
    text: [...writeLines(alert, 'en'), '', ...writeLines(alert, 'fr')].join('\n'),
  };
}

function writeLines({ gap, state, store, id }: Alert, language: keyof typeof words): readonly string[] {
  const word = words[language];
  // What to do is said only while there is something to do.
  const isPending = state === 'open' || state === 'reopened';
  return [
    `${word.events[state]}: ${renderGapKind(gap.kind, language)} (${renderSeverity(gap.severity, language)})`,
    ...(isPending ? [renderGap(gap, language)] : []),
    word.store + store,
    ...(gap.treatment === null ? [] : [word.treatment + gap.treatment]),
    word.law + gap.articles.join(', '),
    ...(isPending && gap.penalty !== null ? [word.penalty + renderPenalty(gap.penalty, language)] : []),
    word.alert + id,
  ];
}
