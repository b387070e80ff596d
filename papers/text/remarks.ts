/** What a paper says about itself, and its fixed wording. */
import type { Texts } from '../../law/choice-entry.ts';

export const remarkSentences = {
  'representative-not-needed': [
    'Not needed: the controller is established in Morocco.',
    'Sans objet : le responsable est établi au Maroc.',
    'غير لازم: المسؤول عن المعالجة مقيم بالمغرب.',
  ],
  'representative-if-abroad': [
    'Needed only where the controller is not established in Morocco; its country is not stated.',
    'Requis seulement si le responsable n’est pas établi au Maroc ; son pays n’est pas indiqué.',
    'لازم فقط إذا لم يكن المسؤول مقيما بالمغرب؛ وبلده غير مبين.',
  ],
  'no-scan': [
    'No scan was looked at: this says what the register states, not what the stores hold.',
    'Aucune analyse n’a été lue : ceci dit ce que le registre énonce, non ce que les espaces contiennent.',
    'لم يطلع على أي مسح: هذا ما يذكره السجل لا ما تحتويه المخازن.',
  ],
  'scan-looked-at': [
    'Scan {scan} of {date} was looked at.',
    'Analyse {scan} du {date} prise en compte.',
    'أخذ بعين الاعتبار المسح {scan} بتاريخ {date}.',
  ],
  'scan-incomplete': [
    'The scan did not read everything; what it did not find may still be there.',
    'L’analyse n’a pas tout lu ; ce qu’elle n’a pas trouvé peut exister.',
    'لم يقرأ المسح كل شيء؛ وما لم يجده قد يكون موجودا.',
  ],
  'scan-whole': ['Everything was read.', 'Tout a été lu.', 'قرئ كل شيء.'],
  'form-verified': [
    'To be carried over into form {form} of the CNDP (practice, named by several sources).',
    'À reporter sur le formulaire {form} de la CNDP (pratique, citée par plusieurs sources).',
    'ينقل إلى استمارة اللجنة الوطنية {form} (ممارسة ذكرتها عدة مصادر).',
  ],
  'form-single': [
    'To be carried over into form {form} of the CNDP (practice known from one source: check with the CNDP).',
    'À reporter sur le formulaire {form} de la CNDP (pratique connue d’une seule source : à vérifier auprès de la CNDP).',
    'ينقل إلى استمارة اللجنة الوطنية {form} (ممارسة معروفة من مصدر واحد: يجب التحقق لدى اللجنة).',
  ],
  'form-own-fields': [
    'The form may ask for more than Art. 15; what is not known here is left blank.',
    'Le formulaire peut demander plus que l’art. 15 ; ce qui n’est pas connu ici reste en blanc.',
    'قد تطلب الاستمارة أكثر مما في المادة 15؛ وما لا يعرف هنا يبقى بياضا.',
  ],
  'form-another': [
    'The law asks for another formality ({formality}) than form {form} serves.',
    'La loi exige une autre formalité ({formality}) que celle du formulaire {form}.',
    'يطلب القانون إجراء آخر ({formality}) غير الذي تخدمه الاستمارة {form}.',
  ],
  'nothing-to-file': [
    'The law asks for nothing to be filed here: {formality}.',
    'La loi n’exige ici aucun dépôt : {formality}.',
    'لا يستوجب القانون هنا أي إيداع: {formality}.',
  ],
  'forbidden-to-file': [
    'Forbidden: nothing lawful can be filed. Stop the processing or erase the data.',
    'Interdit : rien de licite ne peut être déposé. Cesser le traitement ou effacer les données.',
    'ممنوع: لا يمكن إيداع أي شيء مشروع. يجب وقف المعالجة أو محو المعطيات.',
  ],
  'formality-open': [
    'Which form to file depends on facts that are not known; they are listed below.',
    'Le formulaire à déposer dépend de faits inconnus ; ils figurent ci-dessous.',
    'تتوقف الاستمارة الواجب إيداعها على وقائع مجهولة مذكورة أدناه.',
  ],
  'already-filed': [
    'A formality is stated for this processing ({reference}); file this only if it changed (Art. 15).',
    'Une formalité est indiquée pour ce traitement ({reference}) ; ne déposer qu’en cas de modification (art. 15).',
    'ذكر إجراء لهذه المعالجة ({reference})؛ لا يودع هذا إلا عند التغيير (المادة 15).',
  ],
  'same-content': [
    'The law does not list what a request for authorisation contains; Art. 15 is taken (IC-2).',
    'La loi n’énumère pas le contenu d’une demande d’autorisation ; l’art. 15 est suivi (IC-2).',
    'لا يعدد القانون محتوى طلب الإذن؛ وتتبع المادة 15 (IC-2).',
  ],
  'no-transfer': [
    'No transfer abroad is stated or seen: nothing to file.',
    'Aucun transfert à l’étranger n’est indiqué ni constaté : rien à déposer.',
    'لم يذكر ولم يلاحظ أي نقل إلى الخارج: لا شيء يودع.',
  ],
  'transfer-after-receipt': [
    'The CNDP looks at a transfer only once the receipt or authorisation of the processing exists (practice).',
    'La CNDP n’examine un transfert qu’une fois obtenu le récépissé ou l’autorisation du traitement (pratique).',
    'لا تنظر اللجنة الوطنية في النقل إلا بعد الحصول على وصل المعالجة أو إذنها (ممارسة).',
  ],
  'seen-by-scan': ['Seen by the scan, not declared.', 'Constaté par l’analyse, non déclaré.', 'لوحظ في المسح ولم يصرح به.'],
  'engagement-text': [
    'The processing will be carried out in accordance with Law 09-08.',
    'Le traitement sera effectué conformément aux dispositions de la loi 09-08.',
    'ستتم المعالجة وفقا لأحكام القانون رقم 09-08.',
  ],
  'join-if-collected': [
    'Where data are collected from the persons by a document.',
    'Si des données sont collectées auprès des personnes au moyen d’un document.',
    'إذا جمعت معطيات من الأشخاص بواسطة وثيقة.',
  ],
  'notice-before': [
    'To be given before collection and to stand in the documents that serve it (Art. 5(1), 5(2)).',
    'À donner avant la collecte et à faire figurer dans les documents qui y servent (art. 5(1), 5(2)).',
    'يعطى قبل الجمع ويضمن في الوثائق المستعملة له (المادة 5(1) و5(2)).',
  ],
  'notice-not-ready': [
    'Not to be published while lines are not stated.',
    'À ne pas publier tant que des lignes ne sont pas renseignées.',
    'لا ينشر ما دامت خانات غير مبينة.',
  ],
  'compulsory-blank': [
    'The register does not hold this: it depends on the collection document.',
    'Le registre ne le contient pas : cela dépend du document de collecte.',
    'لا يتضمن السجل هذا: يتعلق الأمر بوثيقة الجمع.',
  ],
  'open-network-warning': [
    'Your data may travel over networks without guarantee of security and may be read and used by third parties who are not authorised.',
    'Vos données peuvent circuler sur les réseaux sans garanties de sécurité et risquent d’être lues et utilisées par des tiers non autorisés.',
    'قد تروج معطياتكم على الشبكات دون ضمانات السلامة وقد يطلع عليها ويستعملها أغيار غير مرخص لهم.',
  ],
  'open-network-if': [
    'Keep this line only where data are collected on an open network.',
    'À conserver seulement si la collecte se fait sur un réseau ouvert.',
    'تحفظ هذه الخانة فقط إذا جمعت المعطيات عبر شبكة مفتوحة.',
  ],
  'right-access-text': [
    'On proof of identity, you may at reasonable intervals, without delay and free of charge, learn whether and which data about you are processed (Art. 7).',
    'En justifiant de votre identité, vous pouvez obtenir, à des intervalles raisonnables, sans délai et gratuitement, la confirmation et la communication des données vous concernant (art. 7).',
    'بعد إثبات هويتكم، يحق لكم الحصول في فترات معقولة ودون تأخير ومجانا على تأكيد معالجة معطياتكم والاطلاع عليها (المادة 7).',
  ],
  'right-rectification-text': [
    'You may have inaccurate or incomplete data corrected, erased or blocked, free of charge and within ten clear days (Art. 8).',
    'Vous pouvez obtenir, sans frais et dans un délai franc de dix jours, la rectification, l’effacement ou le verrouillage des données inexactes ou incomplètes (art. 8).',
    'يحق لكم الحصول دون مصاريف داخل أجل كامل من عشرة أيام على تصحيح المعطيات غير الصحيحة أو الناقصة أو محوها أو إغلاقها (المادة 8).',
  ],
  'right-opposition-text': [
    'You may object on legitimate grounds, and free of charge to use for prospecting (Art. 9).',
    'Vous pouvez vous opposer pour des motifs légitimes, et sans frais à une utilisation à des fins de prospection (art. 9).',
    'يحق لكم التعرض لأسباب مشروعة، ودون مصاريف على استعمالها لأغراض الاستقراء (المادة 9).',
  ],
  'exercise-at': ['Write to: {contact}', 'S’adresser à : {contact}', 'الاتصال بـ: {contact}'],
  'receipt-line': ['No. {reference} of {date}', 'N° {reference} du {date}', 'رقم {reference} بتاريخ {date}'],
  'access-free': [
    'Answer without delay and free of charge (Art. 7). More time may be asked of the CNDP; only a plainly abusive request may be refused, and the controller must prove the abuse.',
    'Répondre sans délai et gratuitement (art. 7). Un délai peut être demandé à la CNDP ; seule une demande manifestement abusive peut être refusée, à charge pour le responsable de le prouver.',
    'يجب الجواب دون تأخير ومجانا (المادة 7). يمكن طلب أجل من اللجنة الوطنية؛ ولا يرفض إلا الطلب التعسفي الواضح وعلى المسؤول إثبات ذلك.',
  ],
  'no-automated-decision': [
    'No automated decision is stated for this processing.',
    'Aucune décision automatisée n’est indiquée pour ce traitement.',
    'لم يذكر أي قرار آلي لهذه المعالجة.',
  ],
  'count-of-state': ['{verdict}: {count}', '{verdict} : {count}', '{verdict}: {count}'],
  'count-of-severity': ['{severity}: {count}', '{severity} : {count}', '{severity}: {count}'],
  'in-store': ['{store}', '{store}', '{store}'],
  'under-treatment': ['Processing: {treatment}', 'Traitement : {treatment}', 'المعالجة: {treatment}'],
  'and-more-stores': ['and {count} more stores', 'et {count} autres espaces', 'و{count} مخازن أخرى'],
  'skips-of-reason': ['{count} skips', '{count} omissions', '{count} حالة تخط'],
  'no-gaps': ['No gap.', 'Aucun écart.', 'لا ثغرات.'],
  'penalties-remark': [
    'Ranges of chapter VII; they are not added up, and a court or the CNDP decides.',
    'Fourchettes du chapitre VII ; elles ne s’additionnent pas, et le juge ou la CNDP décide.',
    'حدود واردة في الباب السابع؛ لا تجمع، والقرار للقضاء أو للجنة الوطنية.',
  ],
} as const satisfies Record<string, Texts>;
