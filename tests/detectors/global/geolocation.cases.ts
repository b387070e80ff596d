import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Dernière position du salarié : 33.573110, -7.589843', '33.573110, -7.589843', 'label'],
    ['ma position 34.0209,-6.8416', '34.0209,-6.8416', 'no space'],
    ['آخر موقع: 33.5731, -7.5898', '33.5731, -7.5898', 'Arabic label'],
    ['localisation dyali 31.6295 -7.9811', '31.6295 -7.9811', 'Darija'],
    ['user location (33.573110; -7.589843)', '33.573110; -7.589843', 'semicolon'],
    ['position du véhicule à 10h : 35.7595, -5.8340', '35.7595, -5.8340', 'followed vehicle'],
  ],
  ignores: [
    ['33.573110, -7.589843', 'no label'],
    ['Casablanca 33.573110 -7.589843', 'a town'],
    ['gare;33.573110;-7.589843', 'a table of places'],
    ['sa position sur le marché : 12.5 %', 'a rank'],
    ['ma position est claire', 'an opinion'],
    ['current location: /var/lib', 'a path'],
    ['dernière position : 3', 'a rank'],
    ['[1.2345, 3.4567]', 'numbers'],
    ['position du client 95.1234, 7.5898', 'no latitude'],
    ['user location 10.0.0.1', 'an address of a machine'],
    ['3.14159, 2.71828', 'constants'],
  ],
  fields: [
    ['user_location', '33.573110,-7.589843', 'high'],
    ['clientLat', '33.573110', 'high'],
    ['lat', '33.573110', null],
    ['gps', '33.573110,-7.589843', null],
  ],
};
