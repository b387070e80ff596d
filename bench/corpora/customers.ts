/** A table of customers in which every column is somebody's data: a value for each fifteen bytes. */
import { fillCorpus, type Corpus } from './corpus.ts';
import { makeDice } from './random.ts';
import { makeValues } from './values.ts';

const head = 'cin;nom;prenom;date_naissance;telephone;email;adresse;rib\n';

/** Makes at most `size` bytes of CSV with a header. */
export function makeCustomers(size: number, seed: number): Corpus {
  const dice = makeDice(seed);
  return fillCorpus(size, head, (plant) => {
    const values = makeValues(dice, plant);
    return `${values.cin()};${values.familyName()};${values.givenName()};${values.birth()};${values.phone()};${values.email()};${values.address()};${values.rib()}\n`;
  });
}
