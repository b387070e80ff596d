/** Moroccan towns as they end an address: seats of provinces and prefectures (HCP nomenclature) and other large towns. */
export const townsFr = `
  Casablanca, Casa, Rabat, Salé, Sala, Témara, Skhirat, Skhirate, Fès, Fez, Meknès, Marrakech, Marrakesh, Tanger, Tangier,
  Tétouan, Agadir, Oujda, Kénitra, Mohammedia, Mohammadia, El Jadida, Safi, Béni Mellal, Khouribga, Settat, Nador, Larache,
  Khémisset, Taza, Berkane, Berrechid, Inezgane, Aït Melloul, Ksar El Kebir, Guelmim, Laâyoune, Laayoune, Dakhla, Errachidia,
  Ouarzazate, Tiznit, Taroudant, Taroudannt, Essaouira, Azrou, Ifrane, Khénifra, Midelt, Sefrou, Boulemane, Taounate, Guercif,
  Taourirt, Jerada, Figuig, Driouch, Al Hoceima, Chefchaouen, Ouezzane, Sidi Kacem, Sidi Slimane, Azilal, Fquih Ben Salah,
  Bouskoura, Médiouna, Nouaceur, Benslimane, Sidi Bennour, Azemmour, Chichaoua, Ben Guerir, Youssoufia, Tinghir, Zagora,
  Tata, Assa, Tan Tan, Sidi Ifni, Boujdour, Tarfaya, Smara, Asilah, Assilah, Martil, Fnideq, M'diq, Bouznika, Dar Bouazza,
  Oued Zem, Souk El Arbaa, El Hajeb, El Kelâa des Sraghna, Tiflet, Sidi Yahia, Zemamra, Biougra, Erfoud, Rissani`;

export const townsAr = `
  الدار البيضاء, الرباط, سلا, تمارة, الصخيرات, فاس, مكناس, مراكش, طنجة, تطوان, أكادير, وجدة, القنيطرة, المحمدية,
  الجديدة, آسفي, بني ملال, خريبكة, سطات, الناضور, العرائش, الخميسات, تازة, بركان, برشيد, إنزكان, آيت ملول, القصر الكبير,
  كلميم, العيون, الداخلة, الرشيدية, ورزازات, تيزنيت, تارودانت, الصويرة, أزرو, إفران, خنيفرة, ميدلت, صفرو, بولمان,
  تاونات, جرسيف, تاوريرت, جرادة, فجيج, الدريوش, الحسيمة, شفشاون, وزان, سيدي قاسم, سيدي سليمان, أزيلال, الفقيه بن صالح,
  بوسكورة, مديونة, النواصر, بنسليمان, سيدي بنور, أزمور, شيشاوة, ابن جرير, اليوسفية, تنغير, زاكورة, طاطا, طانطان,
  سيدي إفني, بوجدور, طرفاية, السمارة, أصيلة, مرتيل, الفنيدق, المضيق, بوزنيقة, دار بوعزة`;
