import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Carte bancaire : 4111 1111 1111 1111', '4111 1111 1111 1111', 'groups of four'],
    ['card number 5555555555554444', '5555555555554444', 'solid'],
    ['رقم البطاقة البنكية 4111-1111-1111-1111', '4111-1111-1111-1111', 'Arabic label, dashes'],
    ['البطاقة البنكية ٤١١١١١١١١١١١١١١١', '٤١١١١١١١١١١١١١١١', 'Arabic digits'],
    ['amex 3782 822463 10005', '3782 822463 10005', 'groups of American Express'],
    ['visa 4012888888881881 exp 12/27', '4012888888881881', 'expiry date behind'],
    ['carte guichet dyali 4111111111111111', '4111111111111111', 'Darija'],
    ['4111 1111 1111 1111', '4111 1111 1111 1111', 'no label, grouped', 'medium'],
  ],
  ignores: [
    ['4111111111111112', 'check digit wrong'],
    ['carte bancaire 4111 1111 1111 1112', 'check digit wrong beside a label'],
    ['4111111111111111', 'solid and no label'],
    ['commande 4111111111111111', 'order number'],
    ['IMEI 490154203237518', 'telephone device'],
    ['1700000000000000', 'microseconds'],
    ['9782070360024', 'book number'],
    ['EAN 4006381333931', 'bar code'],
    ['007 810 4111111111111111 45', 'piece of a longer number'],
    ['550e8400-e29b-41d4-a716-446655440000', 'UUID'],
    ['001561191000066', 'ICE'],
    ['1234 5678 9012 3456', 'no scheme'],
    ['4.111111111111111', 'fraction'],
  ],
  fields: [
    ['num_carte', '4111111111111111', 'high'],
    ['cardNumber', '5555 5555 5555 4444', 'high'],
    ['order_id', '4111111111111111', 'low'],
  ],
};
