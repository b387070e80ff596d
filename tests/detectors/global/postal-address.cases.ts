import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['N° 12, Rue 5, Hay Salam, Appt 3, 20250 Casablanca', 'N° 12, Rue 5, Hay Salam, Appt 3, 20250 Casablanca', 'all parts'],
    ['demeurant 25 avenue des FAR, Meknès', '25 avenue des FAR, Meknès', 'label, number and town'],
    ['رقم 12 زنقة 5 حي السلام الدار البيضاء', 'رقم 12 زنقة 5 حي السلام الدار البيضاء', 'Arabic'],
    ['Adresse : 7 rue Ibn Batouta, 10000 Rabat', '7 rue Ibn Batouta, 10000 Rabat', 'postal code'],
    [
      'Lotissement Al Qods 2, Imm. B, 3ème étage, Témara',
      'Lotissement Al Qods 2, Imm. B, 3ème étage, Témara',
      'estate',
      'medium',
    ],
    ['Résidence Yasmine, Imm 4, Appt 12, Agadir', 'Résidence Yasmine, Imm 4, Appt 12, Agadir', 'residence'],
    ['12, boulevard Zerktouni, Casablanca', '12, boulevard Zerktouni, Casablanca', 'number, boulevard and town'],
    ['شارع محمد الخامس رقم 15 الرباط', 'شارع محمد الخامس رقم 15 الرباط', 'number behind', 'medium'],
  ],
  ignores: [
    ['mise en place du projet', 'a phrase'],
    ['en route vers Rabat', 'no street'],
    ['lot n° 2 du marché', 'public contract'],
    ['bloc opératoire 3', 'hospital'],
    ['la rue a parlé', 'the public'],
    ['Place de marché', 'market place'],
    ['حي يرزق', 'alive'],
    ['BP 12345 Rabat', 'post box'],
    ['20250 Casablanca', 'postal code and town alone'],
    ['boulevard Zerktouni', 'a street alone'],
    ['Route nationale 9', 'a road'],
    ['quartier général', 'headquarters'],
    ['street view', 'a service'],
    ['passage à niveau 12', 'a crossing'],
  ],
  fields: [
    ['adresse', '12 rue Atlas, Fès', 'high'],
    ['homeAddress', 'Hay Riad secteur 4 Rabat', 'high'],
    ['adresse_ip', 'rue', null],
    ['adresse', 'Rabat', null],
  ],
};
