/** Names of categories, formalities, states, severities and gap kinds in three languages. */
import type { Category } from '../../detectors/catalogue.ts';
import type { Texts } from '../choice-entry.ts';
import type { GapKind, Severity, VerdictState } from '../contract.ts';
import type { Formality } from '../register.ts';

export const categoryNames: Readonly<Record<Category, Texts>> = {
  'national-id-number': [
    'national identity card number',
    'numéro de la carte d’identité nationale',
    'رقم البطاقة الوطنية للتعريف',
  ],
  'official-id-number': ['other official number', 'autre numéro officiel', 'رقم رسمي آخر'],
  'civil-identity': ['civil identity', 'identité civile', 'الهوية المدنية'],
  contact: ['contact details', 'coordonnées', 'بيانات الاتصال'],
  financial: ['financial data', 'données financières', 'معطيات مالية'],
  vehicle: ['vehicle', 'véhicule', 'مركبة'],
  'enterprise-id': ['enterprise identifier', 'identifiant d’entreprise', 'معرف المقاولة'],
  connection: ['connection data', 'données de connexion', 'معطيات الاتصال بالشبكة'],
  location: ['location', 'localisation', 'الموقع الجغرافي'],
  health: ['health', 'santé', 'الصحة'],
  genetic: ['genetic data', 'données génétiques', 'معطيات جينية'],
  'ethnic-origin': ['racial or ethnic origin', 'origine raciale ou ethnique', 'الأصل العرقي أو الإثني'],
  'political-opinion': ['political opinions', 'opinions politiques', 'الآراء السياسية'],
  religion: ['religious beliefs', 'convictions religieuses', 'المعتقدات الدينية'],
  'philosophical-belief': ['philosophical beliefs', 'convictions philosophiques', 'المعتقدات الفلسفية'],
  'union-membership': ['trade union membership', 'appartenance syndicale', 'الانتماء النقابي'],
  offence: [
    'offences, convictions, security measures',
    'infractions, condamnations, mesures de sûreté',
    'المخالفات والإدانات والتدابير الوقائية',
  ],
};

export const formalityNames: Readonly<Record<Formality, Texts>> = {
  'out-of-scope': ['outside the law', 'hors champ de la loi', 'خارج نطاق القانون'],
  'special-text': ['special law', 'législation particulière', 'تشريع خاص'],
  'authorised-by-law': ['authorised by law', 'autorisé par la loi', 'مأذون به قانونا'],
  exempt: ['exempt from declaration', 'dispensé de déclaration', 'معفى من التصريح'],
  declaration: ['prior declaration', 'déclaration préalable', 'تصريح مسبق'],
  'simplified-declaration': ['simplified declaration', 'déclaration simplifiée', 'تصريح مبسط'],
  authorisation: ['prior authorisation', 'autorisation préalable', 'إذن مسبق'],
  forbidden: ['forbidden', 'interdit', 'ممنوع'],
  undetermined: ['undetermined', 'indéterminé', 'غير محدد'],
};

export const stateNames: Readonly<Record<VerdictState, Texts>> = {
  covered: ['covered', 'couvert', 'مستوف'],
  gaps: ['gaps', 'écarts', 'ثغرات'],
  undetermined: ['undetermined', 'indéterminé', 'غير محدد'],
  'no-personal-data': ['no personal data', 'aucune donnée personnelle', 'لا معطيات شخصية'],
  incomplete: ['not wholly read', 'lecture incomplète', 'قراءة غير كاملة'],
};

export const severityNames: Readonly<Record<Severity, Texts>> = {
  critical: ['critical', 'critique', 'حرجة'],
  high: ['high', 'élevée', 'عالية'],
  medium: ['medium', 'moyenne', 'متوسطة'],
  low: ['low', 'faible', 'منخفضة'],
  info: ['information', 'information', 'للإخبار'],
};

export const gapNames: Readonly<Record<GapKind, Texts>> = {
  'undeclared-store': ['undeclared store', 'espace non déclaré', 'مخزن غير مصرح به'],
  'undeclared-category': ['undeclared category', 'catégorie non déclarée', 'فئة غير مصرح بها'],
  'formality-not-obtained': ['formality not obtained', 'formalité non obtenue', 'إجراء غير مستوفى'],
  'wrong-formality': ['wrong formality', 'formalité inadéquate', 'إجراء غير مناسب'],
  'started-before-receipt': ['started too early', 'mise en œuvre anticipée', 'شروع سابق لأوانه'],
  'formality-withdrawn': ['formality withdrawn', 'formalité retirée', 'إجراء مسحوب'],
  'formality-term-passed': ['authorisation past its term', 'autorisation échue', 'إذن منتهي الأجل'],
  'conditions-not-met': ['conditions not met', 'conditions non remplies', 'شروط غير مستوفاة'],
  'forbidden-data': ['forbidden processing', 'traitement interdit', 'معالجة ممنوعة'],
  'transfer-undeclared': ['undeclared transfer abroad', 'transfert à l’étranger non déclaré', 'نقل إلى الخارج غير مصرح به'],
  'transfer-without-ground': ['transfer without ground', 'transfert sans fondement', 'نقل بلا أساس'],
  'transfer-state-unconfirmed': ['adequacy to be confirmed', 'adéquation à confirmer', 'كفاية الحماية غير مؤكدة'],
  'retention-exceeded': ['kept too long', 'conservation excessive', 'حفظ مفرط'],
  'retention-not-a-duration': ['retention is no period', 'conservation sans durée', 'حفظ بلا مدة محددة'],
  'security-breach': ['security breach', 'manquement à la sécurité', 'إخلال بالأمن'],
  'security-indicator': ['security indicator', 'indice de sécurité', 'مؤشر أمني'],
  'entry-incomplete': ['entry incomplete', 'fiche incomplète', 'بيان ناقص'],
  'declared-not-found': ['declared, not found', 'déclaré, introuvable', 'مصرح به ولم يعثر عليه'],
  'purpose-conflict': ['conflicting purposes', 'finalités contradictoires', 'أغراض متعارضة'],
  interconnection: ['interconnection', 'interconnexion', 'ربط بيني'],
  'fact-missing': ['fact missing', 'fait manquant', 'واقعة مجهولة'],
};
