/** Names of months: French, English, Moroccan Arabic (غشت, شتنبر …) and the eastern forms met in old deeds. */
export const monthNames: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january', 'يناير'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb', 'فبراير'],
  ['mars', 'march', 'mar', 'مارس'],
  ['avril', 'avr', 'april', 'apr', 'أبريل', 'ابريل'],
  ['mai', 'may', 'ماي', 'مايو'],
  ['juin', 'june', 'jun', 'يونيو', 'يونيه'],
  ['juillet', 'juil', 'july', 'jul', 'يوليوز', 'يوليو'],
  ['aout', 'august', 'aug', 'غشت', 'أغسطس'],
  ['septembre', 'sept', 'september', 'sep', 'شتنبر', 'سبتمبر'],
  ['octobre', 'oct', 'october', 'أكتوبر', 'اكتوبر'],
  ['novembre', 'nov', 'november', 'نونبر', 'نوفمبر'],
  ['decembre', 'dec', 'december', 'دجنبر', 'ديسمبر'],
];
