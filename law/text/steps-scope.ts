/** Sentences of the steps that decide whether the law applies, and what it forbids. */
import type { Texts } from '../choice-entry.ts';

export const scopeSteps = {
  'organisation-addresses': [
    'Only addresses of organisations, none of a natural person: no personal data, and the rules on prospecting persons do not apply.',
    'Uniquement des adresses d’organismes, aucune d’une personne physique : pas de données à caractère personnel, et les règles de la prospection des personnes ne jouent pas.',
    'عناوين هيئات فقط دون أي شخص ذاتي: لا معطيات ذات طابع شخصي ولا تسري قواعد استقراء الأشخاص.',
  ],
  'not-personal': [
    'No natural person is or can be identified: the data are not personal.',
    'Aucune personne physique n’est identifiée ni identifiable : les données ne sont pas à caractère personnel.',
    'لا يوجد أي شخص ذاتي معرف أو قابل للتعرف عليه، فالمعطيات ليست ذات طابع شخصي.',
  ],
  'enterprise-data': [
    'Only identifiers of enterprises: they do not concern a natural person.',
    'Seulement des identifiants d’entreprises : ils ne concernent pas une personne physique.',
    'معرفات مقاولات فقط، وهي لا تخص شخصا ذاتيا.',
  ],
  'sole-traders': [
    'The enterprises are sole traders, natural persons: their identifiers are personal data.',
    'Les entreprises sont des commerçants individuels, personnes physiques : leurs identifiants sont des données personnelles.',
    'المقاولات تجار أفراد، أي أشخاص ذاتيون، ومعرفاتها معطيات ذات طابع شخصي.',
  ],
  'deceased-not-covered': [
    'The data concern only dead persons, left outside the law by the reading chosen.',
    'Les données ne concernent que des personnes décédées, hors de la loi selon la lecture retenue.',
    'لا تخص المعطيات إلا أشخاصا متوفين، وهم خارج القانون حسب القراءة المعتمدة.',
  ],
  'deceased-as-living': [
    'The law is silent on dead persons; their data are treated like those of the living.',
    'La loi est muette sur les personnes décédées ; leurs données sont traitées comme celles des vivants.',
    'القانون ساكت عن الأشخاص المتوفين، فتعامل معطياتهم معاملة معطيات الأحياء.',
  ],
  'personal-data': [
    'Personal data are processed: {categories}.',
    'Des données à caractère personnel sont traitées : {categories}.',
    'تعالج معطيات ذات طابع شخصي: {categories}.',
  ],
  'personal-data-other': [
    'Sound, image and any other information on a person are personal data.',
    'Le son, l’image et toute autre information sur une personne sont des données à caractère personnel.',
    'الصوت والصورة وكل معلومة أخرى عن شخص معطيات ذات طابع شخصي.',
  ],
  'personal-data-declared': [
    'The treatment concerns natural persons, though no category of data is named.',
    'Le traitement concerne des personnes physiques, bien qu’aucune catégorie de données ne soit indiquée.',
    'تخص المعالجة أشخاصا ذاتيين وإن لم تذكر أي فئة من المعطيات.',
  ],
  'data-not-stated': [
    'Nothing says which data are processed: whether the law applies cannot be decided.',
    'Rien n’indique quelles données sont traitées : on ne peut dire si la loi s’applique.',
    'لا شيء يبين المعطيات المعالجة، فيتعذر الجزم بسريان القانون.',
  ],
  'no-file': [
    'Papers that form no structured file, and no automated means: the law does not apply.',
    'Papiers ne formant pas de fichier structuré et sans moyen automatisé : la loi ne s’applique pas.',
    'أوراق لا تشكل ملفا منظما ودون وسائل آلية، فلا يسري القانون.',
  ],
  'manual-file': [
    'The data are kept by hand in a structured file: the law applies.',
    'Les données figurent dans un fichier manuel structuré : la loi s’applique.',
    'المعطيات محفوظة يدويا في ملف منظم، فيسري القانون.',
  ],
  'automated-presumed': [
    'The processing is taken to be automated: nothing says otherwise.',
    'Le traitement est tenu pour automatisé : rien n’indique le contraire.',
    'تعتبر المعالجة آلية ما لم يتبين خلاف ذلك.',
  ],
  automated: [
    'The processing is automated, wholly or in part.',
    'Le traitement est automatisé, en tout ou en partie.',
    'المعالجة آلية كليا أو جزئيا.',
  ],
  'established-presumed': [
    'The controller is taken to be established in Morocco: nothing says otherwise.',
    'Le responsable du traitement est tenu pour établi au Maroc : rien n’indique le contraire.',
    'يعتبر المسؤول عن المعالجة مقيما بالمغرب ما لم يتبين خلاف ذلك.',
  ],
  established: [
    'The controller is established in Morocco.',
    'Le responsable du traitement est établi au Maroc.',
    'المسؤول عن المعالجة مقيم بالمغرب.',
  ],
  installation: [
    'The controller acts in Morocco through an installation, whatever its legal form: it counts as established there.',
    'Le responsable exerce au Maroc dans le cadre d’une installation, quelle que soit sa forme : il y est considéré comme établi.',
    'يزاول المسؤول نشاطه بالمغرب في إطار منشأة أيا كان شكلها القانوني، فيعد مقيما به.',
  ],
  transit: [
    'The data only pass through Morocco: the law does not apply.',
    'Les données ne font que transiter par le Maroc : la loi ne s’applique pas.',
    'تعبر المعطيات المغرب فقط، فلا يسري القانون.',
  ],
  'means-in-morocco': [
    'A controller outside Morocco uses means there: the law applies and a representative must be named to the CNDP (2(3)).',
    'Le responsable établi hors du Maroc y recourt à des moyens : la loi s’applique et un représentant doit être notifié à la CNDP (2(3)).',
    'المسؤول غير مقيم بالمغرب لكنه يستعمل وسائل فيه، فيسري القانون ويجب إشعار اللجنة الوطنية بممثل عنه (2(3)).',
  ],
  'no-territorial-link': [
    'The controller is neither established in Morocco nor uses means there: the law does not apply.',
    'Le responsable n’est pas établi au Maroc et n’y recourt à aucun moyen : la loi ne s’applique pas.',
    'المسؤول غير مقيم بالمغرب ولا يستعمل فيه أي وسيلة، فلا يسري القانون.',
  ],
  domestic: [
    'A natural person uses the data for purely personal or domestic activities: the law does not apply.',
    'Une personne physique utilise les données pour des activités exclusivement personnelles ou domestiques : la loi ne s’applique pas.',
    'يستعمل شخص ذاتي المعطيات لأنشطة شخصية أو منزلية محضة، فلا يسري القانون.',
  ],
  'domestic-not-natural': [
    'Domestic use is claimed, but the controller is no natural person: the exclusion does not apply.',
    'Un usage domestique est invoqué, mais le responsable n’est pas une personne physique : l’exclusion ne joue pas.',
    'يحتج باستعمال منزلي، لكن المسؤول ليس شخصا ذاتيا، فلا يسري الاستثناء.',
  ],
  defence: [
    'Data of national defence or of the internal or external security of the State: the law does not apply.',
    'Données de défense nationale ou de sécurité intérieure ou extérieure de l’État : la loi ne s’applique pas.',
    'معطيات الدفاع الوطني أو الأمن الداخلي أو الخارجي للدولة، فلا يسري القانون.',
  ],
  'crime-file-without-text': [
    'A file to prevent or repress crime, without the law or regulation that must create it: the special regime does not apply.',
    'Fichier de prévention ou de répression des crimes et délits sans la loi ou le règlement qui doit le créer : le régime particulier ne joue pas.',
    'ملف للوقاية من الجرائم أو زجرها دون القانون أو النص التنظيمي الذي يحدثه، فلا يسري النظام الخاص.',
  ],
  'crime-file-created': [
    'A file to prevent or repress crime, governed by the text that creates it ({text}).',
    'Fichier de prévention ou de répression des crimes et délits, régi par le texte qui le crée ({text}).',
    'ملف للوقاية من الجرائم أو زجرها يخضع للنص المحدث له ({text}).',
  ],
  'opinion-stands-for-declaration': [
    'The opinion of the CNDP on the text that creates the file stands for a declaration.',
    'L’avis de la CNDP sur le texte créant le fichier vaut déclaration.',
    'رأي اللجنة الوطنية بشأن النص المحدث للملف يقوم مقام التصريح.',
  ],
  'special-law-set-aside': [
    'A special law is cited ({text}); by the reading chosen Art. 12 applies all the same.',
    'Une législation particulière est citée ({text}) ; selon la lecture retenue l’art. 12 s’applique néanmoins.',
    'استند إلى تشريع خاص ({text})، لكن المادة 12 تطبق حسب القراءة المعتمدة.',
  ],
  'special-law': [
    'The data are collected under a special law that the controller cites ({text}): it takes the place of Law 09-08.',
    'Les données sont recueillies en application d’une législation particulière citée par le responsable ({text}), qui prend la place de la loi 09-08.',
    'جمعت المعطيات تطبيقا لتشريع خاص استند إليه المسؤول ({text})، فيحل محل القانون 09-08.',
  ],
  'press-and-offences': [
    'The press names offenders: Art. 49 does not list it and Art. 6(d) lifts only the duty to inform. A person must weigh this.',
    'La presse nomme des condamnés : l’art. 49 ne la cite pas et l’art. 6 d ne lève que l’obligation d’information. À apprécier par une personne.',
    'تذكر الصحافة أسماء محكوم عليهم: لا تذكرها المادة 49 ولا ترفع المادة 6(د) إلا واجب الإخبار. الأمر متروك لتقدير شخص.',
  ],
  'offence-outside-list': [
    'Offences, convictions and security measures may be processed only by the bodies the article lists; this controller is none of them, and consent changes nothing.',
    'Les infractions, condamnations et mesures de sûreté ne peuvent être traitées que par les organismes énumérés ; ce responsable n’en est pas, et le consentement n’y change rien.',
    'لا يجوز معالجة المخالفات والإدانات والتدابير الوقائية إلا من قبل الهيئات المعددة، وليس هذا المسؤول منها، ولا أثر للرضى.',
  ],
  'offence-beyond-mission': [
    'Offences are processed beyond the powers or the mission the law gives this controller.',
    'Les infractions sont traitées au-delà des attributions ou de la mission que la loi confie à ce responsable.',
    'تعالج المخالفات خارج الاختصاصات أو المهام التي يسندها القانون لهذا المسؤول.',
  ],
  'offence-by-public': [
    'Courts, public authorities and bodies running a public service may process offences within their legal powers.',
    'Juridictions, autorités publiques et personnes morales gérant un service public peuvent traiter les infractions dans leurs attributions légales.',
    'يجوز للمحاكم والسلطات العمومية والأشخاص الاعتباريين المسيرين لمرفق عام معالجة المخالفات في حدود اختصاصاتهم القانونية.',
  ],
  'offence-by-auxiliary': [
    'An auxiliary of justice may process offences for the strict needs of the mission the law gives.',
    'Un auxiliaire de justice peut traiter les infractions pour les stricts besoins de la mission que la loi lui confie.',
    'يجوز لمساعد القضاء معالجة المخالفات في حدود ما تقتضيه المهام المسندة إليه قانونا.',
  ],
  'offence-by-copyright': [
    'The body in charge of copyright may process offences.',
    'L’organisme chargé de la protection des droits d’auteur peut traiter les infractions.',
    'يجوز للهيئة المكلفة بحماية حقوق المؤلف معالجة المخالفات.',
  ],
  'suspect-register-lawful': [
    'A central register of suspects, kept by a public service whose own law gives it that power.',
    'Registre central de personnes soupçonnées, tenu par un service public que la loi habilite expressément.',
    'سجل مركزي للمشتبه فيهم يمسكه مرفق عام يخوله القانون ذلك صراحة.',
  ],
  'suspect-register': [
    'A central register of suspects or of penalties belongs to public services with express power by law: forbidden here.',
    'Un registre central de personnes soupçonnées ou de sanctions relève des seuls services publics expressément compétents : interdit ici.',
    'السجل المركزي للمشتبه فيهم أو للعقوبات من اختصاص المرافق العمومية المخولة صراحة وحدها، فهو ممنوع هنا.',
  ],
  'incompatible-purpose': [
    'The data serve a purpose incompatible with that of their collection: forbidden whatever is filed.',
    'Les données servent une finalité incompatible avec celle de leur collecte : interdit quelle que soit la formalité.',
    'تستعمل المعطيات لغرض لا يتلاءم مع غرض جمعها، وهو ممنوع أيا كان الإجراء.',
  ],
  'prospecting-organisations': [
    'Only addresses of organisations: the rule on prospecting protects natural persons.',
    'Seulement des coordonnées d’organismes : la règle sur la prospection protège les personnes physiques.',
    'عناوين هيئات فقط، وقاعدة الاستقراء تحمي الأشخاص الذاتيين.',
  ],
  'prospecting-hidden': [
    'Prospecting that hides its sender or gives no valid address to refuse is forbidden in all cases.',
    'La prospection qui dissimule son auteur ou n’indique pas de coordonnées valables est interdite dans tous les cas.',
    'الاستقراء الذي يخفي هوية صاحبه أو لا يبين عنوانا صالحا للاعتراض ممنوع في جميع الأحوال.',
  ],
  'prospecting-opposable': [
    'Prospecting by this means needs no prior consent, but each person may object free of charge.',
    'La prospection par ce moyen n’exige pas de consentement préalable, mais chacun peut s’y opposer sans frais.',
    'الاستقراء بهذه الوسيلة لا يشترط رضى مسبقا، لكن يحق لكل شخص التعرض دون مصاريف.',
  ],
  'prospecting-consented': [
    'The persons agreed beforehand to prospecting by this means.',
    'Les personnes ont consenti au préalable à la prospection par ce moyen.',
    'وافق الأشخاص مسبقا على الاستقراء بهذه الوسيلة.',
  ],
  'prospecting-own-customers': [
    'E-mail to own customers, for similar goods, with a simple refusal each time: allowed without prior consent.',
    'Courrier électronique à ses propres clients, pour des produits analogues, avec refus simple à chaque envoi : permis sans consentement préalable.',
    'بريد إلكتروني إلى الزبناء أنفسهم بشأن منتجات مماثلة مع إمكانية رفض بسيطة كل مرة، وهو جائز دون رضى مسبق.',
  ],
  'prospecting-without-consent': [
    'Direct prospecting by this means without prior consent is forbidden.',
    'La prospection directe par ce moyen sans consentement préalable est interdite.',
    'الاستقراء المباشر بهذه الوسيلة دون رضى مسبق ممنوع.',
  ],
  'prospecting-needs-consent': [
    'Direct prospecting by this means is lawful only with prior consent, which nothing shows yet.',
    'La prospection directe par ce moyen n’est licite qu’avec un consentement préalable, que rien n’établit encore.',
    'لا يجوز الاستقراء المباشر بهذه الوسيلة إلا برضى مسبق لم يثبت بعد.',
  ],
  'no-ground': [
    'Sensitive data ({categories}) with no ground of Art. 21: the CNDP cannot authorise them.',
    'Données sensibles ({categories}) sans aucun fondement de l’art. 21 : la CNDP ne peut les autoriser.',
    'معطيات حساسة ({categories}) دون أي أساس من المادة 21، فلا يمكن للجنة الوطنية أن تأذن بها.',
  ],
} as const satisfies Record<string, Texts>;
