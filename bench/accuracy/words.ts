/** Names, places and months the corpus is made with: Latin and Arabic spelling side by side. */
import type { Language } from './templates/kinds.ts';

export const givenNames = [
  ['Ahmed', 'أحمد'],
  ['Youssef', 'يوسف'],
  ['Khadija', 'خديجة'],
  ['Meryem', 'مريم'],
  ['Hamza', 'حمزة'],
  ['Zineb', 'زينب'],
  ['Rachida', 'رشيدة'],
  ['Omar', 'عمر'],
  ['Salma', 'سلمى'],
  ['Abdellah', 'عبد الله'],
  ['Mustapha', 'مصطفى'],
  ['Naima', 'نعيمة'],
  ['Ilham', 'إلهام'],
  ['Karim', 'كريم'],
  ['Nour', 'نور'],
  ['Tarik', 'طارق'],
  ['Aziz', 'عزيز'],
  ['Btissam', 'ابتسام'],
  ['Chaimae', 'شيماء'],
  ['Marouane', 'مروان'],
  ['Badr', 'بدر'],
  ['Fatima Zahra', 'فاطمة الزهراء'],
  ['Mohamed Amine', 'محمد أمين'],
  ['Lahcen', 'لحسن'],
] as const;

export const familyNames = [
  ['Bennani', 'بناني'],
  ['El Idrissi', 'الإدريسي'],
  ['Tazi', 'التازي'],
  ['Berrada', 'برادة'],
  ['Chraibi', 'الشرايبي'],
  ['Lahlou', 'لحلو'],
  ['Ouazzani', 'الوزاني'],
  ['Naciri', 'الناصري'],
  ['Kettani', 'الكتاني'],
  ['Cherkaoui', 'الشرقاوي'],
  ['Belghiti', 'بلغيتي'],
  ['Tahiri', 'الطاهري'],
  ['Ait Lahcen', 'آيت لحسن'],
  ['Benjelloun', 'بنجلون'],
  ['Bouazza', 'بوعزة'],
  ['El Mansouri', 'المنصوري'],
  ['Zniber', 'زنيبر'],
  ['Hajji', 'حجي'],
  ['Oukacha', 'أوكاشة'],
  ['Slaoui', 'السلاوي'],
  ['Mernissi', 'المرنيسي'],
  ['Guessous', 'كسوس'],
  ['Daoudi', 'الداودي'],
  ['Sefrioui', 'الصفريوي'],
] as const;

export const cities = [
  ['Casablanca', 'الدار البيضاء'],
  ['Rabat', 'الرباط'],
  ['Fès', 'فاس'],
  ['Marrakech', 'مراكش'],
  ['Tanger', 'طنجة'],
  ['Agadir', 'أكادير'],
  ['Oujda', 'وجدة'],
  ['Kénitra', 'القنيطرة'],
  ['Tétouan', 'تطوان'],
  ['Settat', 'سطات'],
] as const;

export const streets = {
  fr: [
    'rue Ibn Batouta',
    'avenue des FAR',
    'boulevard Anfa',
    'hay Salam',
    'lotissement Al Qods',
    'rue 14 hay El Fath',
    'résidence Yasmine',
    'derb Sultan',
  ],
  en: ['Ibn Batouta Street', 'Anfa Boulevard', 'Hay Salam', 'rue des Orangers', 'avenue Al Massira'],
  ar: ['زنقة ابن بطوطة', 'شارع أنفا', 'حي السلام', 'تجزئة القدس', 'درب السلطان'],
} as const;

export const months: Readonly<Record<Language, readonly string[]>> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  darija: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
};

export const companies: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Atlas Conseil SARL', 'Nord Transit SA', 'Batimag', 'Sud Frigo SARL AU'],
  darija: ['Atlas Conseil', 'Nord Transit', 'Batimag'],
  en: ['Atlas Consulting Ltd', 'North Transit', 'Batimag'],
  ar: ['شركة أطلس للاستشارة', 'شركة الشمال للنقل', 'مقاولة باتيماك'],
};
