import type { Terms } from '../define.ts';

/** Given names in Morocco that are nothing else, in their usual spellings. Compiled by hand, 2026. */
export const givenNames: Terms = {
  fr: `
    Mohamed, Mohammed, Mouhamed, Muhammad, Ahmed, Youssef, Yousef, Youness, Younes, Yassine, Yassin, Hamza, Mehdi, Ayoub, Omar,
    Hassan, Houssine, Houcine, Lhoucine, Lhoussaine, Hussein, Khalid, Abdellah, Abdallah, Abderrahim, Abdelaziz, Abdelkader,
    Abdelilah, Abdelali, Abdelhak, Abdelmajid, Abdelmalek, Abdelkrim, Abdelouahed, Abdelwahab, Abdelghani, Abdelhamid, Abdeslam,
    Abdessamad, Abderrazak, Abderrahmane, Abdelfattah, Abdellatif, Mustapha, Mostafa, Mostapha, Driss, Brahim, Ibrahim, Lahcen,
    Lahsen, Hicham, Hichem, Noureddine, Nourdine, Azzeddine, Badreddine, Salaheddine, Charafeddine, Nasreddine, Jamaleddine,
    Othmane, Otmane, Soufiane, Sofiane, Zakaria, Zakariae, Anass, Bouchaib, Reda, Rida, Ismail, Smail, Ilyas, Ilyass, Elias,
    Mounir, Samir, Redouane, Ridouane, Fouad, Jaouad, Jawad, Tarek, Aziz, Hafid, Larbi, Miloud, Mbarek, Allal, Maati, Bachir,
    Taoufik, Toufik, Marouane, Achraf, Oussama, Ossama, Imad, Issam, Nabil, Hatim, Walid, Bilal, Saad, Simohamed, Yahya, Mourad,
    Hamid, Faouzi, Faycal, Fayçal, Ghali, Kamal, Nizar, Zouhair, Abdou, Aissam, Chakib, Fatima, Fatim Zahra, Fatima Zahra,
    Fatimazahra, Fatima Ezzahra, Fatine, Khadija, Aicha, Aïcha, Meryem, Maryam, Mariam, Meriem, Zineb, Zainab, Salma, Hajar,
    Naima, Naïma, Malika, Nadia, Karima, Rachida, Saida, Saïda, Latifa, Samira, Ghizlane, Kaoutar, Kawtar, Loubna, Abdelhadi,
    Abdelouafi, Abdelbasset, Abdeljalil, Abdeltif, Abdelmounim, Abderrafi, Abdelmoughit, Anouar, Aniss, Ayman, Aymane, Chouaib,
    Elhoussaine, El Mehdi, Elmehdi, Fahd, Ghassan, Haitam, Haytham, Houssam, Houssameddine, Idriss, Iliass, Ismael, Jilali,
    Lhassan, Lhaj, Mouad, Mouhcine, Mohcine, Mouhssine, Nassim, Nawfal, Naoufal, Nouaman, Omayma, Rabie, Sabir, Slimane, Tariq,
    Tayeb, Wassim, Yassir, Yasser, Youssra, Zakarya, Ziad, Amina, Assia, Asma, Bahija, Fatiha, Fatema, Firdaous, Ghita, Inass,
    Jamila, Kaltoum, Khadouj, Laarbi, Lamia, Maroua, Meriame, Mariem, Nabila, Najia, Najlae, Noura, Nouhaila, Oumnia, Rania,
    Rhizlane, Romaissa, Salima, Saloua, Samiha, Sanaa, Souhaila, Soumia, Soumaya, Wiam, Zahira, Zhor, Soukaina, Hanane, Sanae,
    Asmae, Asmaa, Bouchra, Siham, Laila, Leila, Nawal, Zohra, Rkia, Itto, Tiziri, Oumaima, Oumayma, Chaimae, Chaymae, Ikram,
    Jihane, Fadoua, Fadwa, Widiane, Yasmine, Wafae, Wissal, Hasna, Hasnaa, Halima, Hafida, Habiba, Hakima, Mounia, Mouna, Nezha,
    Touria, Souad, Zakia, Ibtissam, Manal, Nisrine, Kenza, Aya, Doha, Khaoula, Sara, Safae, Lamiae, Meriam, Rajae, Ouafae,
    Fatna, Mina, Yamina, Zahra, Btissam,
    Abdennabi, Abdenbi, Abdelmounaim, Abdelhafid, Abdennacer, Abdelkhalek, Abdelouahab, Abderrafie, Aboubakr, Aymen,
    Jaafar, Kacem, Khalil, Mahjoub, Oualid, Rachad, Rayan, Safouane, Soulaimane, Souhail, Taha, Yazid, Younous, Zouhir,
    Hammadi, Haddou, Moha, Hssain, Lahoucine, Idir, Atika, Chadia, Charifa, Dalila, Fouzia, Ijja, Keltoum, Leïla, Maria,
    Mahjouba, Mbarka, Milouda, Nora, Oum Kaltoum, Rahma, Rokaya, Saadia, Sofia, Tamou, Wassila, Yousra, Yusra, Zoubida,
    Zohour`,
  ar: `
    محمد, أحمد, يوسف, يونس, ياسين, حمزة, أيوب, عمر, حسن, الحسين, خالد, عبد الله, عبد الرحيم, عبد العزيز, عبد القادر, عبد
    الإله, عبد العالي, عبد الحق, عبد المجيد, عبد المالك, عبد الكريم, عبد الواحد, عبد الوهاب, عبد الغني, عبد الحميد, عبد
    السلام, عبد الصمد, عبد الرزاق, عبد الرحمان, عبد الرحمن, عبد الفتاح, عبد اللطيف, مصطفى, المصطفى, إدريس, إبراهيم, لحسن,
    هشام, نور الدين, عز الدين, بدر الدين, صلاح الدين, شرف الدين, عثمان, سفيان, زكرياء, أنس, بوشعيب, رضا, إسماعيل, إلياس,
    منير, سمير, رضوان, فؤاد, جواد, عزيز, العربي, ميلود, امبارك, بشير, توفيق, مروان, أشرف, أسامة, عصام, نبيل, حاتم, وليد,
    بلال, يحيى, مراد, حميد, فوزي, فيصل, زهير, فاطمة, فاطمة الزهراء, خديجة, عائشة, مريم, زينب, سلمى, هاجر, نعيمة, مليكة,
    نادية, كريمة, رشيدة, سعيدة, لطيفة, سميرة, غزلان, كوثر, لبنى, سكينة, أسماء, بشرى, سهام, ليلى, نوال, أميمة, شيماء, جيهان,
    جميلة, فدوى, ياسمين, وفاء, حسناء, حليمة, حفيظة, حبيبة, حكيمة, مونية, منى, نزهة, ثورية, زكية, ابتسام, منال, نسرين, كنزة,
    خولة, لمياء, رقية, سارة, نهيلة, غيثة, رانيا, آية, أمينة, صفاء, ثريا, دنيا, عماد, سعد, مهدي, الحسن, عبد الهادي, عبد
    الجليل, غسان, نورة, سلوى, فتيحة, صالحة, عزيزة, سمية, وئام, هيثم, أيمن, معاذ, صهيب, ياسر, الطيب, الجيلالي,
    عبد النبي, عبد المنعم, عبد الحفيظ, عبد الباسط, عبد الناصر, عبد الخالق, عبد الرفيع, عبد الباري, عبد الجبار, عبد المولى,
    عبد النور, عبد المطلب, أبو بكر, جعفر, قاسم, خليل, المحجوب, محسن, نوفل, ربيع, ريان, صفوان, سليمان, سهيل, طه, يزيد,
    لحبيب, حمادي, حدو, موحى, حسين, عبدو, مبارك, لعربي, بوجمعة, سي محمد, حسام, بوعزة, عياد, علال, عتيقة, بهيجة, شادية,
    شريفة, فوزية, هند, كلثوم, ماريا, محجوبة, مباركة, ميلودة, نبيلة, نجية, أم كلثوم, رحمة, سعدية, صوفيا, تامو, وسيلة, يسرى,
    زبيدة, زهور, زهرة, فاطنة, رابحة, إكرام, أحلام, خدوج, ضحى, أسية, آسية, ربيعة, لالة`,
};

