/** The secret behind every fingerprint and sealed name: generated at deployment, never seen by a person, never rotated. */
import { Stack, type RemovalPolicy } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledgeFixedSecret } from './acknowledgements.ts';
import { allow, allowKey } from './allow.ts';

export interface FingerprintSecretProps {
  readonly encryptionKey: IKey;
  readonly removalPolicy: RemovalPolicy;
}

export class FingerprintSecret extends Construct {
  readonly secret: Secret;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { encryptionKey, removalPolicy }: FingerprintSecretProps) {
    super(scope, id);
    this.#key = encryptionKey;
    this.secret = new Secret(this, 'Secret', {
      description: 'Kashf: key of fingerprints and sealed names',
      encryptionKey,
      // 64 letters and digits hold more than the 256 bits that the key is made from.
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    acknowledgeFixedSecret(this.secret);
  }

  permitRead(): readonly PolicyStatement[] {
    return [
      allow(['secretsmanager:GetSecretValue'], [this.secret.secretArn]),
      allowKey(this.#key, Stack.of(this).region, 'read', ['secretsmanager']),
    ];
  }
}
