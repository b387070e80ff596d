/** Sentences of the steps that lead to authorisation, declaration or exemption. */
import type { Texts } from '../choice-entry.ts';

export const formalitySteps = {
  sensitive: [
    'Sensitive data ({category}) and no exception: prior authorisation.',
    'Données sensibles ({category}) et aucune exception : autorisation préalable.',
    'معطيات حساسة ({category}) دون أي استثناء: إذن مسبق.',
  ],
  'ground-needed': [
    'No cited law orders the processing of these sensitive data: the CNDP decides, and it needs a ground (express consent, legal or statutory function, or a case of 21(3)).',
    'Aucune loi citée n’autorise le traitement de ces données sensibles : la CNDP décide, et il lui faut un fondement (consentement exprès, fonction légale ou statutaire, ou cas du 21(3)).',
    'لا يأذن أي قانون مذكور بمعالجة هذه المعطيات الحساسة: القرار للجنة الوطنية ويلزمها أساس (رضى صريح أو مهام قانونية أو نظامية أو إحدى حالات 21(3)).',
  ],
  'ground-express-consent': [
    'Ground on which the CNDP may authorise: the express consent of the person concerned, to be proven.',
    'Fondement de l’autorisation de la CNDP : le consentement exprès de la personne concernée, à prouver.',
    'الأساس الذي يمكن للجنة الوطنية أن تأذن بناء عليه: الرضى الصريح للشخص المعني، ويجب إثباته.',
  ],
  'ground-statutory-function': [
    'Ground on which the CNDP may authorise: the data are indispensable to the legal or statutory functions of the controller.',
    'Fondement de l’autorisation de la CNDP : les données sont indispensables aux fonctions légales ou statutaires du responsable.',
    'الأساس الذي يمكن للجنة الوطنية أن تأذن بناء عليه: المعطيات ضرورية لممارسة المهام القانونية أو النظامية للمسؤول.',
  ],
  'ground-vital-interest': [
    'Ground on which the CNDP may authorise: vital interests of a person, the person concerned being unable to consent.',
    'Fondement de l’autorisation de la CNDP : intérêts vitaux d’une personne, l’intéressé étant incapable de consentir.',
    'الأساس الذي يمكن للجنة الوطنية أن تأذن بناء عليه: المصالح الحيوية لشخص مع عجز المعني بالأمر عن إبداء رضاه.',
  ],
  'ground-made-public': [
    'Ground on which the CNDP may authorise: the person concerned made the data manifestly public and consent can be inferred; this does not exempt from authorisation.',
    'Fondement de l’autorisation de la CNDP : données manifestement rendues publiques par l’intéressé, dont le consentement se déduit de ses déclarations ; cela ne dispense pas d’autorisation.',
    'الأساس الذي يمكن للجنة الوطنية أن تأذن بناء عليه: معطيات أعلنها المعني بالأمر صراحة ويستنتج رضاه من تصريحاته، ولا يعفي ذلك من الإذن.',
  ],
  'ground-legal-claim': [
    'Ground on which the CNDP may authorise: a right recognised, exercised or defended in court, and for that alone.',
    'Fondement de l’autorisation de la CNDP : reconnaissance, exercice ou défense d’un droit en justice, exclusivement.',
    'الأساس الذي يمكن للجنة الوطنية أن تأذن بناء عليه: الاعتراف بحق أو ممارسته أو الدفاع عنه أمام القضاء دون سواه.',
  ],
  'outside-article-22': [
    'Art. 22 does not lighten this: it asks for one of its sole purposes and, for care, for persons bound by secrecy.',
    'L’art. 22 ne joue pas : il exige l’une de ses seules finalités et, pour les soins, des personnes tenues au secret.',
    'لا تسري المادة 22: فهي تشترط أحد أغراضها دون سواه، وفي العلاج أشخاصا ملزمين بالسر.',
  ],
  'genetic-is-sensitive': [
    'Genetic data are sensitive data too; the exception for care does not apply here.',
    'Les données génétiques sont aussi des données sensibles ; l’exception de soins ne joue pas ici.',
    'المعطيات الجينية معطيات حساسة أيضا، والاستثناء العلاجي لا يسري هنا.',
  ],
  association: [
    'A non-profit body holds data ({category}) that match its object, on members or regular contacts, not shared without provable express consent: no authorisation for these.',
    'Un groupement à but non lucratif détient des données ({category}) conformes à son objet, sur ses membres ou contacts réguliers, non communiquées sans consentement exprès prouvable : pas d’autorisation pour elles.',
    'هيئة لا تسعى إلى الربح تحوز معطيات ({category}) توافق غرضها وتخص أعضاءها أو المتصلين بها بانتظام دون إطلاع الأغيار إلا برضى صريح مثبت: لا إذن بشأنها.',
  ],
  'health-selection': [
    'Health data used only to select persons for a right, a benefit or a contract: declaration is enough.',
    'Données de santé servant uniquement à sélectionner les bénéficiaires d’un droit, d’une prestation ou d’un contrat : la déclaration suffit.',
    'معطيات صحية تستعمل فقط لانتقاء المستفيدين من حق أو خدمة أو عقد: يكفي التصريح.',
  ],
  'health-care': [
    'Health data used only for care or the management of health services, by persons bound by secrecy: declaration is enough.',
    'Données de santé servant uniquement aux soins ou à la gestion des services de santé, par des personnes tenues au secret : la déclaration suffit.',
    'معطيات صحية تستعمل فقط للعلاج أو لتدبير المصالح الصحية من قبل أشخاص ملزمين بالسر: يكفي التصريح.',
  ],
  'genetic-care': [
    'Genetic data handled by health personnel for medical purposes: no authorisation for these.',
    'Données génétiques traitées par des personnels de santé à des fins médicales : pas d’autorisation pour elles.',
    'معطيات جينية يعالجها مستخدمو الصحة لأغراض طبية: لا إذن بشأنها.',
  ],
  'ordered-by-law': [
    'A law orders this processing of sensitive data ({category}) and sets its conditions: the CNDP need not authorise it.',
    'Une loi autorise ce traitement de données sensibles ({category}) et en fixe les conditions : l’autorisation de la CNDP n’est pas requise.',
    'يأذن القانون بهذه المعالجة للمعطيات الحساسة ({category}) ويحدد شروطها، فلا حاجة لإذن اللجنة الوطنية.',
  ],
  'authorised-by-law': [
    'All sensitive data are covered by the law that orders the processing, and nothing else calls for authorisation.',
    'Toutes les données sensibles relèvent de la loi qui ordonne le traitement, et rien d’autre n’appelle l’autorisation.',
    'كل المعطيات الحساسة مشمولة بالقانون الآمر بالمعالجة ولا شيء آخر يستوجب الإذن.',
  ],
  'other-purpose': [
    'The data are used for another purpose than the one they were collected for: prior authorisation.',
    'Les données sont utilisées à une autre fin que celle de leur collecte : autorisation préalable.',
    'تستعمل المعطيات لغرض غير الذي جمعت من أجله: إذن مسبق.',
  ],
  'compatible-purpose': [
    'Another purpose, compatible with that of the collection: no authorisation by the reading chosen.',
    'Autre finalité, compatible avec celle de la collecte : pas d’autorisation selon la lecture retenue.',
    'غرض آخر متلائم مع غرض الجمع: لا إذن حسب القراءة المعتمدة.',
  ],
  offence: [
    'Data on offences, convictions or security measures: prior authorisation.',
    'Données portant sur des infractions, condamnations ou mesures de sûreté : autorisation préalable.',
    'معطيات تتعلق بالمخالفات أو الإدانات أو التدابير الوقائية: إذن مسبق.',
  ],
  'offence-auxiliary': [
    'Auxiliaries of justice need no authorisation for data on offences.',
    'Les auxiliaires de justice n’ont pas besoin d’autorisation pour les données d’infractions.',
    'لا يحتاج مساعدو القضاء إلى إذن بشأن معطيات المخالفات.',
  ],
  'card-number': [
    'The data hold the number of the national identity card: prior authorisation.',
    'Les données comportent le numéro de la carte d’identité nationale : autorisation préalable.',
    'تتضمن المعطيات رقم البطاقة الوطنية للتعريف: إذن مسبق.',
  ],
  'card-image': [
    'An image of the national identity card holds its number: prior authorisation.',
    'L’image de la carte d’identité nationale comporte son numéro : autorisation préalable.',
    'صورة البطاقة الوطنية للتعريف تتضمن رقمها: إذن مسبق.',
  ],
  'card-image-only': [
    'Only an image of the card is kept; by the reading chosen it does not count as its number.',
    'Seule une image de la carte est conservée ; selon la lecture retenue elle ne vaut pas son numéro.',
    'لا تحفظ إلا صورة البطاقة، وهي لا تعد رقمها حسب القراءة المعتمدة.',
  ],
  'card-derived': [
    'A hash or a large part of the card number still points to it: prior authorisation.',
    'Une empreinte ou une large partie du numéro de la carte y renvoie encore : autorisation préalable.',
    'بصمة رقم البطاقة أو جزء كبير منه يحيل عليه دائما: إذن مسبق.',
  ],
  'card-few-digits': [
    'At most three digits of the card number are kept: it is no longer the number.',
    'Trois chiffres au plus du numéro de la carte sont conservés : ce n’est plus le numéro.',
    'لا تحفظ أكثر من ثلاثة أرقام من رقم البطاقة، فلم يعد هو الرقم.',
  ],
  'card-part': [
    'Only a part or a hash of the card number is kept; by the reading chosen it is not the number.',
    'Seule une partie ou une empreinte du numéro est conservée ; selon la lecture retenue ce n’est pas le numéro.',
    'لا يحفظ إلا جزء من الرقم أو بصمته، وهو ليس الرقم حسب القراءة المعتمدة.',
  ],
  'card-token': [
    'A random token without a table stands for the card number: it is not the number.',
    'Un jeton aléatoire sans table remplace le numéro de la carte : ce n’est pas le numéro.',
    'رمز عشوائي بلا جدول مطابقة يحل محل رقم البطاقة، فليس هو الرقم.',
  ],
  'card-incidental': [
    'A card number turned up in free text; the law knows no minimum: purge it, or obtain authorisation.',
    'Un numéro de carte est apparu dans un texte libre ; la loi ne connaît pas de seuil : le purger, ou obtenir l’autorisation.',
    'ورد رقم بطاقة عرضا في نص حر، والقانون لا يعرف حدا أدنى: يجب محوه أو الحصول على إذن.',
  ],
  'card-incidental-tolerated': [
    'A card number turned up in free text; it does not decide the formality by the reading chosen, but has to be purged.',
    'Un numéro de carte est apparu dans un texte libre ; il ne décide pas de la formalité selon la lecture retenue, mais doit être purgé.',
    'ورد رقم بطاقة عرضا في نص حر، فلا يحدد الإجراء حسب القراءة المعتمدة لكن يتعين محوه.',
  ],
  'official-number': [
    'An official identification number, treated like the card number by the reading chosen: prior authorisation.',
    'Numéro officiel d’identification, traité comme celui de la carte selon la lecture retenue : autorisation préalable.',
    'رقم تعريف رسمي يعامل معاملة رقم البطاقة حسب القراءة المعتمدة: إذن مسبق.',
  ],
  'official-number-free': [
    'Another official number than that of the national identity card: the letter of the law does not ask for authorisation.',
    'Numéro officiel autre que celui de la carte d’identité nationale : la lettre de la loi n’exige pas d’autorisation.',
    'رقم رسمي غير رقم البطاقة الوطنية للتعريف: لا يشترط نص القانون إذنا بشأنه.',
  ],
  interconnection: [
    'Files with different purposes are matched (with: {with}): prior authorisation.',
    'Des fichiers aux finalités différentes sont interconnectés (avec : {with}) : autorisation préalable.',
    'يربط بين ملفات ذات أغراض مختلفة (مع: {with}): إذن مسبق.',
  ],
  'interconnection-same-purpose': [
    'Files with the same purpose are matched (with: {with}): no authorisation, but the declaration names it (15(i)).',
    'Des fichiers de même finalité sont interconnectés (avec : {with}) : pas d’autorisation, mais la déclaration le mentionne (15(i)).',
    'يربط بين ملفات لها الغرض نفسه (مع: {with}): لا إذن، لكن يذكر ذلك في التصريح (15(ط)).',
  ],
  'interconnection-own-files': [
    'Two files of one company are matched (with: {with}); by the reading chosen this needs no authorisation.',
    'Deux fichiers d’une même société sont interconnectés (avec : {with}) ; selon la lecture retenue l’autorisation n’est pas requise.',
    'يربط بين ملفين لشركة واحدة (مع: {with})، ولا يستوجب ذلك إذنا حسب القراءة المعتمدة.',
  ],
  reclassified: [
    'The CNDP decided that this processing needs its authorisation (notified on {notifiedOn}).',
    'La CNDP a décidé de soumettre ce traitement à autorisation (notification du {notifiedOn}).',
    'قررت اللجنة الوطنية إخضاع هذه المعالجة للإذن (تبليغ بتاريخ {notifiedOn}).',
  ],
  'reclassified-late': [
    'The CNDP asked for an authorisation after the eight days had passed ({notifiedOn}): the receipt stands; ask the CNDP.',
    'La CNDP a demandé l’autorisation après le délai de huit jours ({notifiedOn}) : le récépissé demeure ; interroger la CNDP.',
    'طلبت اللجنة الوطنية الإذن بعد انصرام أجل ثمانية أيام ({notifiedOn}): يبقى الوصل قائما، ويستحسن سؤالها.',
  ],
  'health-above-all': [
    'Health data under Art. 22: declaration, whatever else the file holds, by the reading chosen.',
    'Données de santé relevant de l’art. 22 : déclaration, quoi que contienne d’autre le fichier, selon la lecture retenue.',
    'معطيات صحية خاضعة للمادة 22: التصريح مهما تضمن الملف غير ذلك حسب القراءة المعتمدة.',
  ],
  'public-register': [
    'A register that a text opens to the public, and nothing else: no declaration, but a named person in charge.',
    'Registre qu’un texte ouvre au public, et rien d’autre : pas de déclaration, mais un responsable désigné.',
    'سجل يفتحه نص للعموم لا غير: لا تصريح، لكن مع تعيين مسؤول.',
  ],
  'association-files-nothing': [
    'The body is freed from authorisation and, by the reading chosen, files nothing.',
    'Le groupement est dispensé d’autorisation et, selon la lecture retenue, ne dépose rien.',
    'الهيئة معفاة من الإذن ولا تودع شيئا حسب القراءة المعتمدة.',
  ],
  'on-cndp-list': [
    'The processing is on a list of the CNDP: simplified declaration {decision}.',
    'Le traitement figure sur une liste de la CNDP : déclaration simplifiée {decision}.',
    'المعالجة مدرجة في لائحة للجنة الوطنية: تصريح مبسط {decision}.',
  ],
  'list-is-for-manual-files': [
    'The list of Art. 17 is for files kept by hand: it does not serve here.',
    'La liste de l’art. 17 vise les fichiers manuels : elle ne sert pas ici.',
    'لائحة المادة 17 خاصة بالملفات اليدوية، فلا تنطبق هنا.',
  ],
  'manual-declared': [
    'A manual file on no list: declaration as in all other cases, though Art. 14 speaks of automated processing.',
    'Fichier manuel absent des listes : déclaration comme dans les autres cas, bien que l’art. 14 vise l’automatisé.',
    'ملف يدوي غير مدرج في أي لائحة: التصريح كباقي الحالات رغم أن المادة 14 تتحدث عن المعالجة الآلية.',
  ],
  'manual-not-declared': [
    'A manual file: by the reading chosen only automated processing is declared.',
    'Fichier manuel : selon la lecture retenue seul l’automatisé est déclaré.',
    'ملف يدوي: لا يصرح إلا بالمعالجة الآلية حسب القراءة المعتمدة.',
  ],
  'sexual-life': [
    'Sexual life is not among the sensitive data of the law; the CNDP may still ask for an authorisation, and need must be shown (3(1)(c)).',
    'La vie sexuelle ne figure pas parmi les données sensibles de la loi ; la CNDP peut toutefois exiger l’autorisation, et la nécessité doit être établie (3(1)(c)).',
    'الحياة الجنسية ليست ضمن المعطيات الحساسة في القانون، غير أن اللجنة الوطنية قد تشترط الإذن، ويجب إثبات الضرورة (3(1)(ج)).',
  ],
  'biometric-practice': [
    'The law does not name biometric data; the CNDP asks for an authorisation (deliberation {deliberation}).',
    'La loi ne nomme pas les données biométriques ; la CNDP demande une autorisation (délibération {deliberation}).',
    'لا يذكر القانون المعطيات البيومترية، لكن اللجنة الوطنية تطلب إذنا (مداولة {deliberation}).',
  ],
  'other-cases': [
    'None of the cases of authorisation: prior declaration.',
    'Aucun des cas d’autorisation : déclaration préalable.',
    'لا تتحقق أي من حالات الإذن: تصريح مسبق.',
  ],
  'facts-missing': [
    'The formality depends on facts that are not known: {facts}.',
    'La formalité dépend de faits inconnus : {facts}.',
    'يتوقف الإجراء على وقائع غير معروفة: {facts}.',
  ],
  'nothing-found': [
    'No personal data was found in what was read.',
    'Aucune donnée à caractère personnel n’a été trouvée dans ce qui a été lu.',
    'لم يعثر على أي معطيات ذات طابع شخصي فيما تمت قراءته.',
  ],
  'entry-against-stores': [
    'The categories that the entry declares, held against what its stores hold ({stores} read whole).',
    'Les catégories que la fiche déclare, comparées au contenu de ses espaces ({stores} lus en entier).',
    'الفئات المصرح بها في البيان مقارنة بمحتوى مخازنه (المقروء منها كاملا: {stores}).',
  ],
  'weaker-findings': [
    'Findings below the chosen confidence exist ({fields}); they were not counted.',
    'Des indices sous le seuil de confiance retenu existent ({fields}) ; ils n’ont pas compté.',
    'توجد مؤشرات دون درجة الثقة المعتمدة ({fields}) ولم تحتسب.',
  ],
} as const satisfies Record<string, Texts>;
