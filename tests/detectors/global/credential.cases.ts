import type { Cases } from '../cases.ts';

/** Keys are put together here, so that no file holds one. */
const join = (...parts: readonly string[]): string => parts.join('');
const aws = join('AKIA', 'Q3Z7WK2M9PLX4TBN');
const token = join('ghp_', 'a8Kd03mZqT71LxWv95RbYc2NpHs64EuJgFi0');
const jwt = join('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiI3MjQ2IiwibmFtZSI6IkYifQ.', 'dBjftJeZ4CVPmB92K27uhbUJU1p1r');
const pem = join(
  '-----BEGIN PRIV',
  'ATE KEY-----\n',
  'MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEAq7BFUpkGp3LQmlQ',
  '\n-----END PRIV',
  'ATE KEY-----',
);

export const cases: Cases = {
  finds: [
    ['Mot de passe : Tr0ub4dor&Zitoun', 'Tr0ub4dor&Zitoun', 'label'],
    ['password=Zitouna!2024kech', 'Zitouna!2024kech', 'key and value'],
    ['{"pwd": "kAsba#77zit"}', 'kAsba#77zit', 'JSON'],
    ['كلمة السر: Amlou2024!x', 'Amlou2024!x', 'Arabic label'],
    ['mdp dyali: Tajine@4512', 'Tajine@4512', 'Darija'],
    [aws, aws, 'key of a cloud service'],
    [token, token, 'token of a code host'],
    [jwt, jwt, 'JSON web token'],
    [pem, pem, 'private key'],
    ['GET /cb?access_token=Zk3x9QmT7w&state=a8', 'Zk3x9QmT7w', 'a part of an address, up to the next'],
    ['postgres://kashf:Zit0una!9@db.exemple.ma/x', 'Zit0una!9', 'secret in an address'],
  ],
  ignores: [
    ['password: string', 'a type'],
    ['accessToken:props.accessTokenValidity2?"minutes":0', 'code'],
    ['mot de passe oublié ?', 'a link'],
    ['Le mot de passe doit avoir 8 caractères', 'a rule'],
    ['password = getPassword(user)', 'code'],
    ['password: ${DB_PASSWORD}', 'a variable'],
    ['password: changeme', 'a placeholder'],
    ['password: ********', 'hidden'],
    ['AKIAIOSFODNN7EXAMPLE', 'the sample of a manual'],
    ['550e8400-e29b-41d4-a716-446655440000', 'UUID'],
    ['commit 9fceb02d0ae598e95dc970b74767f19372d61af8', 'hash'],
    ['"integrity": "sha512-q7BFUpkGp3LQmlQIr0tEHnPZ"', 'checksum of a package'],
    ['https://user:password@example.com', 'a placeholder in an address'],
    ['password: this.form.password', 'a path'],
    ['-----BEGIN CERTIFICATE-----', 'public'],
    ['-----BEGIN PUBLIC KEY-----', 'public'],
    ['/etc/passwd:yto:x:2098:1000:Yto', 'a line of a list of accounts'],
    ['api key: see docs/keys.md', 'a hint'],
  ],
  fields: [
    ['output_token', 'DistributionList.NextMarker', null],
    ['token', 'NextToken', null],
    ['api_key', 'QUERY_PARAMETER_2', null],
    ['api_key', 'atlas-lib/atlas-keys.ApiKey', null],
    ['nextToken', 'a8Kd03mZqT71LxWv95', null],
    ['change_token', 'abcd12f2-46da-4fdb', null],
    ['access_token', 'a8Kd03mZqT71LxWv95', 'high'],
    ['password', 'rajae404', 'high'],
    ['password', 'Tr0ub4dor&Zitoun', 'high'],
    ['mot_de_passe', 'kAsba77zit', 'high'],
    ['password', 'null', null],
    ['commentaire', 'kAsba77zit', null],
  ],
};
