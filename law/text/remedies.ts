/** What to do about each kind of gap. */
import type { Texts } from '../choice-entry.ts';
import type { GapKind } from '../contract.ts';

/** What to do about it. */
export const remedies: Readonly<Record<GapKind, Texts>> = {
  'undeclared-store': [
    'Declare the treatment and obtain this formality, or remove the data.',
    'Déclarer le traitement et obtenir cette formalité, ou supprimer les données.',
    'يجب التصريح بالمعالجة واستيفاء هذا الإجراء أو حذف المعطيات.',
  ],
  'undeclared-category': [
    'Remove the data, or tell the CNDP of the change without delay.',
    'Supprimer les données, ou porter la modification sans délai à la connaissance de la CNDP.',
    'يجب حذف المعطيات أو إخبار اللجنة الوطنية بالتغيير دون تأخير.',
  ],
  'formality-not-obtained': [
    'File with the CNDP and record number and date; do not process before.',
    'Déposer auprès de la CNDP et consigner numéro et date ; ne pas traiter avant.',
    'يجب الإيداع لدى اللجنة الوطنية وتدوين الرقم والتاريخ وعدم المعالجة قبل ذلك.',
  ],
  'wrong-formality': [
    'File the right formality; the other does not take its place.',
    'Déposer la bonne formalité ; l’autre n’en tient pas lieu.',
    'يجب إيداع الإجراء الصحيح، فالآخر لا يقوم مقامه.',
  ],
  'started-before-receipt': [
    'Keep the dates as they are and take advice: the time before counts as without formality.',
    'Conserver les dates telles quelles et prendre conseil : la période antérieure est réputée sans formalité.',
    'يجب الإبقاء على التواريخ كما هي واستشارة مختص، فالفترة السابقة تعد دون إجراء.',
  ],
  'formality-withdrawn': [
    'Stop the processing; going on is an offence.',
    'Cesser le traitement ; le poursuivre est une infraction.',
    'يجب وقف المعالجة، فالاستمرار فيها جريمة.',
  ],
  'formality-term-passed': [
    'Ask for a new authorisation, and stop until it is granted.',
    'Demander une nouvelle autorisation, et cesser jusqu’à son octroi.',
    'يجب طلب إذن جديد والتوقف إلى حين منحه.',
  ],
  'conditions-not-met': [
    'Meet the condition, or stop the processing.',
    'Remplir la condition, ou cesser le traitement.',
    'يجب استيفاء الشرط أو وقف المعالجة.',
  ],
  'forbidden-data': [
    'Stop and erase, after taking legal advice.',
    'Cesser et effacer, après avis juridique.',
    'يجب التوقف والمحو بعد استشارة قانونية.',
  ],
  'transfer-undeclared': [
    'Declare the transfer with its State and ground, or move the data.',
    'Déclarer le transfert avec son État et son fondement, ou déplacer les données.',
    'يجب التصريح بالنقل مع الدولة والأساس أو نقل المعطيات إلى مكان آخر.',
  ],
  'transfer-without-ground': [
    'Obtain and record the ground, or move the data to Morocco or a listed State.',
    'Obtenir et consigner le fondement, ou déplacer les données au Maroc ou dans un État listé.',
    'يجب الحصول على الأساس وتدوينه أو نقل المعطيات إلى المغرب أو إلى دولة مدرجة.',
  ],
  'transfer-state-unconfirmed': [
    'Ask the CNDP, or record a ground of Art. 44.',
    'Interroger la CNDP, ou consigner un fondement de l’art. 44.',
    'يجب سؤال اللجنة الوطنية أو تدوين أساس من المادة 44.',
  ],
  'retention-exceeded': [
    'Erase what is past its period, or obtain leave of the CNDP for history, statistics or science.',
    'Effacer ce qui dépasse la durée, ou obtenir l’accord de la CNDP à des fins historiques, statistiques ou scientifiques.',
    'يجب محو ما تجاوز المدة أو الحصول على موافقة اللجنة الوطنية لأغراض تاريخية أو إحصائية أو علمية.',
  ],
  'retention-not-a-duration': [
    'Declare a period, such as P5Y for five years.',
    'Déclarer une durée, par exemple P5Y pour cinq ans.',
    'يجب التصريح بمدة، مثلا P5Y لخمس سنوات.',
  ],
  'security-breach': [
    'Close public access at once and find out who read the data.',
    'Fermer l’accès public immédiatement et établir qui a lu les données.',
    'يجب إغلاق الولوج العمومي فورا والتحقق ممن اطلع على المعطيات.',
  ],
  'security-indicator': [
    'Switch them on, or record why not.',
    'Les activer, ou consigner pourquoi non.',
    'يجب تفعيلها أو تدوين سبب عدم التفعيل.',
  ],
  'entry-incomplete': [
    'Complete the entry; nothing is guessed.',
    'Compléter la fiche ; rien n’est deviné.',
    'يجب إتمام البيان، فلا شيء يخمن.',
  ],
  'declared-not-found': [
    'Check the stores named, or amend the entry.',
    'Vérifier les espaces indiqués, ou modifier la fiche.',
    'يجب التحقق من المخازن المذكورة أو تعديل البيان.',
  ],
  'purpose-conflict': [
    'Decide under which purpose the data are held, or obtain authorisation for the other.',
    'Décider de la finalité sous laquelle les données sont détenues, ou obtenir l’autorisation pour l’autre.',
    'يجب تحديد الغرض الذي تحفظ المعطيات من أجله أو الحصول على إذن للغرض الآخر.',
  ],
  interconnection: [
    'Obtain authorisation and fill item i of Art. 15, or end the matching.',
    'Obtenir l’autorisation et remplir le point i de l’art. 15, ou mettre fin à l’interconnexion.',
    'يجب الحصول على إذن وملء البند ط من المادة 15 أو إنهاء الربط.',
  ],
  'fact-missing': ['Find it out and record it.', 'L’établir et le consigner.', 'يجب التحقق منه وتدوينه.'],
};
