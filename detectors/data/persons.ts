import type { Terms } from '../define.ts';

/** Words that speak of one person. Titles count only before a name; the rest by themselves. Compiled by hand, 2026. */
export const persons: { readonly words: Terms; readonly titles: Terms } = {
  titles: {
    fr: 'm., mr, mme, mlle, monsieur, madame, mademoiselle, sieur, dame, dr, pr, maître',
    ar: 'السيد, السيدة, الآنسة, الدكتور, الدكتورة, الأستاذ, الأستاذة, الحاج, الحاجة, للا, مولاي',
    darija: 'si, lalla, sidi, moulay',
    en: 'mrs, ms, miss, mister',
  },
  words: {
    fr: `
      le patient, la patiente, patient, patiente, le salarié, la salariée, salarié, salariée, l employé, l employée,
      l assuré, l assurée, le nommé, la nommée, l intéressé, l intéressée, le soussigné, soussigné, soussignée,
      le prévenu, la prévenue, l accusé, le détenu, mon fils, ma fille, notre collègue, notre voisin, notre voisine, la locataire, le locataire, ma mère, mon père, mon mari, ma femme,
      mon épouse, mon frère, ma sœur, ma soeur, son fils, sa fille, sa mère, son père, son mari, son épouse,
      bénéficiaire, notre collègue, le candidat, la candidate, l agent, le requérant, la requérante, je souffre,
      je suis, je milite, j ai, ma maladie, mon traitement, mon handicap`,
    ar: `
      المريض, المريضة, المسمى, المسماة, المدعو, المدعوة, المعني بالأمر, المعنية بالأمر, المستفيد, المستفيدة,
      الموقع أسفله, الموقعة أسفله, المتهم, المتهمة, المعتقل, الأجير, الأجيرة, الموظف, الموظفة, ابني, ابنتي, والدتي,
      والدي, زوجي, زوجتي, أخي, أختي, أنا, ختي, خويا, الواليدة, الواليد, ولدي, بنتي, راجلي, مراتي, صاحبي, صاحبتي, جارنا, جارتنا`,
    darija: `
      ana, 3ndi, 3andi, mama, baba, khoya, khouya, khti, rajli, mrati, weldi, bnti, wlidi, lwalida, lwalid, jarna,
      dyali, 3mmi, 3amti, khali, jaddi, jdda, mmi, bba, jarna, jarti, sahbi, kan3ani, fia, fiya, 3ndha, 3ndo, sahbti, jari, khouh, khouha, khtou, khtha, weldou, weldha, bntou, bntha, rajelha, mratou, jarhom`,
    en: `
      the patient, patient, the employee, employee, my son, my daughter, my sister, my mother, my father, my husband, my wife,
      my brother, my sister, the undersigned, the defendant, i am, i have, i suffer, his wife, her husband,
      the beneficiary, the candidate, he is, she is, he has, she has`,
  },
};

/** Words before the name of a place or an institution: the name behind them is nobody's. */
export const streets: Terms = {
  fr: `
    rue, avenue, av, bd, boulevard, place, hôpital, lycée, collège, école, université, mosquée, quartier, stade,
    aéroport, complexe, fondation, clinique, faculté, centre, hay, résidence, lotissement`,
  darija: 'chari3, zen9at, zan9at, sa7at',
  ar: 'شارع, زنقة, ساحة, مستشفى, ثانوية, مدرسة, جامعة, مسجد, حي, ملعب, مطار, كلية, مؤسسة, مصحة',
  en: 'street, avenue, hospital, school, university, mosque, stadium, airport, foundation',
};

/** Given names that are nothing else; names that are also words or places (Nour, Islam, Safi, Raja …) are left out on purpose. */
export const names: Terms = {
  fr: `
    Mohamed, Mohammed, Ahmed, Youssef, Yassine, Hamza, Mehdi, Ayoub, Omar, Hassan, Houssine, Lhoucine, Khalid, Abdellah,
    Abderrahim, Abdelaziz, Abdelkader, Abdelilah, Abderrahmane, Mustapha, Mostafa, Driss, Brahim, Lahcen, Hicham,
    Noureddine, Othmane, Soufiane, Zakaria, Anass, Bouchaib, Reda, Ismail, Ilyas, Mounir, Samir, Redouane, Abdelhak,
    Fatima, Fatim Zahra, Fatima Zahra, Khadija, Aicha, Meryem, Mariam, Zineb, Salma, Imane, Hajar, Naima, Malika, Nadia,
    Karima, Rachida, Saida, Latifa, Samira, Houda, Ghizlane, Kaoutar, Loubna, Soukaina, Hanane, Sanae, Asmae, Najat,
    Bouchra, Siham, Laila, Nawal, Zohra, Rkia, Itto, Tiziri`,
  ar: `
    محمد, أحمد, يوسف, ياسين, حمزة, أيوب, عمر, حسن, خالد, عبد الله, عبد الرحيم, عبد العزيز, عبد القادر, مصطفى, إدريس,
    إبراهيم, لحسن, هشام, نور الدين, عثمان, سفيان, زكرياء, أنس, بوشعيب, فاطمة, فاطمة الزهراء, خديجة, عائشة, مريم, زينب,
    سلمى, هاجر, نعيمة, مليكة, نادية, كريمة, رشيدة, لطيفة, سميرة, غزلان, كوثر, لبنى, سكينة, بشرى, سهام, ليلى, نوال`,
};