/** Given names that are words or places as well: they count beside a family name or a title, never by themselves. */
export const wordNames: Terms = {
  fr: `
    Nour, Amal, Iman, Imane, Rabia, Hayat, Jihad, Islam, Said, Saïd, Rachid, Karim, Adil, Sabah, Nada, Dounia, Farah, Widad,
    Raja, Ikhlas, Safaa, Marwa, Salam, Ihsan, Ihssane, Basma, Rim, Hind, Yamna, Malak, Houria, Ilham, Tarik, Fadil, Jamal,
    Amine, Badr, Anwar, Houda, Najat, Adnane, Moulay, Sidi, Lalla, Nasser, Salim, Majda, Fath, Ali`,
  ar: `
    نور, أمل, إيمان, حياة, جهاد, إسلام, سعيد, عادل, كريم, رشيد, صباح, سناء, هدى, وداد, رجاء, جمال, كمال, حنان, سعاد, أمين,
    إلهام, نجاة, علي, المهدي, مولاي, للا, طارق, أنور, بدر, سليم, إحسان`,
};

/** Family names in Morocco, without their articles; articles and particles are read by rule. Compiled by hand, 2026. */
export const familyNames: Terms = {
  fr: `
    Alaoui, Idrissi, Bennani, Benjelloun, Fassi, Tazi, Amrani, Berrada, Benkirane, Chraibi, Lahlou, Filali, Ouazzani, Naciri,
    Nassiri, Kettani, Cherkaoui, Mansouri, Benali, Bouzid, Bouazza, Alami, Lamrani, Kabbaj, Sqalli, Guessous, Zniber, Belghiti,
    Tahiri, Khattabi, Rifi, Soussi, Sahraoui, Doukkali, Zaari, Bennis, Sefrioui, Benchekroun, Benabdallah, Benmoussa, Boutaleb,
    Hajji, Jabri, Kadiri, Lahrichi, Lazrak, Mekouar, Mernissi, Ouali, Qadiri, Rahmouni, Saidi, Saadi, Sebti, Slaoui, Squalli,
    Tounsi, Yacoubi, Zahidi, Ziani, Zerouali, Zouiten, Daoudi, Hassani, Hilali, Jamai, Jazouli, Kandil, Khalfi, Lakhdar, Laraki,
    Loukili, Maaroufi, Mahfoudi, Messaoudi, Mokhtari, Moutawakil, Mrabet, Mouline, Ouardi, Ouhabi, Rami, Rhazi, Sabri, Salhi,
    Salmi, Serghini, Skalli, Smaili, Tlemcani, Touzani, Wahabi, Yousfi, Zaoui, Zeroual, Ziyad, Akhannouch, Azoulay, Belkadi,
    Belhaj, Bouhali, Boukhari, Chafik, Chakir, Chaoui, Debbagh, Drissi, Elalami, Elidrissi, Elamrani, Elalaoui, Elfassi,
    Elkhattabi, Elmansouri, Hamdaoui, Hamidi, Hammoudi, Hariri, Houari, Jaidi, Karimi, Khaldi, Lamine, Marrakchi, Mghari,
    Moussaoui, Nejjar, Ouchen, Qabbaj, Raiss, Rhazali, Ghazali, Ghali, Guerraoui, Benhima, Benslimane, Bouayad, Bouabid, Haddad,
    Benomar, Benyahia, Bensouda, Bouchta, Boussaid, Meziane, Mezouar, Tber, Bargach, Balafrej, Lebbar, Tadlaoui, Zemmouri,
    Choukri, Bouhaddou, Boukili, Boulahcen, Bourkia, Boumediene, Bouazzaoui, Bouchikhi, Boudiab, Bouhlal, Bouslimane, Boutayeb,
    Bensaid, Bensalah, Benhaddou, Bennouna, Benkaddour, Benzekri, Benaissa, Benchaib, Bendaoud, Benhaddi, Benlahcen, Benmansour,
    Belhaddad, Belkacem, Belmokhtar, Belghazi, Bekkali, Berrahal, Berkani, Chabbi, Chahid, Chaabi, Charkaoui, Chennaoui, Cherif,
    Chihab, Dahbi, Daoud, Douiri, Essaidi, Essalhi, Ennaji, Errachidi, Ettahiri, Ezzahiri, Fahmi, Faik, Farissi, Fikri,
    Ghazouani, Guerrouj, Habibi, Hachimi, Hadri, Hafidi, Hakimi, Hamdouchi, Hanafi, Harrak, Hassouni, Hatimi, Houmam, Ibrahimi,
    Ikbal, Jaafari, Jalal, Jamali, Jebbour, Jilali, Joudar, Kadmiri, Kamili, Karroumi, Khattab, Khayat, Khalil, Khalloufi,
    Khaldoun, Khiari, Korchi, Laabidi, Laaroussi, Lachgar, Lahbabi, Lakhal, Lakhlifi, Lamrabet, Layachi, Lemrabet, Loudiyi,
    Maati, Mahdaoui, Malki, Mansour, Marzouki, Mazouzi, Mejdoubi, Merzouk, Mesbahi, Mouhib, Moujahid, Moukrim, Mounir, Mourabit,
    Mouttaki, Nabih, Nadiri, Najjar, Nejjari, Nouri, Oualid, Ouahbi, Ouakrim, Ouarzazi, Oubella, Oudghiri, Oufkir, Oukacha,
    Oulhaj, Oumlil, Rachidi, Radi, Rafiq, Raji, Ramdani, Razouki, Reggad, Riahi, Rochdi, Rouissi, Sahli, Saidani, Samadi, Sayeh,
    Seddiki, Semlali, Senhaji, Sbai, Sbihi, Soulaimani, Tabit, Taghi, Taleb, Talbi, Taoufiki, Taqi, Tayebi, Toumi, Wahbi,
    Wazzani, Yaacoubi, Yahyaoui, Yakoubi, Youssfi, Zaidi, Zaki, Zakaria, Zarouali, Zerhouni, Zeriouh, Zidane, Zine, Zitouni,
    Znati, Zouhri, Zouaoui,
    Abbadi, Abid, Aboutaleb, Achour, Afilal, Aguenaou, Alj, Amari, Amellal, Amine, Amrou, Anbari, Aouad, Arbaoui, Asri,
    Atlassi, Attar, Azzouzi, Badaoui, Bakkali, Baraka, Barrada, Bakkas, Belabbes, Belarbi, Belmahi, Benbrahim, Benchrif,
    Benjaafar, Benkhadra, Benkiran, Bennouri, Benrahhal, Bentaleb, Boudali, Bourkadi, Bouziane, Chaqchaq, Charki, Chbani,
    Chefchaouni, Chorfi, Dakir, Dinia, Diouri, Faraj, Fathi, Gharbi, Gharnati, Haddaoui, Hakim, Halimi, Hammouchi,
    Harakat, Harti, Houssaini, Iraqi, Jettou, Joundi, Kabiri, Kamali, Karrakchou, Khatib, Lamdaouar, Laroussi, Lhabti,
    Louahabi, Maghraoui, Majdoub, Makhloufi, Mechbal, Mehdaoui, Mouhtadi, Moumni, Nabil, Nadifi, Naji, Ouraghli, Regragui,
    Rhouni, Riffi, Saadouni, Sadiki, Sakhi, Sanhaji, Serhane, Sghir, Sijilmassi, Tahri, Taoufiq, Tarik, Temsamani, Tijani,
    Wardi, Yaagoubi, Yassini, Zairi, Znaidi`,
  ar: `
    العلوي, الإدريسي, بناني, بنجلون, الفاسي, التازي, العمراني, برادة, بنكيران, الشرايبي, لحلو, الفيلالي, الوزاني, الناصري,
    الكتاني, الشرقاوي, المنصوري, بوزيد, بوعزة, العلمي, القباج, الصقلي, كسوس, زنيبر, بلغيتي, الطاهري, الخطابي, الريفي,
    السوسي, الصحراوي, الدكالي, بنيس, الصفريوي, بنشقرون, بوطالب, حجي, القادري, الأزرق, المرنيسي, الوالي, الرحموني, السعيدي,
    السبتي, السلاوي, التونسي, اليعقوبي, الزاهيدي, الزياني, الزروالي, الداودي, الحساني, الهلالي, الجامعي, الجزولي, العراقي,
    المعروفي, المسعودي, المختاري, المرابط, الصبري, الصالحي, السالمي, السرغيني, التلمساني, اليوسفي, بوعياد, الحداد, بنسودة,
    المزواري, بركاش, بلفريج, الحمداوي, الموساوي, المراكشي, الغزالي, أمزيان, لمرابط,
    العبادي, عبيد, عاشور, أفيلال, عمري, العسري, الأطلسي, العطار, العزوزي, البدوي, البقالي, بركة, بلعباس, بلعربي, بلقاسم,
    بنعيسى, بنبراهيم, بنحدو, بنجعفر, بنونة, بنسعيد, بنطالب, البوشيخي, البوكيلي, بوزيان, الشعبي, الشرقي, الشباني,
    الشفشاوني, الشرفي, الذهبي, دينية, الديوري, الدويري, فهمي, فرج, الفارسي, فتحي, فكري, الغربي, الغرناطي, الحبيبي,
    الهاشمي, الحداوي, الحفيظي, حكيم, الحليمي, الحموشي, حركات, الحسوني, الحسيني, جلال, جطو, الجندي, الكبيري, الخطيب,
    الخياط, العبيدي, العروسي, لكحل, الوهابي, المغراوي, المجدوب, المخلوفي, المالكي, منصور, المهداوي, المهدي, المومني,
    المرابطي, الناظيفي, النجار, ناجي, نوري, الوهبي, الودغيري, أوفقير, الرشيدي, الراجي, الركراكي, الرياحي, السعدوني,
    الصديقي, الصنهاجي, السباعي, السملالي, الصغير, السجلماسي, السليماني, الطالبي, التمسماني, التيجاني, التومي, الوردي,
    الياسيني, الزايدي, زكي, الزرهوني, الزهري, بنعلي, بنعمر, بنموسى, بوشتى, أيت علي, الراضي, الكوهن, بنشريف, العمري, حمدي,
    صبري, عزمي, شاكر, شفيق, العثماني, اليازغي, بوستة`,
};

