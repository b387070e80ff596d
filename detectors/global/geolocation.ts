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
    fr: `
      position du salarié, position de l'employé, position du client, position du conducteur, position du chauffeur, position du livreur, ma position,
      sa position, dernière position, géolocalisé, géolocalisée, géolocalisation du salarié, géolocalisation du client, géolocalisation du véhicule, localisation du client, localisation de l'utilisateur,
      position du véhicule, position de l'utilisateur, domicile gps, localisation du livreur`,
    ar: 'موقع الزبون, موقعه الحالي, موقعي, موقع السائق, موقع المستخدم, الموقع الجغرافي للأجير, آخر موقع, موقع المنزل',
    darija: 'localisation dyali, lplassa dyali, position dyali, location dyali',
    en: `
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
