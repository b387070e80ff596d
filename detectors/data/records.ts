/** Names of columns and tables that tell whose records these are. Compiled by hand from the schemas of public applications, 2026. */
import { splitWords, type Words } from '../define.ts';
import { foldWords } from '../engine/symbols.ts';

const setOf = (words: Words): ReadonlySet<string> =>
  new Set(splitWords(words).map((word) => foldWords(word).replaceAll(' ', '')));

/** Columns that only the record of a person has. */
export const personColumns = setOf(`
  prenom, prenoms, first name, last name, surname, given name, family name, nom complet, full name, nom prenom,
  nom et prenom, sexe, sex, gender, civilite, age, date naissance, date de naissance, date naiss, datenaissance, birth date, birthday,
  date of birth, dob, naissance, lieu naissance, lieu de naissance, birth place, cin, cni, cnie, num cin, numero cin, n cin, cne, massar,
  code massar, cnss, num cnss, numero cnss, numcnss, numero de cnss, situation familiale, etat civil, marital status, nationalite, nationality, profession,
  groupe sanguin, blood type, الاسم الشخصي, الجنس, تاريخ الازدياد, تاريخ الميلاد, رقم البطاقة الوطنية, رقم البطاقة`);

/** Columns by which a person or an organisation is reached. */
export const contactColumns = setOf(`
  email, e mail, mail, courriel, tel, tele, telephone, phone, phone number, gsm, mobile, portable, num tel, numero telephone,
  whatsapp, الهاتف, رقم الهاتف, البريد الإلكتروني`);

/** Columns that the record of a person has not: those of firms, goods and places. */
export const otherColumns = setOf(`
  ice, rc, patente, siret, siren, raison sociale, forme juridique, capital, secteur, sector, secteur activite, industry, website, site web,
  site, url, domain, prix, price, stock, quantite, quantity, sku, isbn, slug, logo, etoiles, stars, horaires, latitude, longitude,
  lat, lng, capacite, superficie, population, version, license, icon, icone, couleur, color`);

/** Tables of persons, in the singular. */
export const personTables = setOf(`
  client, customer, user, utilisateur, patient, malade, eleve, etudiant, student, employe, employee, salarie, personne, person,
  people, personnel, contact, medecin, doctor, docteur, infirmier, enseignant, professeur, prof, teacher, instructor, formateur,
  moniteur, stagiaire, candidat, candidate, adherent, membre, member, participant, citoyen, citizen, beneficiaire, locataire, tenant,
  proprietaire, chauffeur, driver, conducteur, parent, pere, mere, tuteur, conjoint, enfant, lead, prospect, assure, passager,
  passenger, visiteur, visitor, abonne, demandeur, guest, avocat, notaire, temoin, donateur, donor, livreur, vendeur`);

/** Tables of organisations, in the singular. */
export const organisationTables = setOf(`
  banque, bank, hotel, riad, entreprise, company, companie, societe, agence, agency, fournisseur, supplier, vendor, ecole, school,
  universite, university, pharmacie, pharmacy, clinique, clinic, hopital, hospital, laboratoire, restaurant, magasin, store, shop,
  boutique, organisation, organization, organisme, etablissement, institution, association, ministere, commune, administration`);

/** Parts of a path that name who made something: known by their own will. */
export const makers = setOf(`
  author, authors, authorgroup, auteur, auteurs, maintainer, maintainers, contributor, contributors, credit, credits, copyright,
  committer, translator, editor, npm user, bugs`);

/** Columns of a list of terms: they say what a thing is called, and of nobody. */
export const glossaryColumns = setOf(`
  id, nom, name, libelle, label, intitule, designation, title, titre, code, type, value, valeur, description, slug, ordre, order,
  lang, langue, locale, categorie, category, created at, updated at, deleted at, couleur, color, icon, icone, image, nom ar, nom fr,
  name ar, name fr, name en, libelle ar, libelle fr, active, actif, status, statut`);

/** Field of statements that define a table and hold no row of it. */
export const definitionField = '#definition';
