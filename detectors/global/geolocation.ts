import { type Found, splitWords, trait, type ValueDetector, type Window } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { foldWords } from '../engine/symbols.ts';
import { given, wordLike } from '../names.ts';
import { utf8Length } from '../utf8.ts';

const decoder = new TextDecoder();

/** How far behind a label a position may begin, in bytes. */
const reach = 96;
/** Longest text of a pair, in bytes. */
const longestPair = 72;
/** How far before a position the person it is of may be named, in bytes. */
const personBefore = 160;
/** And how far behind it. */
const personBehind = 60;

const hemisphere = String.raw`(?:\s?°?\s?[NSEWOnsewo](?![\p{L}]))?`;
const decimal = String.raw`[-+]?\d{1,3}[.,]\d{3,10}°?${hemisphere}`;
const sexagesimal = String.raw`\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d{1,5})?\s?[′'’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?\s?(?:[″"”]|''|’’)\s?)?[NSEWOnsewo]`;
const between = String.raw`\s{0,2}(?:[,;/|،]|et|and|و|&)?\s{0,2}(?:["']?(?:lon|lng|long|longitude|الطول)["']?\s?[:=]?\s?)?(?:[EWO]\s?)?`;
const pair = new RegExp(`${decimal}${between}${decimal}|${sexagesimal}${between}${sexagesimal}`, 'u');