/** Words before a name that make it the name of a place, an institution, a king or a saint. */
export const notPersons: Terms = {
  fr: `
    rue, avenue, av, ave, bd, bld, boulevard, place, hôpital, hopital, lycée, lycee, collège, college, école, ecole, université,
    universite, mosquée, mosquee, quartier, stade, aéroport, aeroport, complexe, fondation, clinique, faculté, faculte, centre,
    hay, résidence, residence, lotissement, derb, douar, barrage, prix, gare, port, parc, jardin, théâtre, theatre, coupe,
    trophée, trophee, pharmacie, café, cafe, société, societe, sté, ste, groupe, ets, pont, tour, commune, province, cercle,
    roi, sultan, prophète, prophete, saint, imam, majesté, majeste, chu, institut, musée, musee, marché, marche, route, angle,
    zankat, impasse, cité, cite, institution, hôtel, hotel, riad, agence, immobilière, librairie, boulangerie, laboratoire, mausolée, mausolee, zaouia, cinéma, promotion, cabinet, bloc, secteur, gouvernorat`,
  ar: `
    شارع, زنقة, ساحة, مستشفى, ثانوية, مدرسة, جامعة, مسجد, حي, ملعب, مطار, كلية, مؤسسة, مصحة, الملك, جلالة, النبي, الرسول,
    الإمام, سيدنا, ضريح, سد, جائزة, كأس, إعدادية, معهد, مركز, درب, دوار, السلطان, صيدلية, شركة, طريق, ميناء, مركب, المركب,
    مسرح, قاعة, حديقة, زاوية`,
  en: 'street, avenue, hospital, school, university, mosque, stadium, airport, foundation, king, imam, prophet, college, prize',
};
