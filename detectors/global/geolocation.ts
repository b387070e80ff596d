import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { utf8Length } from '../utf8.ts';

const decoder = new TextDecoder();

/** How far behind a label a position may begin, in bytes. */
const reach = 64;
/** Longest text of a pair, in bytes. */
const longestPair = 48;

const pair = /[-+]?\d{1,2}[.,]\d{3,10}°?\s?[NS]?\s?[,;/ ]\s?(?:lon|lng|long(?:itude)?\s?[:=]?\s?)?[-+]?\d{1,3}[.,]\d{3,10}/;

/** True for a latitude and a longitude. */
function isPair(text: string): boolean {
  const numbers = text.match(/[-+]?\d{1,3}[.,]\d{3,10}/g) ?? [];
  const [latitude = 999, longitude = 999] = numbers.map((number) => Number(number.replace(',', '.')));
  return numbers.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** Reads the first pair in a stretch of text. */
function readPair({ bytes, high }: Window, found: Found, from: number, limit: number): boolean {
  const text = decoder.decode(bytes.subarray(from, Math.min(high, limit + longestPair)));
  const hit = pair.exec(text);
  if (hit === null || !isPair(hit[0])) return false;
  found.start = from + utf8Length(text.slice(0, hit.index));
  found.end = found.start + utf8Length(hit[0]);
  const before = bytes[found.start - 1] ?? 0x20;
  const after = bytes[found.end] ?? 0x20;
  return found.start < limit && !isWordByte(before) && before !== 0x2e && !(found.end < high && isWordByte(after));
}

/** Position of a person: coordinates behind a word that says whose they are. A table of places is nobody's. */
export const geolocation: ValueDetector = {
  kind: 'value',
  id: 'global/geolocation',
  title: 'Position of a person',
  finds:
    'Latitude and longitude behind words for the position of somebody, or in a field named so; coordinates alone are not reported.',
  references: [
    'ISO 6709 (latitude and longitude in decimal degrees)',
    "CNDP deliberation 17-2014 (positions of employees' vehicles)",
  ],
  example: 'Dernière position du salarié : 33.573110, -7.589843',
  anchors: [],
  context: {
    fr: `localisé en, localisée en, localisé à, localisée à, domicile repéré, géolocalisation à, géolocalisé à, se trouvait en, se trouve en, position actuelle,  position du livreur, position du chauffeur, position du conducteur, position du client, position du salarié, position de l agent, position de l employé, position de l abonné, position du patient, position du locataire, position de la maison, position du domicile, position de son domicile, position du logement, localisation du livreur, localisation du chauffeur, localisation du conducteur, localisation du client, localisation du salarié, localisation de l agent, localisation de l employé, localisation de l abonné, localisation du patient, localisation du locataire, localisation de la maison, localisation du domicile, localisation de son domicile, localisation du logement, localisation gps du livreur, localisation gps du chauffeur, localisation gps du conducteur, localisation gps du client, localisation gps du salarié, localisation gps de l agent, localisation gps de l employé, localisation gps de l abonné, localisation gps du patient, localisation gps du locataire, localisation gps de la maison, localisation gps du domicile, localisation gps de son domicile, localisation gps du logement, coordonnées du livreur, coordonnées du chauffeur, coordonnées du conducteur, coordonnées du client, coordonnées du salarié, coordonnées de l agent, coordonnées de l employé, coordonnées de l abonné, coordonnées du patient, coordonnées du locataire, coordonnées de la maison, coordonnées du domicile, coordonnées de son domicile, coordonnées du logement, coordonnées gps du livreur, coordonnées gps du chauffeur, coordonnées gps du conducteur, coordonnées gps du client, coordonnées gps du salarié, coordonnées gps de l agent, coordonnées gps de l employé, coordonnées gps de l abonné, coordonnées gps du patient, coordonnées gps du locataire, coordonnées gps de la maison, coordonnées gps du domicile, coordonnées gps de son domicile, coordonnées gps du logement, point gps du livreur, point gps du chauffeur, point gps du conducteur, point gps du client, point gps du salarié, point gps de l agent, point gps de l employé, point gps de l abonné, point gps du patient, point gps du locataire, point gps de la maison, point gps du domicile, point gps de son domicile, point gps du logement, 
      position du salarié, position de l'employé, position du client, position du conducteur, position du chauffeur, position du livreur, ma position,
      sa position, dernière position, géolocalisé, géolocalisée, géolocalisation du salarié, géolocalisation du client, géolocalisation du véhicule, localisation du client, localisation de l'utilisateur,
      position du véhicule, position de l'utilisateur, domicile gps, localisation du livreur`,
    ar: `إحداثيات السائق, إحداثيات الزبون, إحداثيات المنزل, إحداثيات البيت, إحداثيات السكن, إحداثيات الأجير, إحداثيات الموظف, إحداثيات المريض, إحداثيات المستخدم, موقع السائق, موقع الزبون, موقع المنزل, موقع البيت, موقع السكن, موقع الأجير, موقع الموظف, موقع المريض, موقع المستخدم, موقع بيت الزبون, إحداثيات منزل, موقع الزبون, موقعه الحالي, موقعي, موقع السائق, موقع المستخدم, الموقع الجغرافي للأجير, آخر موقع, موقع المنزل`,
    darija: 'localisation dyali, lplassa dyali, position dyali, location dyali',
    en: `position of the courier, position of the driver, position of the customer, position of the user, position of the employee, position of the patient, position of the tenant, position of the house, position of the home, position of the residence, gps position of the courier, gps position of the driver, gps position of the customer, gps position of the user, gps position of the employee, gps position of the patient, gps position of the tenant, gps position of the house, gps position of the home, gps position of the residence, location of the courier, location of the driver, location of the customer, location of the user, location of the employee, location of the patient, location of the tenant, location of the house, location of the home, location of the residence, coordinates of the courier, coordinates of the driver, coordinates of the customer, coordinates of the user, coordinates of the employee, coordinates of the patient, coordinates of the tenant, coordinates of the house, coordinates of the home, coordinates of the residence, gps coordinates of the courier, gps coordinates of the driver, gps coordinates of the customer, gps coordinates of the user, gps coordinates of the employee, gps coordinates of the patient, gps coordinates of the tenant, gps coordinates of the house, gps coordinates of the home, gps coordinates of the residence, client position, client location, client coordinates, courier position, courier location, courier coordinates, driver position, driver location, driver coordinates, customer position, customer location, customer coordinates, user position, user location, user coordinates, employee position, employee location, employee coordinates, patient position, patient location, patient coordinates, tenant position, tenant location, tenant coordinates, home position, home location, home coordinates, house position, house location, house coordinates, location of his house, location of her house, location of his home, location of her home, 
      my location, user location, current location, last known location, home location, driver location, position of the driver, location of the driver, last position,
      customer location, employee location, live location`,
  },
  fields: {
    says: `
      user location, user lat, user lng, user lon, user latitude, user longitude, client lat, client lng, client latitude,
      client longitude, home lat, home lng, home latitude, home longitude, driver lat, driver lng, driver location,
      driver position, last location, last position, last lat, last lng, last known location, employee location, geoloc client,
      position client, position salarie, position employe, position chauffeur, customer lat, customer lng, customer latitude,
      customer longitude, customer location, gps client, gps domicile, lat client, lng client, lon client, latitude client,
      longitude client, lat domicile, lng domicile, موقع الزبون`,
  },
  check: () => false,
  readLabelled(window, found) {
    if (!readPair(window, found, window.at, Math.min(window.high, window.at + reach))) return false;
    found.traits = trait.needsContext;
    return true;
  },
  readCell(window, found) {
    if (readPair(window, found, window.at, window.at + 24)) {
      found.traits = trait.needsContext;
      return true;
    }
    // One coordinate by itself, in a column of its own.
    const text = decoder.decode(window.bytes.subarray(window.at, window.high)).trim();
    if (!/^[-+]?\d{1,3}[.,]\d{3,12}$/.test(text) || Math.abs(Number(text.replace(',', '.'))) > 180) return false;
    found.start = window.at;
    found.end = window.at + text.length;
    found.traits = trait.needsContext;
    return true;
  },
  normalise: (value) =>
    (value.match(/[-+]?\d+[.,]\d+/g) ?? []).map((number) => Number(number.replace(',', '.')).toFixed(5)).join(','),
};