/** Degrees of each coordinate of a pair, in decimal or in minutes and seconds; without their sign where a letter gives it. */
function degreesOf(text: string): readonly number[] {
  const toNumber = (part: string | undefined): number => Number((part ?? '0').replace(',', '.'));
  const parts = [
    ...text.matchAll(/(\d{1,3})\s?°\s?(\d{1,2}(?:[.,]\d+)?)\s?[′'’]\s?(?:(\d{1,2}(?:[.,]\d+)?)\s?(?:[″"”]|''|’’))?/gu),
  ];
  if (parts.length > 0)
    return parts.map(([, whole, minutes, seconds]) => toNumber(whole) + toNumber(minutes) / 60 + toNumber(seconds) / 3600);
  return (text.match(/[-+]?\d{1,3}[.,]\d{3,10}/g) ?? []).map(toNumber);
}

/** True for a latitude and a longitude. */
function isPair(text: string): boolean {
  const degrees = degreesOf(text);
  const [latitude = 999, longitude = 999] = degrees;
  return degrees.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** Most labels of a position are plain words of a sentence: without a digit nothing is read. */
function hasDigit(bytes: Uint8Array, from: number, limit: number): boolean {
  for (let at = from; at < limit; at++) if ((bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) return true;
  return false;
}

/** What stands before the numbers of a drawing. */
const drawing = /(?<!\p{L})(?:translate|rotate|scale|matrix|points|viewBox)(?:\(|["']?[:=]\s?["'])[\d.,\s-]*$/u;

/** Reads the first pair in a stretch of text. */
function readPair({ bytes, high }: Window, found: Found, from: number, limit: number): boolean {
  if (!hasDigit(bytes, from, limit)) return false;
  const text = decoder.decode(bytes.subarray(from, Math.min(high, limit + longestPair)));
  const hit = pair.exec(text);
  if (hit === null || !isPair(hit[0])) return false;
  found.start = from + utf8Length(text.slice(0, hit.index));
  found.end = found.start + utf8Length(hit[0]);
  const before = bytes[found.start - 1] ?? 0x20;
  const after = bytes[found.end] ?? 0x20;
  // "translate(4.0000, 32.0000)", "points:'3.626 7.883'": parts of a drawing.
  if (drawing.test(decoder.decode(bytes.subarray(Math.max(0, found.start - 40), found.start)))) return false;
  return found.start < limit && !isWordByte(before) && before !== 0x2e && !(found.end < high && isWordByte(after));
}

const fold = (list: string): ReadonlySet<string> => new Set(splitWords(list).map(foldWords));

/** Whose position is somebody's: people, what they carry and drive, where they live, and words for oneself. */
const carriers = fold(`
  je, j, moi, mon, ma, mes, il, elle, sa, son, lui, nous, notre, chez, i, me, my, he, she, his, her, we, our, our, m, mme, mlle, mr, mrs, ms, dr,
  monsieur, madame, salarié, salariée, employé, employée, chauffeur, livreur, livreuse, coursier, conducteur, conductrice, client, cliente,
  patient, patiente, abonné, abonnée, utilisateur, utilisatrice, agent, vigile, gardien, technicien, technicienne, commercial, commerciale,
  victime, suspect, suspecte, prévenu, détenu, locataire, propriétaire, assuré, assurée, bénéficiaire, élève, enfant, fils, fille, épouse, mari,
  mère, père, frère, sœur, voisin, voisine, domicile, maison, logement, appartement, résidence, habite, véhicule, voiture, camion, fourgon, moto,
  taxi, téléphone, portable, mobile, smartphone, bracelet, montre, balise, traceur, tablette, pointage, intervention, disparu, disparue,
  employee, driver, rider, courier, customer, user, subscriber, worker, technician, rep, victim, tenant, resident, pupil, child, son, daughter,
  wife, husband, mother, father, neighbour, home, house, flat, apartment, place, car, truck, van, phone, handset, laptop, watch, tag, tracker,
  check, guard, officer, missing, live, lives, parked,
  السائق, الزبون, الأجير, الموظف, المريض, المستخدم, المشترك, الضحية, المشتبه, الساكن, التلميذ, ابني, ابنتي, زوجتي, زوجي, المنزل, منزل, منزله, منزلها,
  البيت, بيت, بيتي, داري, السكن, سكناه, هاتف, هاتفه, هاتفها, السيارة, سيارته, سيارتها, الشاحنة, السيد, السيدة, أنا, موقعي, موقعه, موقعها, بيته, بيتها,
  ana, dyali, dyalo, dyalha, dar, dari, darna, tilifoun, tomobil, tonobil, khoya, chifour, rani, blasti, blassti`);
/** A position that something has only for now is that of something that moves. */
const moving = fold(`
  dernière, dernier, actuelle, actuel, actuellement, relevée, relevé, instantanée, trajet, tournée, itinéraire, borné, stationné, last, current,
  currently, live, whereabouts, ping, pick, drop, آخر, الحالي, الحالية, الان, daba`);

const sentenceEnd = /\n|[!?]\s|\p{L}{3}\.\s+(?=\p{Lu})/u;
/** Time and speaker at the head of a line of a chat. */
const speaker = /^\W*\d{1,2}:\d{2}\W+[\p{L}\d]+\s?:/u;

/** True if the words around a position speak of somebody, or of something that moves. */
function isSomebodys({ bytes, low, high, at }: Window, { start, end }: Found): boolean {
  const before =
    decoder
      .decode(bytes.subarray(Math.max(low, at - personBefore), start))
      .split(sentenceEnd)
      .at(-1) ?? '';
  const behind = decoder.decode(bytes.subarray(end, Math.min(high, end + personBehind))).split(sentenceEnd)[0] ?? '';
  const words = `${before.replace(speaker, '')} ${behind}`.match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return words.some((word) => {
    const folded = foldWords(word);
    return carriers.has(folded) || moving.has(folded) || given.has(folded) || wordLike.has(folded);
  });
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
      position, positions, localisation, localisé, localisée, localiser, géolocalisation, géolocalisé, géolocalisée, géolocaliser, coordonnées, gps,
      latitude, domicile, domicilié, domiciliée, habite, réside, résidence, chez moi, je suis, se trouve, se trouvait, trouvé, trouvée, repéré, repérée, rendez vous,
      point, balise, bracelet, pointage, borné, stationne, stationné, photo prise, arrêt, départ, arrivée, trajet, remis, livré, itinéraire,
      adresse`,
    ar: `
      الموقع, موقع, موقعه, موقعها, موقعي, إحداثيات, الإحداثيات, تموقع, مكان, المكان, تواجد, يوجد, توجد, وجد, عنوان, خط العرض, جي بي إس, يسكن, تسكن`,
    darija: `localisation, lokalizasyon, lplassa, lblassa, blasti, blassti, position, location, lposition, gps, maps, kayn f, rani f, sakn f`,
    en: `
      position, location, located, coordinates, gps, latitude, whereabouts, ping, check in, pick up, pickup, drop off, meet me, parked, live here, lives at,
      home, house, is now at, was at, is at, tracked, seen at, reported`,
  },
  fields: {
    says: `
      user location, user lat, user lng, user lon, user latitude, user longitude, client lat, client lng, client latitude,
      client longitude, home lat, home lng, home latitude, home longitude, driver lat, driver lng, driver location,
      driver position, last location, last position, last lat, last lng, last known location, employee location, geoloc client,
      position client, position salarie, position employe, position chauffeur, customer lat, customer lng, customer latitude,
      customer longitude, customer location, gps client, gps domicile, lat client, lng client, lon client, latitude client,
      longitude client, position gps client, gps livreur, position livreur, position agent, location user, localisation client, localisation, last gps, lat domicile, lng domicile, موقع الزبون`,
  },
  check: () => false,
  readLabelled(window, found) {
    if (!readPair(window, found, window.at, Math.min(window.high, window.at + reach))) return false;
    if (!isSomebodys(window, found)) return false;
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
    degreesOf(value)
      .map((degrees) => degrees.toFixed(5))
      .join(','),
};
