/** Who may call the API: an issuer that the organisation already has, or a user pool made here. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolGroup,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** An OpenID Connect issuer. Its tokens name the roles of a person in `cognito:groups`. */
export interface Issuer {
  /** URL of the issuer, as in the `iss` claim. */
  readonly issuer: string;
  /** Accepted values of the `aud` (or `client_id`) claim. */
  readonly audience: readonly string[];
}

/** What a person may be to Kashf: reviews findings and alerts; keeps the register; both, and starts scans. */
export const roles = ['security', 'lawyer', 'administrator'] as const;

/** A user pool with one group for each role; people are invited, sign in with a second factor, and belong to the groups they work as. */
export class KashfUsers extends Construct implements Issuer {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, removalPolicy: RemovalPolicy) {
    super(scope, id);
    this.userPool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: removalPolicy !== RemovalPolicy.DESTROY,
      removalPolicy,
    });
    this.client = this.userPool.addClient('Client', {
      authFlows: { userSrp: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });
    for (const role of roles) new UserPoolGroup(this, `Group-${role}`, { userPool: this.userPool, groupName: role });
  }

  get issuer(): string {
    return `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.userPool.userPoolId}`;
  }

  get audience(): readonly string[] {
    return [this.client.userPoolClientId];
  }
}
